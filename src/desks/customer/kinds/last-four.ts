import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';

/** The last four digits of a phone number, or the whole number. */
export const lastFour: Kind = {
  parse({ text }) {
    const digits = text.replace(/\D/g, '');
    const whole = digits.length >= 9 && digits.length <= 15;
    // Digits inside a word are another thing, a code perhaps: no wrong guess is made of them.
    const alone = digits.length === 4 && /(?<![\p{L}\d])\d{4}(?![\p{L}\d])/u.test(text);
    if (!alone && !whole) return { type: 'failed', why: 'pantau.empat-angka-salah' };
    return { type: 'filled', value: digits.slice(-4) };
  },
  show: plainText,
};
