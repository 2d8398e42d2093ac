import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { normaliseResi, readResi } from '../../../understanding/resi.ts';

/** The number of a parcel in its one writing; a courier's name before it is no part of it. */
export const resi: Kind = {
  parse({ text }) {
    const value = readResi(text).number ?? normaliseResi(text);
    return value === undefined ? { type: 'failed', why: 'retur.resi-salah' } : { type: 'filled', value };
  },
  show: plainText,
};
