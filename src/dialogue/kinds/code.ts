import { readCode } from '../../core/ids.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** A code of the house (`K7M2QX`) of an order, purchase or case, found also in a sentence; its check character is right. */
export const code: Kind = {
  parse: ({ text, about }) => {
    const found = [...new Set([readCode(text), ...text.split(/[\s,;]+/).map(readCode)])].filter(
      (one) => one !== undefined,
    );
    const value = found.length === 0 ? about : found[0];
    if (value === undefined || found.length > 1) return { type: 'failed', why: 'engine.salah-kode' };
    return { type: 'filled', value };
  },
  show: (value) => plainText(value),
};
