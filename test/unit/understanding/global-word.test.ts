import { describe, expect, it } from 'vitest';
import { readGlobalWord } from '../../../src/understanding/global-word.ts';

describe('readGlobalWord', () => {
  it.each([
    ['batal', 'cancel'],
    ['Batal kak', 'cancel'],
    ['btl', 'cancel'],
    ['cancel', 'cancel'],
    ['stop', 'cancel'],
    ['kembali', 'back'],
    ['balik', 'back'],
    ['menu', 'menu'],
    ['ke menu dong', 'menu'],
    ['/start', 'menu'],
    ['bantuan', 'help'],
    ['help', 'help'],
    ['tolong', 'help'],
    ['cs', 'human'],
    ['CS dong', 'human'],
    ['admin', 'human'],
    ['minta admin', 'human'],
  ])('reads %s', (text, word) => {
    expect(readGlobalWord(text)).toBe(word);
  });

  it.each([
    '',
    'batalin pesanan kemarin dong kak',
    'mau retur',
    'refund',
    'halo admin',
    'makasih admin',
    'kaos',
    'tolong cek resi',
    '2',
    'mau balikin barang',
  ])('leaves %j to the rest of the house', (text) => {
    expect(readGlobalWord(text)).toBeUndefined();
  });
});
