import type { Json } from '../../../../src/core/json.ts';

/** What a person gets: it is asked again with a reason, asked back about a part, or it is taken as this value. */
export type FieldAnswer = 'refused' | 'asked back' | { readonly taken: Json };
export type FieldRow = readonly [said: string, answer: FieldAnswer];

const taken = (value: Json): FieldAnswer => ({ taken: value });
const refused = (...said: readonly string[]): readonly FieldRow[] => said.map((one) => [one, 'refused']);

const NO_CODE = refused('', 'K7M2QX', 'AAAAAA', 'pesanan saya', 'K7M2QX K7M2QX', '{"$gt":""}', '٢٢٢٢٢٢', '../K7M2QX');
const NO_FILE = refused('', 'sudah saya kirim', 'bukti.jpg', 'https://x.example/bukti.jpg', '../../bukti.jpg');
const PHONES: readonly FieldRow[] = [
  ...refused('', '0812', '+62', '0000000000', '08123456789012345678', 'nol delapan', '12345', '021', '{"$gt":""}'),
  ['0812-3456-7890', taken('+6281234567890')],
  ['62 812 3456 7890', taken('+6281234567890')],
  ['nomornya 081234567890 ya kak', taken('+6281234567890')],
];
const RESI: readonly FieldRow[] = [
  ...refused('', 'belum ada', '-', '123', '{"$gt":""}', 'https://x.example/lacak', 'nomornya menyusul ya kak'),
  ['jp 1234 5678 90', taken('JP1234567890')],
];
const BANKS: readonly FieldRow[] = [
  ...refused('', '123', '{"$gt":""}', '$set', 'x', '=1+1', '<b>BCA</b>', 'http://bca.example', 'b'.repeat(40)),
  ['bca', taken('BCA')],
];
const ACCOUNTS: readonly FieldRow[] = [
  ...refused('', '1234', 'dua', '-1', '1'.repeat(21), '123456 atau 654321?', 'http://169.254.169.254/latest/meta-data'),
  ['123-456-7890', taken('1234567890')],
  ['0012345678', taken('0012345678')],
];

const ADDRESSES: readonly FieldRow[] = [
  ...refused('', 'ya', 'menu', 'batal', '()', '👍', '{}'),
  ['Jl Melati 5', 'asked back'],
  ['Depok', 'asked back'],
  ['Sukamaju, Cilodong, Surabaya 00000', 'asked back'],
  ['<b>Jl. $where</b> 5', 'asked back'],
];
const GOODS: readonly FieldRow[] = [
  ...refused('', 'ya', 'menu', '0', '-1', '½', 'sepatu roda', '{"$gt":""}', '__proto__', '=1+1'),
  ['kaos', 'asked back'],
  ['totebag', 'asked back'],
  ['totebag 0', 'asked back'],
  // A dash before an amount is how lists are typed.
  ['totebag -1', taken([{ sku: 'TOTE', name: 'Totebag Kanvas', quantity: 1, price: 45_000 }])],
  ['0 totebag', 'asked back'],
  ['kaos hitam L 0', 'asked back'],
  ['totebag 1001', 'asked back'],
  ['totebag 999999999', 'asked back'],
  ['totebag ½', 'asked back'],
  ['kaos ungu XXXL 2', 'asked back'],
];
const NAMES: readonly FieldRow[] = [
  ...refused('', 'a', 'menu', 'ya', '081234567890', '<b>Budi</b>', '{"$gt":""}', '=1+1', 'x'.repeat(61)),
  ...refused('https://x.example', '\u3164\u3164', '👩‍👩‍👧‍👦', 'Siti?'),
  ['\u202EBudi', taken('Budi')],
];
const BUYERS: readonly FieldRow[] = [
  ...refused('', 'pak budi', '0812', 'AAAAAA', '{"$gt":""}', '../K7M2QX'),
  ['0812 3456 7890', taken({ telepon: '+6281234567890' })],
];

