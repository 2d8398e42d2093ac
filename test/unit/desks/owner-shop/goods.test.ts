import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { OWNER } from '../../../support/shop-core.ts';
import { openShopDesk, type ShopDesk } from './shop-desk.ts';

let shop: ShopDesk;
let talk: ReturnType<ShopDesk['talk']>;
beforeAll(async () => {
  shop = await openShopDesk();
});
beforeEach(() => {
  talk = shop.talk();
});
afterAll(() => shop.close());

const historyOf = (sku: string) => shop.catalog.snapshot().item(sku)?.product.history ?? [];

describe('/produk', () => {
  it('shows price, cost, margin, stock and supplier of a product', async () => {
    const gudang = await shop.addSupplier('Gudang Bandung');
    const sku = await shop.addTas({ price: 125_000, cost: 90_000, stock: 7, supplier: gudang._id });
    const card = await talk.say(`/produk ${sku.toLowerCase()}`);
    expect(card).toContain('Rp125.000 · modal Rp90.000 · untung Rp35.000 (28%)');
    expect(card).toContain('stok 7');
    expect(card).toContain('Gudang Bandung');
  });

  it('finds goods that are not on sale, and sells them again with one tap', async () => {
    const sku = await shop.addTas();
    await talk.say(`/matikan ${sku}`);
    expect(shop.catalog.snapshot().buyable(sku)).toBeUndefined();
    expect(await talk.tap('▶ Jual lagi')).toContain('dijual lagi');
    expect(shop.catalog.snapshot().buyable(sku)).toBeDefined();
    expect(historyOf(sku).filter(({ event }) => event === 'set_active')).toHaveLength(2);
  });

  it('takes only the variant off sale whose button is tapped', async () => {
    await shop.addProduct({ sku: 'K-M', name: 'M' }, { sku: 'K-L', name: 'L' });
    await talk.say('/produk K-M');
    await talk.tap('⏸ M');
    expect(shop.catalog.snapshot().buyable('K-M')).toBeUndefined();
    expect(shop.catalog.snapshot().buyable('K-L')).toBeDefined();
  });

  it('says what to do when nothing is found, and what customers looked for in vain', async () => {
    expect(await talk.say('/produk sepatu kuda')).toContain('/produk');
    await shop.catalog.search('sepatu kuda');
    expect(await talk.say('/produk')).toContain('sepatu kuda (1)');
  });

  it('pages a long shelf', async () => {
    await shop.catalog.putCategory({ _id: 'topi', name: 'Topi', rank: 1 });
    const at = (n: number) => ({ key: keyOf('test', 'topi', n), by: OWNER });
    for (let n = 1; n <= 10; n++) {
      const variants = [{ sku: `TOPI-${n}`, name: '', price: 1, cost: 1, weightGrams: 1, supplier: 's', stock: 1 }];
      await shop.catalog.addProduct({ name: `Topi ${n}`, category: 'topi', description: '', variants }, at(n));
    }
    await talk.say('/produk');
    expect(await talk.tap('Topi (10)')).toContain('10 barang · halaman 1 dari 2');
    await talk.tap('Berikutnya ▶');
    expect(talk.choices().filter((label) => label.startsWith('Topi'))).toHaveLength(2);
  });
});

