import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** Fewest and most characters of a free text. */
const MOST = 500;

/** Any words of one to five hundred characters: a note, a reason. */
export const text: Kind = {
  free: true,
  parse: ({ text: said }) => {
    if (said === '') return { type: 'failed', why: 'engine.perlu-kata' };
    if (said.length > MOST) return { type: 'failed', why: 'engine.terlalu-panjang', with: { max: MOST } };
    return { type: 'filled', value: said };
  },
  show: (value) => plainText(value),
};
