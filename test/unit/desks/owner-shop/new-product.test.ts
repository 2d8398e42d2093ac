import { afterEach, beforeEach, expect, it } from 'vitest';
import { asFileId } from '../../../../src/core/ids.ts';
import { openShopDesk, type ShopDesk } from './shop-desk.ts';

let shop: ShopDesk;
let talk: ReturnType<ShopDesk['talk']>;
beforeEach(async () => {
  shop = await openShopDesk();
  talk = shop.talk();
});
afterEach(() => shop.close());

/** Answers question after question and gives back the last answer. */
async function answer(...replies: readonly string[]): Promise<string> {
  let told = '';
  for (const reply of replies) told = await talk.say(reply);
  return told;
}

it('adds a product step by step, on a new shelf, with variants of their own price and a photo', async () => {
  const gudang = await shop.addSupplier('Gudang Bandung');
  await talk.say('/produkbaru');
  await answer('Topi Rimba', 'Topi', 'Hijau, Coklat = 60000', '30rb', '+50%', '150 g', 'tanya');
  await answer('lewati', 'Topi lapangan');
  const asked = await talk.send('topi.png', 'a picture', 'image');
  expect(asked).toContain('Hijau · TOPI-RIMBA-HIJA · Rp45.000');
  expect(asked).toContain('Coklat · TOPI-RIMBA-COKL · Rp60.000');
  expect(await talk.say('ya')).toContain('✅ Topi Rimba');
  const [product] = shop.catalog.snapshot().products;
  expect(product).toMatchObject({ name: 'Topi Rimba', category: 'topi', description: 'Topi lapangan' });
  expect(product?.variants[0]).toMatchObject({
    price: 45_000,
    cost: 30_000,
    weightGrams: 150,
    supplier: gudang._id,
    stock: 'ask',
  });
  const kept = await shop.files.find(asFileId(product?.picture ?? ''));
  expect(kept?.about).toContain(`products/${product?._id}`);
});

it('asks for another sku when one is taken, and about a name that is there', async () => {
  await shop.addSupplier('Gudang Bandung');
  await shop.catalog.putCategory({ _id: 'tas', name: 'Tas', rank: 1 });
  await shop.addProduct({ sku: 'TAS-1' });
  await talk.say('/produkbaru');
  await answer('Barang TAS-1', 'Tas', 'lewati', '50000', '40000', '1,2 kg', '5', 'tas-1', 'lewati');
  expect(await talk.say('lewati')).toContain('SKU TAS-1 sudah dipakai');
  expect(await talk.say('TAS-2')).toContain('Sudah ada barang bernama Barang TAS-1');
  expect(await talk.tap('Tetap segitu')).toContain('rugi Rp10.000');
  expect(await talk.say('75000')).toContain('Untung per barang Rp25.000');
  await talk.say('ya');
  expect(shop.variant('TAS-2')).toMatchObject({ price: 75_000, available: 5, weightGrams: 1_200 });
});

it('leads to the supplier first where there is none', async () => {
  await talk.say('/produkbaru');
  expect(await answer('Topi', 'Topi', 'lewati', '30000', '50000', '100 g')).toContain('/pemasokbaru');
  expect(shop.catalog.snapshot().all).toEqual([]);
});

it('changes the photo of a product', async () => {
  await shop.addProduct({ sku: 'TAS-1' });
  await talk.say('/foto TAS-1');
  expect(await talk.send('tas.png', 'another picture', 'image')).toContain('sudah diganti');
  expect(shop.catalog.snapshot().item('TAS-1')?.product.picture).toMatch(/^[0-9a-f]{64}$/);
});
