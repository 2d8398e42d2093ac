import type { Kind } from '../../../../dialogue/kind.ts';
import { plainText } from '../../../../dialogue/plain-text.ts';

/** A bank or wallet by its name. */
export const bankName: Kind = {
  parse({ text }) {
    const name = text.replace(/^\s*(?:bank|rekening|rek)\s+/i, '').trim();
    if (!/^[\p{L}][\p{L}\d .&-]{1,30}$/u.test(name)) return { type: 'failed', why: 'toko.rekening.bank-salah' };
    return { type: 'filled', value: name.length <= 4 ? name.toUpperCase() : name };
  },
  show: plainText,
};

/** The number of an account or wallet, digits only; all of them kept. */
export const accountNumber: Kind = {
  parse({ text }) {
    const value = text.replace(/[\s.-]/g, '');
    return /^\d{5,20}$/.test(value) ? { type: 'filled', value } : { type: 'failed', why: 'toko.rekening.nomor-salah' };
  },
  show: plainText,
};
