import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import type { Line } from '../../../../dialogue/talk.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { editRefusal } from './edit-refusal.ts';
import { findGoods, productOf } from './find-goods.ts';
import { goodsName } from './goods-problem.ts';

const input = z.object({ barang: z.string(), jual: z.enum(['ya', 'tidak']) });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'staff'>;

/** Puts a product or one of its variants on sale, or takes it off; orders that are placed keep what they have. */
export const switchGoods = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'switch-goods',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ barang, jual }, at) {
    const shelf = deps.catalog.snapshot();
    const product = productOf(shelf, barang);
    const found = findGoods(shelf, barang);
    const wanted = product ? { product, nama: product.name } : found.type === 'one' ? one(found.item) : undefined;
    if (!wanted) return { outcome: 'refused', lines: [{ text: 'toko.barang-tidak-ada', with: { kata: barang } }] };
    const active = jual === 'ya';
    const edit = { type: 'set_active', active, ...('sku' in wanted && { sku: wanted.sku }) } as const;
    const done = await deps.catalog.edit(wanted.product._id, edit, { key: at.key, by: byOwner(deps.staff, at) });
    if (!done.ok) return { outcome: 'refused', lines: [editRefusal(barang, done.error)] };
    return { outcome: 'done', lines: [switched(wanted.product._id, wanted.nama, active, barang)] };
  },
});

const one = (item: Parameters<typeof goodsName>[0]) => ({
  product: item.product,
  sku: item.variant.sku,
  nama: goodsName(item),
});

// The button undoes what was just done.
const switched = (product: string, nama: string, active: boolean, barang: string): Line => ({
  text: active ? 'toko.produk.dijual' : 'toko.produk.tidak-dijual-lagi',
  with: { nama },
  choices: [
    active
      ? { label: { text: 'toko.produk.tombol-mati' }, tap: { verb: 'berhenti-jual', code: barang }, row: 0 }
      : { label: { text: 'toko.produk.tombol-nyala' }, tap: { verb: 'jual-lagi', code: barang }, row: 0 },
    { label: { text: 'toko.produk.tombol-lihat' }, tap: { verb: 'produk', code: product }, row: 0 },
  ],
});
