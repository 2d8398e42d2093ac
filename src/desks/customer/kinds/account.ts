import { readCode } from '../../../core/ids.ts';
import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { globalWord } from '../../../dialogue/words.ts';

/** A bank or e-wallet by its name. */
export const bank: Kind = {
  parse({ text }) {
    const name = text.replace(/^\s*(?:ke|bank|pakai|pake|via)\s+/i, '').trim();
    const plain = /^[\p{L}][\p{L} .&-]{1,30}$/u.test(name) && globalWord(text) === undefined;
    // No bank has a digit: with its account number it is for the form's reader, and a code is that of a case or an order.
    if (!plain || isCode(name)) return { type: 'failed', why: 'refund.bank-salah' };
    return { type: 'filled', value: name.length <= 4 ? name.toUpperCase() : name };
  },
  show: plainText,
};

// Six letters that could be a code and can be said are more likely a name: `Jenius`.
const isCode = (name: string): boolean => readCode(name) !== undefined && !/^[a-z]*[aeiou][a-z]*$/i.test(name);

/** The number of an account or wallet, digits only. */
export const accountNumber: Kind = {
  parse({ text }) {
    const value = text.replace(/[\s.-]/g, '').match(/\d+/g) ?? [];
    const [number, other] = value;
    // The figures of a link are no account.
    const only = other === undefined && !text.includes('/');
    // With a bank or a name beside it all of them are for the form's reader.
    const alone = !/\p{L}{3}/u.test(text.replace(AROUND, ''));
    const fits = number !== undefined && only && alone && number.length >= 5 && number.length <= 20;
    return fits ? { type: 'filled', value: number } : { type: 'failed', why: 'refund.nomor-salah' };
  },
  show: plainText,
};

const AROUND =
  /\b(?:no|nomor(?:nya)?|nomer(?:nya)?|rek(?:ening)?(?:nya)?|norek|kak|kakak|min|ya|ini|itu|adalah|saya|akun|hp|wa|account|number|is|my|the)\b/gi;
