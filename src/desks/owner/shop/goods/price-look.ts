import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { findGoods } from './find-goods.ts';
import { goodsName, goodsProblem } from './goods-problem.ts';
import { marginOf, priceFor } from './margin.ts';
import { priceInput } from './price-input.ts';

const input = z.object({ ...priceInput, accepted: z.array(z.string()).optional() });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'house'>;

/** Shows what a new price does to the margin before it is set; below cost it asks whether that is meant. */
export const lookAtPrice = (deps: Deps): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-price',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run({ barang, harga, modal }, { language }) {
    const found = findGoods(deps.catalog.snapshot(), barang);
    if (found.type !== 'one')
      return Promise.resolve({ outcome: 'problems', data: withProblems([goodsProblem(found, barang)]) });
    const { variant } = found.item;
    const cost = modal ?? variant.cost;
    const price = priceFor(harga, cost);
    const before = marginOf(variant.price, variant.cost);
    const after = marginOf(price, cost);
    const data = {
      nama: goodsName(found.item),
      sku: variant.sku,
      lama: variant.price,
      baru: price,
      modalBaru: cost,
      untungLama: before.untung,
      persenLama: before.persen,
      untungBaru: after.untung,
      persenBaru: after.persen,
    };
    if (after.untung >= 0) return Promise.resolve({ outcome: 'fine', data });
    const label = sayIn(deps.house, language)('toko.harga.tombol-tetap');
    const loss = {
      field: 'harga',
      text: 'toko.harga.di-bawah-modal',
      with: { harga: price, modal: cost, rugi: -after.untung },
      choices: [{ value: 'accept', label }],
    };
    return Promise.resolve({ outcome: 'problems', data: withProblems([loss], data) });
  },
});
