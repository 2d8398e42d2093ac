import { describe, expect, it } from 'vitest';
import { readComplaint } from '../../../src/understanding/complaint.ts';

describe('readComplaint', () => {
  it.each([
    ['barangnya rusak kak', { reason: 'rusak' }],
    ['botolnya pecah 2', { reason: 'rusak', pieces: 2 }],
    ['tumblernya penyok minta tukar', { reason: 'rusak', wish: 'tukar' }],
    ['powerbank ga nyala, minta refund aja', { reason: 'rusak', wish: 'refund_penuh' }],
    ['lampunya mati', { reason: 'rusak' }],
    ['kaosnya bolong', { reason: 'cacat' }],
    ['jahitannya lepas kak', { reason: 'cacat' }],
    ['ada noda di tasnya', { reason: 'cacat' }],
    ['cacat dikit bisa refund sebagian ga', { reason: 'cacat', wish: 'refund_sebagian' }],
    ['kurang 1 pcs isinya', { reason: 'kurang', pieces: 1 }],
    ['isinya kurang dua kak tolong dikirim kekurangannya', { reason: 'kurang', pieces: 2, wish: 'kirim_kekurangan' }],
    ['pesen 3 yang dateng cuma 2', { reason: 'kurang' }],
    ['paketnya ga lengkap, susulin ya', { reason: 'kurang', wish: 'kirim_kekurangan' }],
    ['salah kirim warna', { reason: 'salah_kirim' }],
    ['pesan hitam yang dateng putih', { reason: 'salah_kirim' }],
    ['yang dikirim ukuran salah, mau tukar', { reason: 'salah_kirim', wish: 'tukar' }],
    ['ini bukan pesanan saya', { reason: 'salah_kirim' }],
    ['ga sesuai foto', { reason: 'tidak_sesuai' }],
    ['beda sama di gambar, uang kembali dong', { reason: 'tidak_sesuai', wish: 'refund_penuh' }],
    ['bahannya tipis banget kecewa', { reason: 'tidak_sesuai' }],
    ['paket ga nyampe2', { reason: 'tidak_sampai' }],
    ['barang belum sampai udah 2 minggu, kirim ulang dong', { reason: 'tidak_sampai', wish: 'kirim_ulang' }],
    ['paket hilang kata kurirnya', { reason: 'tidak_sampai' }],
    ['kekecilan mau tuker XL', { reason: 'berubah_pikiran', wish: 'tukar' }],
    ['ga jadi, ga suka warnanya', { reason: 'berubah_pikiran' }],
    ['salah pilih ukuran kak', { reason: 'berubah_pikiran' }],
    ['the item arrived damaged, i want a refund', { reason: 'rusak', wish: 'refund_penuh' }],
    ['tukar', { wish: 'tukar' }],
    ['refund setengah aja', { wish: 'refund_sebagian' }],
    ['kirim ulang aja kak', { wish: 'kirim_ulang' }],
    ['ganti baru', { wish: 'tukar' }],
    ['uang kembali', { wish: 'refund_penuh' }],
  ])('reads %s', (text, wanted) => {
    expect(readComplaint(text)).toEqual(wanted);
  });

  it.each(['', 'halo kak', 'mau order kaos hitam 2', 'berapa ongkirnya'])('reads nothing from %j', (text) => {
    expect(readComplaint(text)).toEqual({});
  });
});
