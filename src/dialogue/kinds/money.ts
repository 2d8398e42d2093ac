import { readRupiah, rupiah } from '../../core/money.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** An amount of whole rupiah, nought included: `150.000`, `150rb`, `Rp1,5jt`. */
export const money: Kind = {
  parse: ({ text }) => {
    const value = readRupiah(text);
    if (value === undefined || value < 0) return { type: 'failed', why: 'engine.salah-uang' };
    return { type: 'filled', value };
  },
  show: (value) => (typeof value === 'number' ? rupiah(value) : plainText(value)),
};
