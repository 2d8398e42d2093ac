import type { Kind } from '../../../../dialogue/kind.ts';
import { plainText } from '../../../../dialogue/plain-text.ts';

/** The stock of something new: a number, or `tanya` where nobody counts. */
export const stock: Kind = {
  parse({ text }) {
    const plain = text.trim().toLowerCase();
    if (/^(?:tanya|tanya pemasok|tanya supplier|ask|cek|tidak dihitung)$/.test(plain))
      return { type: 'filled', value: 'tanya' };
    if (/^(?:habis|kosong)$/.test(plain)) return { type: 'filled', value: 0 };
    const amount = /^(\d{1,7})\s*(?:pcs|buah|biji)?$/.exec(plain)?.[1];
    return amount === undefined
      ? { type: 'failed', why: 'toko.stok.angka-atau-tanya' }
      : { type: 'filled', value: Number(amount) };
  },
  show: (value) => plainText(value),
};
