import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyOf } from '../../../src/core/ids.ts';
import { CUSTOMER, OWNER, openShopCore, type ShopCore } from '../../support/shop-core.ts';

let shop: ShopCore;
let asked: { collection: string; filter: object }[];

beforeEach(async () => {
  shop = await openShopCore();
  asked = [];
  mongoose.set('debug', (collection: string, method: string, filter: unknown) => {
    if (/^(find|update|delete)/.test(method) && typeof filter === 'object' && filter)
      asked.push({ collection, filter });
  });
});
afterEach(async () => {
  mongoose.set('debug', false);
  await shop.deps.close();
});

/** How the store finds what a filter asks for: every stage of its plan. */
async function planOf({ collection, filter }: { collection: string; filter: object }): Promise<string> {
  const plan: unknown = await shop.deps.connection.collection(collection).find(filter).explain();
  return [...JSON.stringify(plan).matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage).join();
}

it('finds everything in the life of an order by an index', async () => {
  const by = (name: string) => ({ key: keyOf('test', name), by: OWNER });
  await shop.addProduct({ sku: 'A' });
  const { _id } = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
  await shop.payments.claim({ orders: [_id], evidence: [], customer: 'p-1' }, { ...by('claim'), by: CUSTOMER });
  await shop.payments.take(_id, undefined, by('take'));
  await shop.payments.receive(
    { way: 'mutation', amount: 7, account: 'bca-1', paidAt: shop.deps.clock.now(), reference: 'r' },
    keyOf('bank', 1),
  );
  await shop.orders.apply(_id, { type: 'hand_over', parcel: 1 }, by('hand'));
  await shop.orders.apply(_id, { type: 'ship', parcel: 1, courier: 'jne', resi: 'JX123456789' }, by('ship'));
  for (const text of [_id, '081234567890', 'JX123456789', 'siti am']) await shop.orders.search(text);
  await shop.orders.list({ customer: 'p-1', states: ['placed'] });
  await shop.orders.list({ states: ['placed'], since: new Date(0) });
  await shop.payments.list({ states: ['claimed', 'late'] });
  await shop.ledger.entries({ order: _id });
  await shop.ledger.sums({ since: new Date(0) });
  await shop.tick();

  const filters = asked.filter(({ filter }) => Object.keys(filter).length > 0);
  expect(filters.length).toBeGreaterThan(40);
  // The store does tell when it has to look through everything.
  expect(await planOf({ collection: 'orders', filter: { note: 'x' } })).toContain('COLLSCAN');
  const slow = [];
  for (const one of filters) {
    const plan = await planOf(one);
    if (/COLLSCAN/.test(plan) || plan === '') slow.push({ ...one, plan });
  }
  expect(slow).toEqual([]);
});
