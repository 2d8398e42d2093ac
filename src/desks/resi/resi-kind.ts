import type { Kind } from '../../dialogue/kind.ts';
import { plainText } from '../../dialogue/plain-text.ts';
import { normaliseResi, readResi } from '../../understanding/resi.ts';

/** A tracking number, however it is spaced; a courier's name before it is no part of it. */
export const resiKind: Kind = {
  parse: ({ text }) => {
    const words = text.split(/\s+/);
    const number = readResi(text).number ?? normaliseResi(text) ?? words.map(normaliseResi).find((one) => one);
    return number === undefined ? { type: 'failed', why: 'resi.salah' } : { type: 'filled', value: number };
  },
  show: (value) => plainText(value),
};
