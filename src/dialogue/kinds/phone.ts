import { readPhone, showPhone } from '../../core/phone.ts';
import { findPhone } from '../../understanding/phone-in-text.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** A phone number, kept as `+62812…`; found also in a sentence. */
export const phone: Kind = {
  parse: ({ text }) => {
    const value = readPhone(text)?.e164 ?? findPhone(text)?.phone;
    if (value === undefined) return { type: 'failed', why: 'engine.salah-nomor-hp' };
    return { type: 'filled', value };
  },
  show: (value) => showPhone(plainText(value)),
};
