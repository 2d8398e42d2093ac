import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { availabilityOf } from '../../../../src/shop/catalog/product.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
beforeEach(async () => {
  shop = await openShopCore();
});
afterEach(() => shop.deps.close());

const at = (name: string) => ({ key: keyOf('test', name), by: OWNER, reason: 'harga supplier naik' });

describe('the catalogue', () => {
  it('shows a change at once, with who made it and why', async () => {
    const { _id } = await shop.addProduct({ sku: 'A', price: 50_000 });
    await shop.catalog.edit(_id, { type: 'set_price', sku: 'a', price: 55_000 }, at('price'));
    const item = shop.catalog.snapshot().buyable('a');
    expect(item?.variant).toMatchObject({ price: 55_000, cost: 35_000 });
    expect(item?.product.history.at(-1)).toMatchObject({
      event: 'set_price',
      by: OWNER,
      reason: 'harga supplier naik',
      data: { priceBefore: 50_000, price: 55_000 },
    });
  });

  it('changes nothing twice for one cause', async () => {
    const { _id } = await shop.addProduct({ sku: 'A', stock: 5 });
    const edit = () => shop.catalog.edit(_id, { type: 'add_stock', sku: 'A', units: 3 }, at('delivery'));
    await Promise.all([edit(), edit()]);
    await edit();
    expect(shop.catalog.snapshot().item('A')?.variant.available).toBe(8);
  });

  it('leaves the price of an order as it was', async () => {
    const { _id } = await shop.addProduct({ sku: 'A', price: 50_000, cost: 30_000 });
    const order = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    await shop.catalog.edit(_id, { type: 'set_price', sku: 'A', price: 99_000, cost: 80_000 }, at('price'));
    expect((await shop.order(order._id)).lines[0]).toMatchObject({ price: 50_000, cost: 30_000 });
  });

  it('counts what is held as being there, and refuses fewer than that', async () => {
    const { _id } = await shop.addProduct({ sku: 'A', stock: 5 });
    await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
    const set = (units: number, name: string) =>
      shop.catalog.edit(_id, { type: 'set_stock', sku: 'A', units }, at(name));
    expect(await set(1, 'one')).toEqual({ ok: false, error: { code: 'edit-refused', why: 'fewer-than-held' } });
    await set(12, 'twelve');
    expect(shop.catalog.snapshot().item('A')?.variant).toMatchObject({ available: 10, sold: 0 });
  });

  it('is edited in the middle of a sale without losing a hold', async () => {
    const { _id: product } = await shop.addProduct({ sku: 'A', stock: 60 });
    await Promise.all([
      ...Array.from({ length: 60 }, (_, i) => shop.catalog.stock.hold({ product, sku: 'A', quantity: 1 }, `ORDER${i}`)),
      ...[1, 2, 3].map((i) => shop.catalog.edit(product, { type: 'set_price', sku: 'A', price: i }, at(`price-${i}`))),
    ]);
    await shop.catalog.refresh();
    const variant = shop.catalog.snapshot().item('A')?.variant;
    expect([variant?.available, variant?.holds.length]).toEqual([0, 60]);
  });

  it.each([
    ['a price with a fraction', { type: 'set_price', sku: 'A', price: 1.5 }, 'bad-amount'],
    ['a price below nothing', { type: 'set_price', sku: 'A', price: -1 }, 'bad-amount'],
    ['stock of no known sku', { type: 'set_stock', sku: 'X', units: 1 }, 'no-such-sku'],
    ['a weight of nothing', { type: 'set_weight', sku: 'A', weightGrams: 0 }, 'bad-amount'],
  ] as const)('refuses %s', async (_, edit, why) => {
    const { _id } = await shop.addProduct({ sku: 'A' });
    expect(await shop.catalog.edit(_id, edit, at('x'))).toEqual({ ok: false, error: { code: 'edit-refused', why } });
  });

  it('keeps a sku for one product in the world', async () => {
    await shop.addProduct({ sku: 'A' });
    const variant = { sku: 'a', name: '', price: 1, cost: 1, weightGrams: 1, supplier: 's', stock: 1 };
    const twin = { name: 'Kembar', category: '', description: '', variants: [variant] };
    expect(await shop.catalog.addProduct(twin, at('twin'))).toMatchObject({ ok: false, error: { why: 'sku-taken' } });
    const { _id } = await shop.addProduct({ sku: 'B' });
    const added = await shop.catalog.edit(_id, { type: 'add_variant', variant: { ...variant, sku: 'b' } }, at('b'));
    expect(added).toMatchObject({ ok: false, error: { why: 'sku-taken' } });
  });

  it('hides what is not sold now from customers, not from the owner', async () => {
    const { _id } = await shop.addProduct({ sku: 'A' }, { sku: 'B' });
    await shop.catalog.edit(_id, { type: 'set_active', sku: 'A', active: false }, at('off'));
    const shelf = shop.catalog.snapshot();
    expect([shelf.buyable('A'), shelf.item('A')?.variant.active]).toEqual([undefined, false]);
    await shop.catalog.edit(_id, { type: 'set_active', active: false }, at('all-off'));
    expect(shop.catalog.snapshot().products).toEqual([]);
    expect(shop.catalog.snapshot().all).toHaveLength(1);
  });
});

