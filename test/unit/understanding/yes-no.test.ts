import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../../src/understanding/yes-no.ts';

describe('readYesNo', () => {
  it.each([
    'ya',
    'Iya',
    'iyaaa kak',
    'y',
    'yoi',
    'ok',
    'Oke kak',
    'okeee',
    'betul',
    'benar kak',
    'sip',
    'siap',
    'gas',
    'gasss',
    'gaskeun',
    'lanjut',
    'sudah benar',
    'udah bener kak',
    'iya udh sesuai',
    'yes',
    'yup',
    'sure',
    'correct',
    '👍',
    '👍🏻',
    '✅ ',
    'boleh',
    'mau',
    'gapapa',
    'ga masalah kak',
    'inggih',
    'ok lanjut proses',
    'bener semua',
    'YA',
    'setuju',
    'iya pesan',
  ])('hears a yes in %s', (text) => {
    expect(readYesNo(text)).toBe('yes');
  });

  it.each([
    'tidak',
    'ngga',
    'gak',
    'ga',
    'g',
    'nggak kak',
    'jangan',
    'bukan',
    'ga jadi',
    'gajadi',
    'ga mau',
    'gamau',
    'no',
    'nope',
    'belum',
    'batal',
    'jangan dulu',
    'salah kak',
    'enggak',
    '👎',
    '❌',
    'belum benar',
    'ya jangan',
    'ndak usah',
    'gausah',
    'ogah',
    'tdk',
    'iya ngga',
  ])('hears a no in %s', (text) => {
    expect(readYesNo(text)).toBe('no');
  });

  it.each([
    '',
    '?',
    'ya?',
    'benar ga?',
    'berapa',
    'kaos hitam',
    'ya tapi alamatnya bukan yang itu',
    '2',
    'mungkin',
    'terserah',
    'makasih',
    'halo',
    'jl melati 5',
    'iya saya mau tanya soal ongkirnya dulu',
  ])('hears neither in %j', (text) => {
    expect(readYesNo(text)).toBeUndefined();
  });
});
