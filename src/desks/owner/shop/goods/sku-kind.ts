import type { Kind } from '../../../../dialogue/kind.ts';
import { plainText } from '../../../../dialogue/plain-text.ts';
import { asSku } from '../../../../shop/catalog/shelf.ts';

/** A sku: letters, digits and dashes in one piece. */
export const sku: Kind = {
  parse({ text }) {
    const value = asSku(text);
    return /^[A-Z0-9][A-Z0-9._/-]{0,39}$/.test(value)
      ? { type: 'filled', value }
      : { type: 'failed', why: 'toko.produk.sku-salah' };
  },
  show: plainText,
};
