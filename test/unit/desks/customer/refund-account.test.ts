import { describe, expect, it } from 'vitest';
import { refundAccount } from '../../../../src/desks/customer/readers/refund-account.ts';
import { at, text } from './a-shelf.ts';

const ALL = { bank: 'BCA', nomor: '1234567890', pemilik: 'Oki Setiana' };

describe('where money goes back to, in one line', () => {
  it.each<readonly [string, unknown]>([
    ['BCA 1234567890 a.n. Oki Setiana', ALL],
    ['bca 1234567890 an oki setiana', ALL],
    ['rekening bca: 123-456-7890 atas nama Oki Setiana', ALL],
    ['BCA\n1234567890\nOki Setiana', ALL],
    ['ke bank mandiri no rek 1370012345678', { bank: 'mandiri', nomor: '1370012345678' }],
    ['dana 081234567890', { bank: 'DANA', nomor: '081234567890' }],
    ['1234567890 a.n. Oki Setiana', { nomor: '1234567890', pemilik: 'Oki Setiana' }],
  ])('"%s"', (words, read) => {
    expect(refundAccount(text(words), at())).toEqual(read);
  });

  it.each(['bca', 'ya', 'uangnya kapan?', 'refund 79000 dong kak'])('is nothing of "%s"', (words) => {
    expect(refundAccount(text(words), at())).toEqual({});
  });
});
