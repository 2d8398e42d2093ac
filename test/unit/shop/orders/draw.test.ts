import { expect, it } from 'vitest';
import { drawMoves } from '../../../../src/shop/orders/draw.ts';
import { ORDER_STATES } from '../../../../src/shop/orders/order.ts';
import { PARCEL_STATES } from '../../../../src/shop/orders/parcel.ts';

it('draws every state and every way out of it', () => {
  const drawn = drawMoves();
  for (const state of [...ORDER_STATES, ...PARCEL_STATES]) expect(drawn).toContain(`: ${state}\n`);
  expect(drawn).toContain('placed --> expired: expire');
  expect(drawn).toContain('handed_over --> shipped: ship');
  expect(drawn.match(/stateDiagram-v2/g)).toHaveLength(3);
});
