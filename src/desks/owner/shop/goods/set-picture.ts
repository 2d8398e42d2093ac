import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { fileAnswer } from '../../../../dialogue/kinds/file.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { editRefusal } from './edit-refusal.ts';
import { findGoods, productOf } from './find-goods.ts';

const input = z.object({ barang: z.string(), foto: z.array(fileAnswer).min(1) });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'staff' | 'keepFile'>;

/** Gives a product its picture. */
export const setPicture = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'set-picture',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ barang, foto }, at) {
    const shelf = deps.catalog.snapshot();
    const found = findGoods(shelf, barang);
    const product = productOf(shelf, barang) ?? (found.type === 'one' ? found.item.product : undefined);
    const picture = foto[0]?.file.id;
    const gone = { outcome: 'refused', lines: [{ text: 'toko.barang-tidak-ada', with: { kata: barang } }] } as const;
    if (!product || picture === undefined) return gone;
    if (!(await deps.keepFile(picture, `products/${product._id}`)))
      return { outcome: 'refused', lines: [{ text: 'engine.berkas-gone' }] };
    const edit = { type: 'set_picture', picture } as const;
    const done = await deps.catalog.edit(product._id, edit, { key: at.key, by: byOwner(deps.staff, at) });
    if (!done.ok) return { outcome: 'refused', lines: [editRefusal(barang, done.error)] };
    return { outcome: 'done', lines: [{ text: 'toko.produk.foto-jadi', with: { nama: product.name } }] };
  },
});
