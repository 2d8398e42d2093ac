import { CASE_STATES } from '../../shop/cases/case.ts';
import { PAYMENT_STATES } from '../../shop/orders/money.ts';
import { PARCEL_STATES } from '../../shop/orders/parcel.ts';
import { STAGES } from '../../shop/orders/stage.ts';
import { COMPLAINT_REASONS, COMPLAINT_WISHES } from '../../understanding/complaint.ts';
import { MENU_VERBS } from './actions/show-menu.ts';
import { CASE_VERBS } from './cases/case-card.ts';
import { ORDER_VERBS } from './orders/order-choices.ts';
import { TOLD_EVENTS } from './orders/order-story.ts';

// The texts that code names, by area; a test holds them against the code.
const NAMED: Readonly<Record<string, string>> = {
  alamat:
    'jalan jalan-panjang kecamatan-di kecamatan-kota kecamatan-lain kecamatan-mana kelurahan kelurahan-di kode-pos kode-pos-di kota kota-mana lagi-jalan lagi-kecamatan lagi-kelurahan lagi-kode-pos lagi-kota lagi-provinsi nama-asing nama-panjang nama-tidak-jelas provinsi tidak-jelas',
  bahasa: 'diganti indonesia inggris',
  batal: 'alasan-berubah-pikiran alasan-ketemu-lain alasan-lain alasan-salah-pesan alasan-terlalu-lama',
  bayar: 'belum-ada belum-ada-tagihan kirim-bukti tagihan',
  belum: 'masih-jalan',
  bukti: 'baris kirim-foto',
  cari: 'ketemu tulis-nama',
  cs: 'dibantu dipanggil',
  data: 'ini-datanya',
  katalog:
    'baris-barang berat berat-dicek kartu katalog-lagi lihat-lagi mulai pesan-ini pesan-varian satu stok-ada stok-habis stok-sisa stok-tanya tulis-lain varian',
  komplain:
    'aturan-batas aturan-lewat aturan-ongkir-pembeli aturan-ongkir-toko aturan-perlu-foto baris-kasus kartu perlu-foto sebagian-barang semua-barang',
  lagi: 'ada-yang-kosong baris tambahan',
  ongkir: 'baris baris-hari daftar tempat-mana tempat-tidak-jelas',
  pantau:
    'baris baris-perjalanan bayar-checking bayar-cod bayar-partly bayar-sampai empat-angka-salah kartu kartu-orang-lain kirim-out paket tombol-batal tombol-bukti',
  pesan:
    'alamat-benar barang-kosong barang-mana barang-tidak-ada barang-tidak-ada-lagi barang-tidak-paham barang-tidak-paham-lagi bayar-berubah benar-segitu berapa catatan-panjang catatan-sampai-situ cod ewallet harga-berubah jumlah-banyak jumlah-terlalu-banyak jumlah-tidak-jelas kecamatan-tidak-dikenal kode-pos-beda kode-pos-pakai kode-pos-tetap kurir-berubah link ongkir-gratis pernah-sama pesan-baru pilih-kurir qris rincian-barang rincian-cod rincian-ongkir rincian-potongan stok-habis stok-kurang stok-kurang-ambil tanpa-itu terlalu-banyak-terbuka tetap-jadi tidak-dijual total-kode-unik total-kode-unik-kurang total-tanya-stok transfer varian-mana varian-tidak-ada',
  refund: 'bank-salah nomor-salah',
  retur: 'resi-salah',
  ubah: 'apa-alamat apa-lainnya apa-penerima apa-telepon',
};

/** Every text that the customer's desk says by itself, so that a missing one shows at start. */
export const CUSTOMER_TEXTS: readonly string[] = [
  ...Object.entries(NAMED).flatMap(([area, names]) => names.split(' ').map((name) => `${area}.${name}`)),
  ...MENU_VERBS.map((verb) => `menu.${verb}`),
  ...STAGES.map((stage) => `pantau.tahap-${stage}`),
  ...PAYMENT_STATES.map((state) => `pantau.bayar-${state}`),
  ...PARCEL_STATES.map((state) => `pantau.kirim-${state}`),
  ...TOLD_EVENTS.map((event) => `pantau.jadi-${event.replaceAll('_', '-')}`),
  ...ORDER_VERBS.map((verb) => `pantau.tombol-${verb}`),
  ...CASE_STATES.map((state) => `komplain.tahap-${state}`),
  ...COMPLAINT_REASONS.map((reason) => `komplain.alasan-${reason}`),
  ...COMPLAINT_WISHES.map((wish) => `komplain.mau-${wish}`),
  ...CASE_VERBS.map((verb) => `komplain.tombol-${verb}`),
];
