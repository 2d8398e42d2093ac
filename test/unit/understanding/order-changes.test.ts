import { describe, expect, it } from 'vitest';
import type { ChangeTarget, OrderChange } from '../../../src/understanding/order-changes.ts';
import { readOrder } from '../../../src/understanding/order-form.ts';
import { createProductSearch } from '../../../src/understanding/product-search.ts';
import { catalogue } from './catalogue.ts';

const find = createProductSearch(catalogue);
const changesOf = (text: string) => readOrder(text, find).changes.map(shown);

function shown(change: OrderChange): string {
  switch (change.type) {
    case 'add':
      return `add ${change.items.map((item) => `${item.products[0]?.id} ${item.qty ?? ''}`.trim()).join(', ')}`;
    case 'swap':
      return `swap ${what(change)} by ${change.by.products[0]?.id} ${change.by.products[0]?.variants.join('|') ?? ''}`.trim();
    case 'remove':
      return `remove ${what(change)}`;
    case 'quantity':
      return `quantity ${what(change)} ${change.qty}${change.had === undefined ? '' : ` (had ${change.had})`}`;
  }
}

const what = ({ line, products }: ChangeTarget): string | number => line ?? products?.[0]?.id ?? '-';

describe('corrections in the middle of an order', () => {
  it.each([
    ['ganti jadi 3', ['quantity - 3']],
    ['jadi 5 aja kak', ['quantity - 5']],
    ['2 jadi 3', ['quantity 2 3']],
    ['yang nomor 2 jadi 4', ['quantity 2 4']],
    ['kaosnya jadi 3', ['quantity kaos 3']],
    ['totebag jadi dua', ['quantity totebag 2']],
    ['totebagnya 2 aja', ['quantity totebag 2']],
    ['hapus 2', ['remove 2']],
    ['hapus nomor 1', ['remove 1']],
    ['totebag nya batal', ['remove totebag']],
    ['ga jadi totebag', ['remove totebag']],
    ['totebag ga jadi kak', ['remove totebag']],
    ['cancel tas selempang', ['remove selempang']],
    ['batalin sandalnya', ['remove sandal']],
    ['tambah sandal jepit 40 1', ['add sandal 1']],
    ['tambahin sambal bawang 2 dong', ['add sambal 2']],
    ['kaos hitam L ganti putih L', ['swap kaos by kaos Putih L']],
    ['totebag ganti tas selempang', ['swap totebag by selempang']],
    ['eh 3 aja kaosnya', ['quantity kaos 3']],
    ['3 aja deh', ['quantity - 3']],
    ['cukup 2 kak', ['quantity - 2']],
    ['kaos 3 ya bukan 2', ['quantity kaos 3 (had 2)']],
    ['kaosnya 3 kak, bukan 2', ['quantity kaos 3 (had 2)']],
    ['3 bukan 2', ['quantity - 3 (had 2)']],
    ['jangan 2, 3', ['quantity - 3 (had 2)']],
    ['bukan 2 tapi 3 kak', ['quantity - 3 (had 2)']],
    ['tolong kaosnya dibikin 3 aja ya kak', ['quantity kaos 3']],
    ['eh sorry maksudnya 3 kaosnya', ['quantity kaos 3']],
    ['salah kak, harusnya 3', ['quantity - 3']],
    ['make it 3 please', ['quantity - 3']],
    ['actually make the totebags 3', ['quantity totebag 3']],
    ['totebag batal, kaosnya jadi 3', ['remove totebag', 'quantity kaos 3']],
  ])('reads %s', (text, wanted) => {
    expect(changesOf(text)).toEqual(wanted);
  });

  it.each([
    'batal',
    'ga jadi',
    'kaos hitam L 2',
    'mau order totebag 1',
    'ganti kurir jne',
    '',
    'ok',
    'jadi berapa?',
    'kapan jadi dikirim',
    '3',
    'jangan lama ya',
    'bukan yang itu',
    '2 hari aja',
    'jne aja',
    'namanya 3 suku kata',
  ])('takes %j for no correction of an item', (text) => {
    expect(changesOf(text)).toEqual([]);
  });

  it.each([
    ['kurirnya jne aja', { courier: { courier: 'jne' } }],
    ['ganti kurir sicepat', { courier: { courier: 'sicepat' } }],
    ['pakai jnt aja', { courier: { courier: 'jnt' } }],
    ['cod aja', { payment: { way: 'cod' } }],
    ['bayarnya transfer bca aja kak', { payment: { way: 'transfer', via: 'bca' } }],
    ['catatannya jangan dibanting ya', { note: 'jangan dibanting' }],
  ])('reads the field in %s', (text, wanted) => {
    const { items, changes, address, ...fields } = readOrder(text, find);
    expect([items, changes, address.parts]).toEqual([[], [], {}]);
    expect(fields).toEqual(wanted);
  });

  it.each([
    [
      'alamatnya salah, yang benar jl mawar 7 lowokwaru malang',
      { street: 'Jl Mawar 7', district: 'Lowokwaru', city: 'Kota Malang' },
    ],
    [
      'alamat saya ganti ke Jl Anggrek 3 Sukun Malang',
      { street: 'Jl Anggrek 3', district: 'Sukun', city: 'Kota Malang' },
    ],
    ['kode posnya 65147', { postalCode: '65147' }],
    ['kecamatannya lowokwaru bukan sukun', { district: 'Lowokwaru' }],
    ['hp nya salah yang bener 081234567890', { phone: '+6281234567890' }],
    ['nomornya 0857 1234 5678', { phone: '+6285712345678' }],
    ['namanya Budi Santoso', { recipient: 'Budi Santoso' }],
    ['penerima ganti Siti', { recipient: 'Siti' }],
    ['rt nya 3 rw 5', { rt: '3', rw: '5' }],
  ])('reads the address field in %s', (text, parts) => {
    const reading = readOrder(text, find);
    expect(reading.address.parts).toEqual(parts);
    expect([reading.items, reading.changes, reading.courier, reading.payment, reading.note]).toEqual([
      [],
      [],
      undefined,
      undefined,
      undefined,
    ]);
  });
});
