import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { overPaid, paymentState } from '../../../../src/shop/orders/money.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { CUSTOMER, OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
let order: Order;
beforeEach(async () => {
  shop = await openShopCore();
  await shop.addProduct({ sku: 'A', stock: 50 });
  order = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
});
afterEach(() => shop.deps.close());

const by = (name: string) => ({ key: keyOf('test', name), by: OWNER });
const reprice = (discount: number, name = 'cheaper') => shop.orders.reprice(order._id, { discount }, 'nego', by(name));

describe('a bill that the owner changes', () => {
  it('is told once and carries an amount of its own again; the old one rests', async () => {
    const [first] = await Promise.all([reprice(5_000), reprice(5_000)]);
    await reprice(5_000);
    if (!first.ok) throw new Error(first.error.code);
    const { totals, pay } = await shop.order(order._id);
    expect(totals.total - totals.unique).toBe(63_000);
    expect(pay.claim).toBe(`amount/bca-1/${totals.total}`);
    expect(await shop.deps.claims.holder(pay.claim ?? '')).toBe(order._id);
    expect(shop.told().filter((told) => told.endsWith('reprice'))).toHaveLength(1);
    shop.deps.clock.move(73 * 3_600_000);
    expect(await shop.deps.claims.take(order.pay.claim ?? '', 'other', shop.deps.clock.now())).toBe(true);
  });

  it('changes with the courier', async () => {
    const shipping = [{ parcel: 1, courier: 'jnt', service: 'EZ', cost: 12_000 }];
    await shop.orders.reprice(order._id, { shipping }, 'kurir lain', by('courier'));
    const { totals, parcels } = await shop.order(order._id);
    expect([totals.shipping, totals.total - totals.unique]).toEqual([12_000, 62_000]);
    expect(parcels[0]?.shipping).toMatchObject({ courier: 'jnt', cost: 12_000, weightGrams: 250 });
  });

  it('leaves a credit when it was paid before, and the ledger even', async () => {
    await shop.payments.take(order._id, undefined, by('take'));
    await reprice(5_000);
    const now = await shop.order(order._id);
    expect([paymentState(now), overPaid(now)]).toEqual(['paid', 5_000]);
    const sums = await shop.ledger.sums({ order: order._id });
    expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(order.totals.total);
    expect(sums.overpaid).toBe(5_000);
  });

  it('is paid by what came in when that is enough now', async () => {
    await shop.payments.take(order._id, 60_000, by('take'));
    await reprice(18_000);
    const now = await shop.order(order._id);
    expect([paymentState(now), now.invoice, now.history.some(({ event }) => event === 'paid')]).toEqual([
      'paid',
      '2026/000001',
      true,
    ]);
  });

  it.each([
    ['more than everything', 99_000, OWNER, 'too-much'],
    ['less than nothing', -1, OWNER, 'too-much'],
    ['by the customer', 1_000, CUSTOMER, 'owner-only'],
  ] as const)('is never %s', async (_, discount, who, why) => {
    const done = await shop.orders.reprice(order._id, { discount }, 'nego', { ...by('x'), by: who });
    expect(done).toMatchObject({ ok: false, error: { why } });
    expect((await shop.order(order._id)).totals).toEqual(order.totals);
  });

  it('is not changed any more once a supplier has the order', async () => {
    await shop.payments.take(order._id, undefined, by('take'));
    await shop.orders.apply(order._id, { type: 'hand_over', parcel: 1 }, by('hand'));
    expect(await reprice(1_000)).toMatchObject({ ok: false, error: { why: 'handed-over' } });
  });
});
