import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { createInvoiceNumbers } from '../../../../src/shop/ledger/invoice-number.ts';
import { netOf } from '../../../../src/shop/ledger/ledger.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
beforeEach(async () => {
  shop = await openShopCore();
});
afterEach(() => shop.deps.close());

const by = (name: string) => ({ key: keyOf('test', name), by: OWNER });

describe('the ledger', () => {
  it('follows an order from its deposit to its refund, to the rupiah', async () => {
    await shop.addProduct({ sku: 'A', price: 50_000, cost: 35_000 });
    const { _id, totals } = await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
    const sums = () => shop.ledger.sums({ order: _id });
    await shop.payments.take(_id, 20_000, by('dp'));
    expect(await sums()).toEqual({ deposit: 20_000 });
    await shop.payments.take(_id, totals.total - 20_000 + 1_000, by('rest'));
    const paid = { deposit: 0, sale: 100_000, shipping: 18_000, unique: totals.unique, overpaid: 1_000 };
    expect(await sums()).toEqual(paid);
    await shop.orders.apply(_id, { type: 'hand_over', parcel: 1 }, by('hand'));
    await shop.orders.apply(_id, { type: 'real_shipping', parcel: 1, cost: 16_500 }, by('ongkir'));
    await shop.orders.apply(_id, { type: 'refund', amount: 1_000, reason: 'lebih bayar' }, by('refund'));
    expect(await sums()).toEqual({ ...paid, cost: -70_000, real_shipping: -16_500, refund: -1_000 });
    expect(netOf(await sums())).toBe(totals.total - 70_000 - 16_500);
    expect((await shop.ledger.entries({ order: _id })).length).toBe(9);
  });

  it('sums a time without what lies outside it', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 10, n));
    for (const n of [1, 2, 3]) {
      await shop.ledger.write(`k/${n}`, 'X', day(n), [{ kind: 'sale', amount: n }]);
      await shop.ledger.write(`k/${n}`, 'X', day(n), [{ kind: 'sale', amount: n }]);
    }
    expect(await shop.ledger.sums({ since: day(2), until: day(3) })).toEqual({ sale: 2 });
    expect(await shop.ledger.sums({})).toEqual({ sale: 6 });
  });
});

describe('invoice numbers', () => {
  it('have no gap and no twin, given at once by two processes', async () => {
    const { claims, clock } = shop.deps;
    const processes = [createInvoiceNumbers(claims, 'Asia/Jakarta'), createInvoiceNumbers(claims, 'Asia/Jakarta')];
    const orders = Array.from({ length: 40 }, (_, i) => `ORDER${i}`);
    const given = await Promise.all(
      orders.flatMap((order) => processes.map(async (give) => [order, await give(order, clock.now())] as const)),
    );
    const byOrder = new Map(given);
    for (const [order, number] of given) expect(byOrder.get(order)).toBe(number);
    const wanted = orders.map((_, i) => `2026/${String(i + 1).padStart(6, '0')}`);
    expect([...byOrder.values()].toSorted()).toEqual(wanted);
  }, 30_000);

  it('begin anew with the year of the shop’s own clock', async () => {
    const give = createInvoiceNumbers(shop.deps.claims, 'Asia/Jakarta');
    expect(await give('A', new Date('2026-12-31T16:59:00Z'))).toBe('2026/000001');
    expect(await give('B', new Date('2026-12-31T17:01:00Z'))).toBe('2027/000001');
  });
});
