import type { Menus } from '../channels/telegram/channel.ts';

const entry = (command: string, id: string, en: string) => ({ command, description: { id, en } });

/** The commands shown beside the text field, by who sees them. */
export const MENUS: Menus = {
  customer: [
    entry('menu', 'Menu utama', 'Main menu'),
    entry('katalog', 'Lihat barang', 'Browse goods'),
    entry('pesan', 'Pesan barang', 'Order something'),
    entry('status', 'Cek pesanan dan resi', 'Check orders and tracking'),
    entry('komplain', 'Barang bermasalah', 'Something is wrong'),
    entry('cs', 'Bicara dengan orang toko', 'Talk to a person'),
    entry('bahasa', 'Ganti bahasa', 'Change language'),
    entry('privasi', 'Data Kakak di toko ini', 'Your data here'),
  ],
  owner: [
    entry('kerja', 'Yang harus dikerjakan sekarang', 'What needs doing now'),
    entry('pesanan', 'Daftar pesanan', 'Orders'),
    entry('cari', 'Cari pesanan atau pembeli', 'Find an order or a customer'),
    entry('hari', 'Angka hari ini', "Today's figures"),
    entry('produk', 'Barang, harga, stok', 'Goods, prices, stock'),
    entry('kasus', 'Keluhan dan retur', 'Complaints and returns'),
    entry('rekening', 'Rekening toko', 'Bank accounts'),
    entry('pemasok', 'Pemasok', 'Suppliers'),
    entry('ekspor', 'Unduh XLSX dan CSV', 'Download XLSX and CSV'),
    entry('bantuan', 'Semua perintah', 'All commands'),
  ],
  supplier: [
    entry('pesanan', 'Pesanan yang menunggu', 'Orders that wait'),
    entry('bantuan', 'Cara menjawab', 'How to answer'),
  ],
};
