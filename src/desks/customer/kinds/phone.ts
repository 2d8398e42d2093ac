import { readPhone, showPhone } from '../../../core/phone.ts';
import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { findPhone } from '../../../understanding/phone-in-text.ts';
import { hasPlaceWord } from '../place/says-place.ts';

/** More letters beside a number than any "nomornya ya kak" has: then there is more in it than a number. */
const MORE = 25;

/** The receiver's phone; with an address beside it the form's reader takes both. */
export const phone: Kind = {
  parse({ text }) {
    const value = readPhone(text)?.e164 ?? findPhone(text)?.phone;
    const beside = text.replace(/[^\p{L}]/gu, '').length;
    if (value === undefined || beside > MORE || hasPlaceWord(text))
      return { type: 'failed', why: 'engine.salah-nomor-hp' };
    return { type: 'filled', value };
  },
  show: (value) => showPhone(plainText(value)),
};
