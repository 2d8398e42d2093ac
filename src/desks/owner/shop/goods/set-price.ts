import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { editRefusal } from './edit-refusal.ts';
import { findGoods } from './find-goods.ts';
import { goodsName } from './goods-problem.ts';
import { marginOf, priceFor } from './margin.ts';
import { priceInput } from './price-input.ts';

const input = z.object(priceInput);
type Deps = Pick<OwnerShopDeps, 'catalog' | 'staff'>;

/** Sets the price of a variant, and its cost where that is said; orders that are placed keep theirs. */
export const setPrice = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'set-price',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ barang, harga, modal }, at) {
    const found = findGoods(deps.catalog.snapshot(), barang);
    if (found.type !== 'one')
      return { outcome: 'refused', lines: [{ text: 'toko.barang-tidak-ada', with: { kata: barang } }] };
    const { product, variant } = found.item;
    const cost = modal ?? variant.cost;
    const price = priceFor(harga, cost);
    const edit = { type: 'set_price', sku: variant.sku, price, cost: modal } as const;
    const done = await deps.catalog.edit(product._id, edit, { key: at.key, by: byOwner(deps.staff, at) });
    if (!done.ok) return { outcome: 'refused', lines: [editRefusal(variant.sku, done.error)] };
    const words = { nama: goodsName(found.item), harga: price, modal: cost, ...marginOf(price, cost) };
    return {
      outcome: 'done',
      lines: [
        {
          text: 'toko.harga.jadi',
          with: words,
          choices: [{ label: { text: 'toko.produk.tombol-lihat' }, tap: { verb: 'produk', code: product._id } }],
        },
      ],
    };
  },
});
