import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asPersonId, keyOf } from '../../../../src/core/ids.ts';
import { aRequest, CUSTOMER, OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
beforeEach(async () => {
  shop = await openShopCore();
});
afterEach(() => shop.deps.close());

const variant = async (sku: string) => {
  const found = (await shop.catalog.look([sku])).get(sku)?.variants.find((one) => one.sku === sku);
  if (!found) throw new Error(`no ${sku}`);
  return found;
};
const sumOf = async (sku: string) => {
  const { available, sold, holds } = await variant(sku);
  return available + sold + holds.reduce((sum, hold) => sum + hold.quantity, 0);
};

describe('stock under orders’ names', () => {
  it('is held once, released once and taken once, however often it is asked', async () => {
    const { stock } = shop.catalog;
    const { _id: product } = await shop.addProduct({ sku: 'A', stock: 5 });
    const units = { product, sku: 'A', quantity: 2 };
    const order = (await shop.place({ lines: [{ sku: 'A', quantity: 2 }] }))._id;
    await Promise.all([1, 2, 3].map(() => stock.hold(units, order)));
    expect(await variant('A')).toMatchObject({ available: 3, sold: 0, holds: [{ quantity: 2 }] });
    await Promise.all([1, 2, 3].map(() => stock.take(order, [units])));
    await stock.release(order, [units]);
    expect(await variant('A')).toMatchObject({ available: 3, sold: 2, holds: [] });
  });

  it('never sells more than there is: 1,000 buyers, 10 units', async () => {
    const { _id: product } = await shop.addProduct({ sku: 'A', stock: 10 });
    let sold = 0;
    const samples: number[] = [];
    await Promise.all(
      Array.from({ length: 1_000 }, async (_, i) => {
        const held = await shop.catalog.stock.hold({ product, sku: 'A', quantity: 1 }, `ORDER${i}`);
        if (held.type === 'held') sold += 1;
        if (i % 100 === 0) samples.push((await variant('A')).available);
      }),
    );
    expect(sold).toBe(10);
    expect(samples.every((available) => available >= 0)).toBe(true);
    expect(await variant('A')).toMatchObject({ available: 0 });
    expect(await sumOf('A')).toBe(10);
  }, 40_000);

  it('leaves no half order behind when A+B meets B+A', async () => {
    await shop.addProduct({ sku: 'A', stock: 20 }, { sku: 'B', stock: 20 });
    const lines = [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 1 },
    ];
    const placed = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const request = aRequest({ lines: i % 2 ? lines : lines.toReversed(), customer: asPersonId(`p-${i}`) });
        return shop.orders.place(request, keyOf('pair', i), CUSTOMER);
      }),
    );
    const won = placed.filter(({ ok }) => ok).length;
    expect(won).toBe(20);
    for (const sku of ['A', 'B']) {
      const { available, holds } = await variant(sku);
      expect([available, holds.length]).toEqual([0, 20]);
    }
    expect(await shop.orders.list({ states: ['placing'] })).toEqual([]);
  }, 40_000);

  it('renews a hold that ran out when its order still wants it, and frees that of one that is gone', async () => {
    const { _id: product } = await shop.addProduct({ sku: 'A', stock: 2 });
    const order = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    await shop.catalog.stock.hold({ product, sku: 'A', quantity: 1 }, 'NOBODY');
    shop.deps.clock.move(11 * 60_000);
    const next = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    const { available, holds } = await variant('A');
    expect(available).toBe(0);
    expect(holds.map((hold) => hold.order).toSorted()).toEqual([order._id, next._id].toSorted());
    const third = await shop.orders.place(aRequest({ lines: [{ sku: 'A', quantity: 1 }] }), keyOf('third'), OWNER);
    expect(third).toMatchObject({ ok: false, error: { problems: [{ code: 'out-of-stock', left: 0 }] } });
  });

  it('is looked after by the clockwork when nobody meets it', async () => {
    const { _id: product } = await shop.addProduct({ sku: 'A', stock: 2 });
    await shop.catalog.stock.hold({ product, sku: 'A', quantity: 2 }, 'NOBODY');
    shop.deps.clock.move(11 * 60_000);
    await shop.tick();
    expect(await variant('A')).toMatchObject({ available: 2, holds: [] });
  });
});
