import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopDesk, type ShopDesk } from './shop-desk.ts';

let shop: ShopDesk;
let talk: ReturnType<ShopDesk['talk']>;
let gudang: string;
beforeEach(async () => {
  shop = await openShopDesk();
  talk = shop.talk();
  gudang = (await shop.addSupplier('Gudang Bandung'))._id;
  await shop.addProduct({ sku: 'TAS-1', price: 100_000, cost: 80_000, supplier: gudang });
  await shop.addProduct({ sku: 'TAS-2', price: 60_000, cost: 40_000, supplier: gudang });
});
afterEach(() => shop.close());

async function sent(line: string): Promise<string> {
  const file = (await talk.answers(line)).find((answer) => answer.file)?.file;
  return new TextDecoder().decode(await shop.readFile(file?.id));
}

describe('/ekspor', () => {
  it('sends the goods as a file that an import takes back without a change', async () => {
    const csv = await sent('/ekspor produk csv');
    expect(csv).toContain('TAS-1;Barang TAS-1;;tas;100000;80000;250;Gudang Bandung;10');
    await talk.send('kembali.csv', csv);
    expect(await talk.say('campuran')).toContain('semuanya sudah sama');
  });

  it('writes no live formula and keeps phones as text', async () => {
    await shop.addProduct({ sku: 'ORDERED' });
    await shop.place({ lines: [{ sku: 'ORDERED', quantity: 2 }], note: '=HYPERLINK("http://x")' });
    const csv = await sent('/ekspor pesanan csv');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toMatch(/;'?0812/);
  });

  it('sends the lines of orders with what is earned on each, and the suppliers', async () => {
    await shop.addProduct({ sku: 'ORDERED' });
    await shop.place({ lines: [{ sku: 'ORDERED', quantity: 2 }] });
    expect(await sent('/ekspor rincian csv')).toContain('ORDERED;Barang ORDERED;;2;50000;35000;100000;30000;sup-1');
    expect(await sent('/ekspor pemasok csv')).toContain('Gudang Bandung');
  });

  it('asks what is wanted, makes an xlsx unless told otherwise, and offers the other kind', async () => {
    expect(await talk.say('/ekspor')).toContain('/ekspor pesanan csv');
    await talk.tap('Produk');
    expect(talk.choices()).toEqual(['Sebagai CSV']);
    const file = (await talk.answers('/ekspor produk'))[0]?.file;
    expect(file?.name).toBe('produk-2026-11-23.xlsx');
    expect((await shop.readFile(file?.id))?.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('says so when there is nothing', async () => {
    expect(await talk.say('/ekspor kas')).toContain('belum ada isinya');
  });
});

describe('/impor', () => {
  const LIST =
    'SKU;Nama;Harga Jual;Harga Supplier;Berat;Stok\nTAS-1;;120000;90000;;\nTAS-9;Baru;50000;45000;200;tanya\n';

  it('shows what changes with the margins, and changes nothing before a yes', async () => {
    await talk.send('daftar.csv', LIST);
    const seen = await talk.say('Gudang Bandung');
    expect(seen).toContain('🆕 Baru 1: TAS-9');
    expect(seen).toContain('harga Rp100.000 → Rp120.000, untung Rp20.000 → Rp30.000');
    expect(seen).toContain('Tidak ada di daftar 1: TAS-2');
    expect(shop.variant('TAS-1')?.price).toBe(100_000);
    expect(shop.variant('TAS-9')).toBeUndefined();
    await talk.tap('Terapkan, biarkan yang hilang');
    expect(shop.variant('TAS-1')).toMatchObject({ price: 120_000, cost: 90_000 });
    expect(shop.variant('TAS-9')).toMatchObject({ price: 50_000, supplier: gudang, stock: 'ask' });
    expect(shop.variant('TAS-2')?.active).toBe(true);
  });

  it('hides what the list names no more, when told so', async () => {
    await talk.send('daftar.csv', LIST);
    await talk.say('Gudang Bandung');
    expect(await talk.tap('Terapkan, sembunyikan yang hilang')).toContain('2 dari 2');
    expect(shop.variant('TAS-2')?.active).toBe(false);
  });

  it('tells every wrong cell with its row, and applies nothing of such a file', async () => {
    await talk.send('daftar.csv', 'SKU;Harga Jual;Stok\nTAS-1;murah;\nTAS-2;70000;banyak\nTAS-2;1;1');
    const told = await talk.say('campuran');
    expect(told).toContain('baris 2, Harga Jual: "murah"');
    expect(told).toContain('baris 3, Stok: "banyak"');
    expect(told).toContain('baris 4, SKU: "TAS-2" → tertulis dua kali');
    expect(shop.variant('TAS-2')?.price).toBe(60_000);
  });

  it('is dropped by a no, and cannot be applied after that', async () => {
    await talk.send('daftar.csv', 'SKU;Harga Jual\nTAS-1;120000\n');
    await talk.say('campuran');
    expect(talk.choices()).toEqual(['Terapkan', 'Jangan']);
    expect(await talk.tap('Jangan')).toContain('Tidak ada yang berubah');
    expect(shop.variant('TAS-1')?.price).toBe(100_000);
  });

  it('knows a list of resi by its columns', async () => {
    await talk.send('resi.csv', 'No Pesanan;Kurir;No Resi\nK7M2QX;JNE;0123456789012\n');
    expect(await talk.tap('Terapkan')).toContain('baris 2: pesanan tidak ditemukan');
  });

  it('says which columns are wanted when it knows none', async () => {
    expect(await talk.send('apa.csv', 'halo;apa\n1;2')).toContain('perlu kolom SKU');
  });

  it('asks for the file when it is called without one', async () => {
    expect(await talk.say('/impor')).toContain('.xlsx');
    expect(await talk.send('daftar.csv', LIST)).toContain('pemasok siapa');
  });
});