/** Mistaken and hostile answers to a field, by its kind; `desk/kind` where a desk has a kind of its own under the same name. */
export const FIELD_TABLES: Readonly<Record<string, readonly FieldRow[]>> = {
  code: NO_CODE,
  'customer/order-code': NO_CODE,
  file: NO_FILE,
  photo: NO_FILE,
  'customer/proof-files': NO_FILE,
  'customer/evidence-files': NO_FILE,
  'owner/table-file': NO_FILE,
  money: [
    ...refused('', '-1', 'Rp-5.000', '1e3', '1e999', 'NaN', 'Infinity', '0x10', '½', '٢', 'dua', '15.5', '1,5'),
    ...refused('9007199254740993', '150.000.000.000.000.000.000', '{"$gt":""}', '=1+1', 'banyak'),
    ['Rp150.347,-', taken(150_347)],
    ['1,5jt', taken(1_500_000)],
    ['150rb', taken(150_000)],
    ['0', taken(0)],
  ],
  name: [
    ...refused('', 'a', '081234567890', '12345', 'https://x.example', '👩‍👩‍👧‍👦', '\u3164\u3164', 'x'.repeat(61)),
    ['nama saya budi', taken('Budi')],
    ['{nama}', taken('{nama}')],
  ],
  phone: PHONES,
  'customer/phone': [...PHONES, ['081234567890 Jl. Melati No. 5 Depok', 'refused']],
  quantity: [
    ...refused('', '0', '-1', '1,5', '½', '1e3', '999999999', 'NaN', '٢٢٢٢٢٢', 'banyak', '{"$gt":""}', '=1+1', '+62'),
    ['dua', taken(2)],
    ['2 lusin', taken(24)],
    ['9999', taken(9_999)],
  ],
  text: [...refused('', ' ', '\u200B', 'x'.repeat(501)), ['<b>{toko}</b>', taken('<b>{toko}</b>')]],
  'customer/account-number': ACCOUNTS,
  'owner/account-number': ACCOUNTS,
  'customer/bank': BANKS,
  'owner/bank-name': BANKS,
  'customer/address': ADDRESSES,
  'owner/buyer-code': BUYERS,
  'owner/return-address': [
    ...refused('', 'ya', 'tidak', 'menu', '()', '👍', '{"$gt":""}', 'Jl. Kenanga 1, Depok, '.repeat(30)),
    ['=1+1', 'asked back'],
    ['Jl. Kenanga 1, Beji, Depok 16421', 'asked back'],
    ['<b>Jl. $where</b> 5', 'asked back'],
  ],
  'owner/supplier-text': [...refused(''), ['Kirim {kode}\n{barang}', taken('Kirim {kode}\n{barang}')]],
  'customer/goods-words': [...refused('', 'menu', '?', '.', '👍'), ['ada kaos hitam gak kak?', taken('kaos hitam')]],
  'customer/last-four': [
    ...refused('', '123', '12345', 'satu dua tiga empat', '½½½½', '٢٢٢٢', 'K7M2QX-99', '1e999', '{"$gt":""}'),
    ['7890', taken('7890')],
    ['belakangnya 7890 kak', taken('7890')],
    ['0812-3456-7890', taken('7890')],
  ],
  'customer/order-line': GOODS,
  'customer/person-name': NAMES,
  'customer/place': [
    ...refused('', 'Wakanda', '00000', '{"$gt":""}', '../..', '👍'),
    ['Karanganyar', 'asked back'],
  ].map(([said = '', answer]): FieldRow => [said, answer === 'asked back' ? 'asked back' : 'refused']),
  'customer/resi': RESI,
  resi: RESI,
  'owner/price': [
    ...refused(
      '',
      '-1',
      'Rp-5.000',
      '1e3',
      'NaN',
      '½',
      'dua',
      '15.5',
      '{"$gt":""}',
      '=1+1',
      '9007199254740993',
      '30.000%',
    ),
    ['125.000', taken(125_000)],
    ['+30%', taken({ persen: 30 })],
    ['modal + 20rb', taken({ tambah: 20_000 })],
  ],
  'owner/sku': [
    ...refused('', 'A B', '$set', '{"$gt":""}', '=1+1', '<b>', '../x', 'x'.repeat(41), '👍', 'ТЅ'),
    ['tas-1', taken('TAS-1')],
  ],
  'owner/stock': [
    ...refused('', '-1', '1,5', '½', '1e3', 'NaN', '99999999', 'dua', '{"$gt":""}', '٢'),
    ['12 pcs', taken(12)],
    ['habis', taken(0)],
    ['tanya', taken('tanya')],
  ],
  'owner/stock-lines': [
    ...refused(
      '',
      '12',
      '👍',
      'TAS-1=banyak\nTAS-2=3',
      'TAS-1=1.5\nTAS-2=2',
      Array.from({ length: 101 }, (_, i) => `T-${i}=1`).join('\n'),
    ),
    ['TAS-1', 'asked back'],
    ['TAS-1 99999999', 'asked back'],
    ['TAS-1 -2', taken([{ barang: 'TAS-1', jumlah: -2, tambah: true }])],
  ],
  'owner/variant-lines': [
    ...refused(
      '',
      '=1',
      'Merah=-1',
      'Merah=1e3',
      'Merah, merah',
      Array.from({ length: 51 }, (_, i) => `V${i}`).join('\n'),
    ),
    ['Merah L, XL=130rb', taken([{ nama: 'Merah L' }, { nama: 'XL', harga: 130_000 }])],
  ],
  'owner/weight': [
    ...refused('', '0', '-1', '½', '1e3', 'NaN', '101 kg', '999999', 'dua', '{"$gt":""}', '1.5'),
    ['1,2 kg', taken(1_200)],
    ['350 gr', taken(350)],
  ],
};
