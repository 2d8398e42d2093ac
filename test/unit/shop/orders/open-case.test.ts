import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import type { AnyEvent } from '../../../../src/shop/orders/event.ts';
import { next } from '../../../../src/shop/orders/next.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { anOrder, aParcel, at, NOON, PAID } from '../../../support/an-order.ts';

const arrived = anOrder({ ...PAID, parcels: [aParcel('delivered')] });

/** The order after some events, each of which must be allowed. */
function orderAfter(...events: readonly AnyEvent[]): Order {
  return events.reduce((order, event, i) => {
    const moved = next(order, event, at({ now: NOON, key: keyOf('k', `${i}`) }));
    if (!moved.ok) throw new Error(moved.error.why);
    return moved.value.order;
  }, arrived);
}

const open = (code: string): AnyEvent => ({ type: 'open_case', case: code });
const close = (code: string): AnyEvent => ({ type: 'close_case', case: code });

describe('an order with a complaint that is not over', () => {
  it('does not complete when its last parcel is received', () => {
    expect(orderAfter({ type: 'receive' }).state).toBe('completed');
    expect(orderAfter(open('C'), { type: 'receive' }).state).toBe('placed');
  });

  it('completes when the last of them is closed', () => {
    const received = [open('C'), open('D'), { type: 'receive' }, close('C')] as const;
    expect(orderAfter(...received).state).toBe('placed');
    expect(orderAfter(...received, close('D')).state).toBe('completed');
  });

  it('knows each of them once, and none that it never had', () => {
    expect(orderAfter(open('C'), open('C')).openCases).toEqual(['C']);
    expect(orderAfter(close('C'))).toBe(arrived);
  });
});
