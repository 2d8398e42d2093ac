import { LEDGER_KINDS } from '../../../shop/orders/money.ts';
import { EXPORTS } from './files/export-rows.ts';
import { IMPORT_COLUMNS, IMPORT_RIGHTS } from './files/import-refusal.ts';
import { EDIT_REFUSALS } from './goods/edit-refusal.ts';
import { PROFILE_MISTAKES, SHOP_FIELDS } from './profile/shop-profile.ts';

// The texts that code names, by area; a test holds them against the code.
const NAMED: Readonly<Record<string, string>> = {
  '': 'barang-tidak-ada barang-yang-mana tombol-berikutnya',
  ekspor: 'jadi jadi-kas jadi-penuh kosong tombol-lain',
  hari: 'angka baris belum cara minggu rinci-lebih rinci-masuk rinci-modal rinci-ongkir rinci-ongkir-asli rinci-penjualan rinci-refund tombol-hari-ini tombol-minggu tombol-sebelum tombol-sesudah',
  harga: 'di-bawah-modal jadi tidak-terbaca tombol-tetap',
  impor:
    'baris-salah baru batal berubah campuran ditolak-baris gerak-harga gerak-lagi gerak-modal hilang jadi jadi-sebagian kirim kolom naik pratinjau resi rugi salah salah-kosong salah-lagi sedang sudah-lewat table-empty table-not-readable table-too-large table-too-many-rows tetap tidak-berubah turun',
  pemasok:
    'ada-chat barang baris-jeda batas daftar dari dijeda ditambah email hp kartu ketentuan kode kosong kurir semua-kurir tanpa-chat teks-sekarang tombol-teks tidak-ada tolak-bad-email tolak-bad-phone tolak-bad-rating tolak-bad-time tolak-kode-missing tolak-name-missing tolak-name-taken tolak-unknown-placeholder tombol-baru tombol-hp tombol-jeda tombol-kode tombol-kurir tombol-lanjut tombol-lihat',
  produk:
    'angka baris baris-mati berat-salah dicek dijual ditambah foto-jadi halaman kartu kartu-mati ketemu ketemu-banyak nama-ada rak rak-baru rak-dicari sku-dipakai sku-salah stok stok-dipesan stok-hitung stok-tanya stok-tanya-kosong tanpa-rak tidak-dijual tidak-dijual-lagi tombol-baru tombol-foto tombol-harga tombol-harga-varian tombol-lihat tombol-mati tombol-mati-varian tombol-nyala tombol-nyala-varian tombol-rak tombol-stok tombol-stok-varian varian varian-dua-kali varian-mati varian-tidak-terbaca',
  profil: 'baris diubah kartu',
  rekening:
    'bank-salah baris baris-mati bukan-hp daftar ditambah kosong mati mati-semua nomor-salah nyala panjang-lain sudah-ada tidak-ada tidak-bisa tombol-baru tombol-mati tombol-nyala tombol-tetap',
  staf: 'baris daftar dihapus kode kosong tidak-ada tombol-baru tombol-hapus tombol-semua',
  stok: 'angka-atau-tanya baris berapa jadi lebih-dari-satu terlalu-banyak tidak-ada tidak-jadi tidak-terbaca yang-mana',
};

/** Every text that the code behind the shop's own flows says by itself. */
export const ownerShopTexts = (): readonly string[] => [
  ...Object.entries(NAMED).flatMap(([area, names]) =>
    names.split(' ').map((name) => (area === '' ? `toko.${name}` : `toko.${area}.${name}`)),
  ),
  ...EDIT_REFUSALS.map((why) => `toko.tolak-${why}`),
  ...EXPORTS.map((name) => `toko.ekspor.${name}`),
  ...LEDGER_KINDS.map((kind) => `toko.kas.${kind.replaceAll('_', '-')}`),
  ...IMPORT_COLUMNS.map((column) => `toko.impor.kolom-${column}`),
  ...IMPORT_RIGHTS.map((right) => `toko.impor.harus-${right}`),
  ...SHOP_FIELDS.map((field) => `toko.profil.${field}`),
  ...PROFILE_MISTAKES.map((mistake) => `toko.profil.salah-${mistake}`),
];
