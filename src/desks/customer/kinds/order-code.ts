import { readCode } from '../../../core/ids.ts';
import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';

/** The code of an order, alone or somewhere in a sentence; it need not be an order of this customer. */
export const orderCode: Kind = {
  parse({ text, about }) {
    const value = codeInText(text) ?? about;
    return value === undefined ? { type: 'failed', why: 'engine.salah-kode' } : { type: 'filled', value };
  },
  show: plainText,
};

/** The first code of the house in a text. */
export const codeInText = (text: string): string | undefined =>
  [text, ...text.split(/[\s,;.!?()"]+/)].map(readCode).find((code) => code !== undefined);
