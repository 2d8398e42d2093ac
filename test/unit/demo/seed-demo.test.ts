import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/core/ids.ts';
import { DEMO_PRODUCTS } from '../../../src/demo/demo-products.ts';
import { seedDemo } from '../../../src/demo/seed-demo.ts';
import { createSuppliers, type Suppliers } from '../../../src/shop/suppliers/suppliers.ts';
import { OWNER, openShopCore, type ShopCore } from '../../support/shop-core.ts';

let shop: ShopCore;
let suppliers: Suppliers;
beforeEach(async () => {
  shop = await openShopCore({ account: false });
  suppliers = createSuppliers(shop.deps);
  await shop.deps.ready();
});
afterEach(() => shop.deps.close());

describe('the demo shop', () => {
  it('has goods of three suppliers in four categories, each with a picture, and money left on each', async () => {
    await seedDemo({ ...shop, suppliers });
    const { products, categories } = shop.catalog.snapshot();
    expect([products.length, categories.length, suppliers.all().length]).toEqual([12, 4, 3]);
    for (const { picture, variants } of products) {
      const bytes = picture && (await shop.files.read(picture));
      expect(bytes?.length).toBeGreaterThan(1_000);
      expect(bytes?.length).toBeLessThan(40_000);
      for (const { price, cost, supplier } of variants) {
        expect(price).toBeGreaterThan(cost);
        expect(suppliers.known(supplier)?.paused).toBeUndefined();
      }
    }
    expect(shop.settings.accounts()).toHaveLength(2);
  });

  it('is not filled twice, and keeps what the owner changed', async () => {
    await seedDemo({ ...shop, suppliers });
    const [product] = shop.catalog.snapshot().products;
    if (!product) throw new Error('no product');
    const edit = { type: 'set_words', name: 'Nama baru' } as const;
    await shop.catalog.edit(product._id, edit, { key: keyOf('test', 'name'), by: OWNER });
    await shop.settings.change({ name: 'Toko Saya' }, { key: keyOf('test', 'shop'), by: OWNER });
    await seedDemo({ ...shop, suppliers });
    const { products } = shop.catalog.snapshot();
    expect(products).toHaveLength(12);
    expect(products.map(({ name }) => name)).toContain('Nama baru');
    expect(shop.settings.profile().name).toBe('Toko Saya');
  });

  it('uses every drawing there is', async () => {
    const drawn = await readdir(new URL('../../../src/demo/pictures', import.meta.url));
    expect(drawn.toSorted()).toEqual(DEMO_PRODUCTS.map(({ picture }) => `${picture}.svg`).toSorted());
  });
});
