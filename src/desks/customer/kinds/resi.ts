import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { readResi } from '../../../shop/shipping/resi.ts';

/** The number of a parcel in its one writing. */
export const resi: Kind = {
  parse({ text }) {
    const value =
      readResi(text) ??
      text
        .split(/\s+/)
        .map(readResi)
        .find((one) => one !== undefined);
    return value === undefined ? { type: 'failed', why: 'retur.resi-salah' } : { type: 'filled', value };
  },
  show: plainText,
};
