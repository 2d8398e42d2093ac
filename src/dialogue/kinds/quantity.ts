import { readQuantity } from '../../understanding/numbers.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** The most pieces that one answer may ask for; what is unlikely below it is for a form's check to question. */
const MOST = 9_999;

/** A sign or a sum is no amount that somebody means. */
const SIGNED = /^\s*[=+\-@]/;

/** How many: `3`, `dua lusin`, `5 pcs`. */
export const quantity: Kind = {
  parse: ({ text }) => {
    const value = readQuantity(text);
    if (value === undefined || SIGNED.test(text) || !Number.isInteger(value) || value < 1 || value > MOST)
      return { type: 'failed', why: 'engine.salah-jumlah' };
    return { type: 'filled', value };
  },
  show: (value) => plainText(value),
};
