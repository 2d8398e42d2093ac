import { z } from 'zod';
import { cutText } from '../../../../core/text.ts';
import type { Action } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { findGoods } from './find-goods.ts';
import { goodsLabel } from './goods-problem.ts';
import { type StockLine, stockLine } from './stock-lines.ts';

const input = z.object({ baris: z.array(stockLine), accepted: z.array(z.string()).optional() });

/** Looks whether every line names goods; a name that fits several is asked for one line, told for many. */
export const lookAtStock = ({
  catalog,
}: Pick<OwnerShopDeps, 'catalog'>): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-stock',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run({ baris }) {
    const shelf = catalog.snapshot();
    for (const line of baris) {
      const found = findGoods(shelf, line.barang);
      if (found.type === 'one') {
        // "5 more" than nobody knows how many is no number.
        if (line.tambah !== true || found.item.variant.stock === 'counted') continue;
        const { sku } = found.item.variant;
        const problem = { field: 'baris', text: 'toko.tolak-not-counted', with: { sku } };
        return Promise.resolve({ outcome: 'problems', data: withProblems([problem]) });
      }
      const kata = cutText(line.barang, 60);
      const choices =
        found.type === 'several' && baris.length === 1
          ? found.items
              .slice(0, 10)
              .map((item) => ({ value: [named(line, item.variant.sku)], label: goodsLabel(item) }))
          : undefined;
      const text = found.type === 'none' ? 'tidak-ada' : choices === undefined ? 'lebih-dari-satu' : 'yang-mana';
      const problem = { field: 'baris', text: `toko.stok.${text}`, with: { kata }, ...(choices && { choices }) };
      return Promise.resolve({ outcome: 'problems', data: withProblems([problem]) });
    }
    return Promise.resolve({ outcome: 'fine' });
  },
});

const named = ({ jumlah, tambah }: StockLine, barang: string) => ({
  barang,
  jumlah,
  ...(tambah !== undefined && { tambah }),
});
