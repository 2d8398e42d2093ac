import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { ADDRESS } from '../../../support/an-order.ts';
import { openShopCore, type ShopCore } from '../../../support/shop-core.ts';

// Nothing here changes the shop, so one shop serves all.
let shop: ShopCore;
let order: Order;
beforeAll(async () => {
  shop = await openShopCore();
  await shop.addProduct({ sku: 'A', stock: 5 });
  for (const recipient of ['Budi Santoso', 'Joko']) {
    await shop.place({
      lines: [{ sku: 'A', quantity: 1 }],
      recipient: { ...ADDRESS, recipient, phone: '+628111111111' },
    });
  }
  order = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
});
afterAll(() => shop.deps.close());

describe('finding an order', () => {
  it.each([
    ['its code', () => order._id.toLowerCase()],
    ['the phone as people write it', () => '0812 3456 7890'],
    ['the beginning of a name', () => 'ami'],
    ['two names in any order', () => 'aminah sit'],
  ])('by %s', async (_, text) => {
    expect((await shop.orders.search(text())).map(({ _id }) => _id)).toEqual([order._id]);
  });

  it.each(['bambang', '', '+', '.*', '$where', 'mina'])('finds nothing by %j', async (text) => {
    expect(await shop.orders.search(text)).toEqual([]);
  });

  it('lists by state and customer, a page at a time', async () => {
    const page = await shop.orders.list({ states: ['placed'], limit: 2 });
    expect(page).toHaveLength(2);
    expect(await shop.orders.list({ states: ['placed'], limit: 2, skip: 2 })).toHaveLength(1);
    expect(await shop.orders.list({ customer: 'p-2' })).toEqual([]);
  });
});
