import { DAY, HOUR } from '../../core/clock.ts';

/** Who takes part, by the address of their phone. */
export const PEOPLE = { 'pembeli-1': 'Pembeli', pemilik: 'Pemilik', 'pemasok-2': 'Pemasok' } as const;
export type Person = keyof typeof PEOPLE;

/** One thing that happens in the demo; `{kode}` in a text is the order's code. */
export type Deed =
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'says'; readonly who: Person; readonly text: string }
  | { readonly type: 'taps'; readonly who: Person; readonly label: string }
  | { readonly type: 'photo'; readonly who: Person; readonly shows: readonly string[]; readonly caption: string }
  | { readonly type: 'later'; readonly ms: number; readonly words: string };

const title = (text: string): Deed => ({ type: 'title', text });
const says = (who: Person, text: string): Deed => ({ type: 'says', who, text });
const taps = (who: Person, label: string): Deed => ({ type: 'taps', who, label });
const photo = (who: Person, shows: readonly string[], caption: string): Deed => ({
  type: 'photo',
  who,
  shows,
  caption,
});
const later = (ms: number, words: string): Deed => ({ type: 'later', ms, words });

const ORDER = `mau order kaos polos hitam L 2
Nama: Budi Santoso
HP: 081234567890
Alamat: Jl Melati No 5 RT 2/3, Kel. Sukun, Kec. Sukun, Kota Malang, Jawa Timur 65147
Kurir: JNE REG
Bayar: transfer BCA`;

/** A whole order, from the first word to the money given back. */
export const STORY: readonly Deed[] = [
  title('Pembeli memesan, dan meralat'),
  says('pembeli-1', 'halo'),
  says('pembeli-1', ORDER),
  says('pembeli-1', 'eh kaosnya 3 aja'),
  says('pembeli-1', 'ya'),
  title('Stok dipastikan ke pemasok, baru pembeli diminta membayar'),
  taps('pemasok-2', 'Ada'),
  title('Bukti bayar datang; pemilik mengecek uangnya'),
  photo('pembeli-1', ['TRANSFER BERHASIL', 'BCA'], 'sudah transfer ya kak'),
  taps('pemilik', 'Terima'),
  title('Pesanan ke pemasok, resi ke pembeli'),
  taps('pemilik', 'Teruskan'),
  says('pemasok-2', 'ok'),
  says('pemasok-2', 'resi JNE 0123456789012345'),
  title('Paket sampai'),
  later(2 * DAY, 'dua hari kemudian'),
  says('pemilik', '/sampai {kode}'),
  title('Satu kaos sobek: komplain'),
  later(HOUR, 'satu jam kemudian'),
  says('pembeli-1', 'komplain kak, kaosnya sobek'),
  taps('pembeli-1', 'Kaos Polos Combed 30s (Hitam, L): 1'),
  says('pembeli-1', 'sobek di lengan waktu dibuka'),
  photo('pembeli-1', ['KAOS', 'SOBEK'], ''),
  taps('pembeli-1', 'Uang kembali semua'),
  says('pembeli-1', 'ya'),
  title('Pemilik menyetujui retur, pembeli mengirim balik'),
  taps('pemilik', 'Setujui'),
  taps('pemilik', 'uang kembali semua'),
  taps('pemilik', 'Ya, kirim balik dulu'),
  says('pemilik', 'Toko Contoh, 081200001111, Jl. Kenanga 1, Beji, Depok 16421'),
  says('pemilik', 'ya'),
  taps('pembeli-1', 'Isi resi retur'),
  taps('pembeli-1', 'JNE'),
  says('pembeli-1', '0123456789999888'),
  says('pembeli-1', 'ya'),
  title('Barangnya kembali, uangnya dikirim: retur selesai'),
  later(2 * DAY, 'dua hari kemudian'),
  taps('pemilik', 'Barang sudah kembali'),
  taps('pemilik', 'Layak'),
  taps('pembeli-1', 'Isi rekening'),
  says('pembeli-1', 'bca'),
  says('pembeli-1', '1234567890'),
  says('pembeli-1', 'Budi Santoso'),
  says('pembeli-1', 'ya'),
  taps('pemilik', 'Refund terkirim'),
  photo('pemilik', ['TRANSFER BERHASIL', 'Rp55.000'], ''),
  says('pemilik', 'ya'),
];