describe('/harga', () => {
  let sku: string;
  beforeEach(async () => {
    sku = await shop.addTas({ price: 100_000, cost: 80_000 });
  });

  it('shows the effect on the margin, and changes the price only after a yes', async () => {
    const asked = await talk.say(`/harga ${sku} 125rb`);
    expect(asked).toContain('Rp100.000 → Rp125.000 (modal Rp80.000)');
    expect(asked).toContain('Untung Rp20.000 (20%) → Rp45.000 (36%)');
    expect(shop.variant(sku)?.price).toBe(100_000);
    expect(await talk.say('ya')).toContain('✅');
    expect(shop.variant(sku)?.price).toBe(125_000);
    expect(historyOf(sku).at(-1)).toMatchObject({
      event: 'set_price',
      by: { desk: 'owner', id: 'owner' },
      data: { priceBefore: 100_000, price: 125_000 },
    });
  });

  it('asks before a price below cost', async () => {
    expect(await talk.say(`/harga ${sku} 70000`)).toContain('rugi Rp10.000');
    await talk.tap('Tetap segitu');
    await talk.say('ya');
    expect(shop.variant(sku)?.price).toBe(70_000);
  });

  it.each([
    ['+30%', 104_000],
    ['modal+25rb', 105_000],
    ['+10.5%', 88_500],
  ])('makes a price out of the cost: %s', async (wish, price) => {
    await talk.say(`/harga ${sku} ${wish}`);
    await talk.say('ya');
    expect(shop.variant(sku)?.price).toBe(price);
  });

  it('takes price and cost in one line', async () => {
    await talk.say(`/harga ${sku} = 150000 modal 90rb`);
    await talk.say('ya');
    expect(shop.variant(sku)).toMatchObject({ price: 150_000, cost: 90_000 });
  });

  it('asks which one when a name fits several, and for what is missing', async () => {
    await shop.addProduct({ sku: 'JAKET-M', name: 'Merah' }, { sku: 'JAKET-L', name: 'Biru' });
    expect(await talk.say('/harga jaket')).toContain('Harga barunya berapa?');
    expect(await talk.say('90000')).toContain('Yang mana?');
    await talk.say('2');
    await talk.say('ya');
    expect([shop.variant('JAKET-M')?.price, shop.variant('JAKET-L')?.price]).toEqual([50_000, 90_000]);
  });

  it('tells its usage when it is called alone', async () => {
    expect(await talk.say('/harga')).toContain('/harga SKU 125000');
  });
});

describe('/stok', () => {
  let tas: string;
  let tanya: string;
  beforeEach(async () => {
    tas = await shop.addTas({ stock: 3 });
    tanya = await shop.addTas({ stock: 'ask' });
  });

  it.each([
    [' 12', { stock: 'counted', available: 12 }],
    [' = 0', { stock: 'counted', available: 0 }],
    [' +5', { stock: 'counted', available: 8 }],
    [' -1', { stock: 'counted', available: 2 }],
    [' tanya', { stock: 'ask' }],
    [': habis', { stock: 'counted', available: 0 }],
  ])('/stok SKU%s', async (amount, wanted) => {
    expect(await talk.say(`/stok ${tas.toLowerCase()}${amount}`)).toContain('✅');
    expect(shop.variant(tas)).toMatchObject(wanted);
  });

  it('takes many lines at once, each with its own entry in the history', async () => {
    await talk.say(`/stok ${tas}=7\n${tanya}=9`);
    expect([shop.variant(tas)?.available, shop.variant(tanya)?.available]).toEqual([7, 9]);
    expect(historyOf(tas).at(-1)).toMatchObject({ event: 'set_stock', data: { availableBefore: 3 } });
  });

  it('changes nothing when one of the lines names nothing', async () => {
    expect(await talk.say(`/stok ${tas}=7\nXYZ-9=9`)).toContain('belum ada stok yang diubah');
    expect(shop.variant(tas)?.available).toBe(3);
  });

  it('changes nothing when one of the lines cannot be read, and says which', async () => {
    await talk.say('/stok');
    expect(await talk.say(`${tas}=7\n${tanya} banyak`)).toContain('Baris 2');
    expect(shop.variant(tas)?.available).toBe(3);
  });

  it('asks for the number after a button, and says why fewer than ordered cannot be', async () => {
    const order = await shop.place({ lines: [{ sku: tas, quantity: 2 }] });
    await talk.say(`/produk ${tas}`);
    expect(await talk.tap('Isi stok')).toContain(`Stok ${tas} berapa?`);
    expect(await talk.say('1')).toContain('kurang dari yang sudah dipesan');
    const [product] = (await shop.catalog.look([tas])).values();
    expect(product?.variants[0]).toMatchObject({ available: 1, holds: [{ order: order._id, quantity: 2 }] });
  });

  it('does not count "5 more" where nobody counted before', async () => {
    expect(await talk.say(`/stok ${tanya} +5`)).toContain('tidak dihitung');
    expect(shop.variant(tanya)?.stock).toBe('ask');
  });
});

it('does an act once when its turn is repeated after a crash', async () => {
  const tas = await shop.addTas({ stock: 3 });
  const mail = talk.mailOf({ type: 'text', text: `/stok ${tas} +5` });
  const first = await talk.turn(mail);
  const again = await talk.turn(mail, first.did);
  expect(again.answers).toEqual(first.answers);
  expect(shop.variant(tas)?.available).toBe(8);
});
