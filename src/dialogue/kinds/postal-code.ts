import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** An Indonesian postal code: five digits, the first one to nine. */
export const postalCode: Kind = {
  parse: ({ text }) => {
    const found = text.match(/(?<!\d)\d{5}(?!\d)/g) ?? [];
    const [value, other] = found;
    if (value === undefined || other !== undefined || value.startsWith('0'))
      return { type: 'failed', why: 'engine.salah-kode-pos' };
    return { type: 'filled', value };
  },
  show: (value) => plainText(value),
};