describe('the search', () => {
  beforeEach(async () => {
    const { catalog } = shop;
    await catalog.putCategory({ _id: 'tas', name: 'Tas & Dompet', rank: 1 });
    const variant = { sku: 'TK-1', name: 'Krem', price: 1, cost: 1, weightGrams: 1, supplier: 's', stock: 1 };
    const words = { name: 'Tas Kanvas Lipat', category: 'tas', description: 'kuat dan ringan' };
    await catalog.addProduct({ ...words, variants: [variant] }, at('tas'));
    const other = { ...variant, sku: 'KP-1', name: 'Merah, L' };
    await catalog.addProduct({ name: 'Kaos Polos', category: 'baju', description: '', variants: [other] }, at('kaos'));
  });

  it.each([
    ['kanvas', 'Tas Kanvas Lipat'],
    ['KANFAS', 'Tas Kanvas Lipat'],
    ['tas kanv', 'Tas Kanvas Lipat'],
    ['tk-1', 'Tas Kanvas Lipat'],
    ['dompet', 'Tas Kanvas Lipat'],
    ['kaos merah', 'Kaos Polos'],
    ['kaus polos', 'Kaos Polos'],
  ])('finds by %j', async (words, name) => {
    expect((await shop.catalog.search(words)).map((product) => product.name)).toEqual([name]);
  });

  it('remembers what was looked for in vain, the most wanted first', async () => {
    for (const words of ['Sepatu Boots!', 'sepatu boots', 'payung', 'kanvas']) await shop.catalog.search(words);
    const missed = await shop.catalog.missedSearches(new Date(0), 10);
    expect(missed.map(({ words, count }) => [words, count])).toEqual([
      ['sepatu boots', 2],
      ['payung', 1],
    ]);
  });
});

describe('how sure the shop is of a piece', () => {
  const now = new Date('2026-11-23T05:00:00Z');
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const base = {
    sku: 'A',
    name: '',
    price: 1,
    cost: 1,
    weightGrams: 1,
    supplier: 's',
    sold: 0,
    holds: [],
    active: true,
  };
  it.each([
    ['counted', { stock: 'counted', available: 3 }, { type: 'counted', left: 3 }],
    ['counted out', { stock: 'counted', available: 0 }, { type: 'gone' }],
    ['never asked', { stock: 'ask', available: 0 }, { type: 'ask' }],
    [
      'said to be there 2 h ago',
      { stock: 'ask', available: 0, said: 'there', stockCheckedAt: ago(2) },
      { type: 'fresh', checkedAt: ago(2) },
    ],
    [
      'said to be there 13 h ago',
      { stock: 'ask', available: 0, said: 'there', stockCheckedAt: ago(13) },
      { type: 'ask', checkedAt: ago(13) },
    ],
    [
      'said to be gone 2 h ago',
      { stock: 'ask', available: 0, said: 'gone', stockCheckedAt: ago(2) },
      { type: 'gone', checkedAt: ago(2) },
    ],
    [
      'said to be gone long ago',
      { stock: 'ask', available: 0, said: 'gone', stockCheckedAt: ago(50) },
      { type: 'ask', checkedAt: ago(50) },
    ],
  ] as const)('%s', (_, variant, expected) => {
    expect(availabilityOf({ ...base, ...variant }, now, 12)).toEqual(expected);
  });
});
