import { describe, expect, it } from 'vitest';
import { readReceipt } from '../../../src/understanding/receipt.ts';

describe('whether the goods came', () => {
  it.each([
    'it has arrived, thanks',
    "it's here, thank you!",
    'I got my order today',
    'received it, thank you',
    'I have received the parcel',
    'got it, it was with a neighbour',
    'the package came this morning',
    'paket sudah saya terima kak',
    'barangnya udah datang kak',
    'sudah diterima dengan baik',
    'sudah sampai kak, makasih',
    'ternyata dititipkan ke tetangga kak',
  ])('they came: %s', (text) => {
    expect(readReceipt(text)).toBe('received');
  });

  it.each([
    'I have not received it',
    "I haven't received my order yet",
    'it has not arrived yet',
    "it hasn't arrived",
    'my parcel never came',
    'the package is still not here',
    'still waiting for my order',
    'barangnya belum saya terima kak',
    'belum terima paketnya',
  ])('they did not: %s', (text) => {
    expect(readReceipt(text)).toBe('not-received');
  });

  it.each([
    'got it',
    'ok got it thanks',
    'has it arrived?',
    'when will it arrive',
    'it arrived but it is broken',
    'the parcel came with the wrong item',
    'I have not received my refund',
    'paketnya sudah sampai mana kak',
    'uangnya sudah diterima?',
    'sudah sampai mana',
    'barang sudah sampai tapi rusak',
    'I would like to order',
    'have you received my payment',
    'belum',
    'pesanan belum dibayar',
    'pesan totebag 2, kirim ke tetangga saya',
    '',
  ])('nothing of the kind: %j', (text) => {
    expect(readReceipt(text)).toBeUndefined();
  });
});
