import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asChatId, asKey } from '../../../../src/core/ids.ts';
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

const RINA = asChatId('simulator/local/rina');
const GUDANG = asChatId('simulator/local/gudang');

describe('/staf', () => {
  it('makes a code in a message of its own; whoever sends it is staff until removed', async () => {
    const [, code] = await talk.answers('/stafbaru Rina');
    expect(code?.text).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{6}$/);
    await shop.staff.redeem(code?.text ?? '', RINA, asKey('k1'));
    expect(shop.staff.roleOf(RINA)).toMatchObject({ role: 'staff', name: 'Rina' });
    expect(await talk.say('/staf')).toContain('Rina (simulator, sejak Sen 23 Nov)');
    await talk.tap('Hapus Rina');
    expect(await talk.say('ya')).toContain('bukan staf lagi');
    expect(shop.staff.roleOf(RINA)).toBeUndefined();
  });

  it('gives the same code when the turn is repeated', async () => {
    const mail = talk.mailOf({ type: 'text', text: '/stafbaru Rina' });
    const first = await talk.turn(mail);
    const again = await talk.turn(mail, first.did);
    expect(again.answers).toEqual(first.answers);
  });
});

it.each([
  '/staf',
  '/stafbaru Budi',
  '/rekeningbaru BCA 1234509876 a.n. Budi',
  '/toko nama X',
  '/ekspor pelanggan',
  '/lanjutkan',
])('tells staff at once that only the owner does %s', async (line) => {
  expect(await shop.talk('staff').say(line)).toBe('Ini hanya bisa dilakukan pemilik toko.');
});

it('lets staff look after goods, under their own name', async () => {
  const [, code] = await talk.answers('/stafbaru Rina');
  await shop.staff.redeem(code?.text ?? '', asChatId('simulator/local/staf'), asKey('k1'));
  const sku = await shop.addTas();
  expect(await shop.talk('staff').say(`/stok ${sku} 4`)).toContain('✅');
  expect(shop.catalog.snapshot().item(sku)?.product.history.at(-1)?.by.name).toBe('Rina');
});

describe('/pemasok', () => {
  it('adds one with its phone, and refuses a name that is there', async () => {
    expect(await talk.say('/pemasokbaru Toko Sablon 081298765432')).toContain('HP: 0812-9876-5432');
    await talk.say('/pemasokbaru toko sablon');
    expect(await talk.say('lewati')).toContain('Sudah ada pemasok');
    expect(shop.suppliers.all().filter(({ name }) => /sablon/i.test(name))).toHaveLength(1);
  });

  it('binds a chat by a code', async () => {
    const gudang = await shop.addSupplier('Gudang Bandung');
    await talk.say('/pemasok bandung');
    expect(talk.choices()).toContain('Hubungkan chat');
    const [, code] = await talk.answers('/pemasokkode Gudang Bandung');
    await shop.staff.redeem(code?.text ?? '', GUDANG, asKey('k1'));
    expect(shop.staff.roleOf(GUDANG)).toMatchObject({ role: 'supplier', holder: gudang._id });
    expect(await talk.say('/pemasok bandung')).toContain('Chat: terhubung');
  });

  it('is paused with a reason and used again', async () => {
    const gudang = await shop.addSupplier('Gudang Cimahi');
    await shop.addSupplier('Konveksi Solo');
    await talk.say('/pemasokjeda Gudang Cimahi: stok opname');
    expect(await talk.say('ya')).toContain('Dijeda: stok opname');
    expect(shop.suppliers.paused()).toEqual(new Set([gudang._id]));
    expect(shop.suppliers.known(gudang._id)?.history.at(-1)).toMatchObject({ event: 'pause', reason: 'stok opname' });
    await talk.tap('▶ Pakai lagi');
    expect(shop.suppliers.paused()).toEqual(new Set());
  });

  it('has its phone and couriers changed by button', async () => {
    const gudang = await shop.addSupplier('Gudang Garut');
    await talk.say('/pemasok garut');
    await talk.tap('Ubah HP');
    expect(await talk.say('0812')).toContain('belum lengkap');
    await talk.say('081234567890');
    await talk.tap('Ubah kurir');
    await talk.say('JNE');
    expect(await talk.say('selesai')).toContain('Kurir: JNE');
    expect(shop.suppliers.known(gudang._id)).toMatchObject({ contact: { phone: '+6281234567890' }, couriers: ['jne'] });
  });
});

describe('/toko', () => {
  it.each([
    ['nama Toko Bunga', { name: 'Toko Bunga' }],
    ['hp 081311112222', { contact: { phone: '+6281311112222' } }],
    ['kota: Bandung', { address: { city: 'Bandung' } }],
    ['buka 9-17.30', { open: { from: '09:00', to: '17:30' } }],
    ['sapaan Halo, mau pesan apa?', { greeting: 'Halo, mau pesan apa?' }],
  ])('/toko %s', async (words, wanted) => {
    expect(await talk.say(`/toko ${words}`)).toContain('Ubah seperti ini?');
    expect(await talk.say('ya')).toContain('✅');
    expect(shop.settings.profile()).toMatchObject(wanted);
  });

  it('says what would be right when a value cannot be so', async () => {
    await talk.say('/toko');
    await talk.tap('HP toko');
    expect(await talk.say('123')).toContain('Contoh: 081234567890');
    expect(shop.settings.profile().contact.phone).toBe('+6281311112222');
  });
});

describe('/lanjutkan', () => {
  it('shows what is held back before anything goes out', async () => {
    shop.careful.since = new Date('2026-11-23T01:00:00Z');
    shop.careful.summary = { held: 4, overdue: 2, open: 9 };
    const told = await talk.say('/lanjutkan');
    expect(told).toContain('4 kabar lama ditahan');
    expect(told).toContain('2 pesanan sudah lewat batas bayar');
    expect(shop.careful.since).toBeDefined();
    expect(await talk.tap('Lanjutkan')).toContain('seperti biasa lagi');
    expect(shop.careful.since).toBeUndefined();
  });

  it('has nothing to do in ordinary times', async () => {
    expect(await talk.say('/lanjutkan')).toContain('tidak ada yang ditahan');
  });
});
