import type { Line } from '../../../../dialogue/talk.ts';
import type { EditRefused } from '../../../../shop/catalog/edit.ts';
import type { NotFound } from '../../../../store/documents.ts';

/** Why goods cannot be changed so, in words that say what to do. */
export const editRefusal = (sku: string, refused: EditRefused | NotFound): Line =>
  refused.code === 'not-found'
    ? { text: 'toko.barang-tidak-ada', with: { kata: sku } }
    : { text: `toko.tolak-${refused.why}`, with: { sku } };

/** The reasons, each with a text. */
export const EDIT_REFUSALS = ['no-such-sku', 'bad-amount', 'fewer-than-held', 'sku-taken', 'not-counted'] as const;
