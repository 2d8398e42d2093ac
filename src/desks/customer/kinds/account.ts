import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { globalWord } from '../../../dialogue/words.ts';

/** A bank or e-wallet by its name. */
export const bank: Kind = {
  parse({ text }) {
    const name = text.replace(/^\s*(?:ke|bank|pakai|pake|via)\s+/i, '').trim();
    const plain = /^[\p{L}][\p{L}\d .&-]{1,30}$/u.test(name) && globalWord(text) === undefined;
    if (!plain) return { type: 'failed', why: 'refund.bank-salah' };
    return { type: 'filled', value: name.length <= 4 ? name.toUpperCase() : name };
  },
  show: plainText,
};

/** The number of an account or wallet, digits only. */
export const accountNumber: Kind = {
  parse({ text }) {
    const value = text.replace(/[\s.-]/g, '').match(/\d+/g) ?? [];
    const [number, other] = value;
    // The figures of a link are no account.
    const only = other === undefined && !text.includes('/');
    const fits = number !== undefined && only && number.length >= 5 && number.length <= 20;
    return fits ? { type: 'filled', value: number } : { type: 'failed', why: 'refund.nomor-salah' };
  },
  show: plainText,
};
