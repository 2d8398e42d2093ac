import { z } from 'zod';
import { keyOf } from '../../../../core/ids.ts';
import type { Action, At } from '../../../../dialogue/action.ts';
import type { Line } from '../../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../../notices/house-words.ts';
import type { ProductEdit } from '../../../../shop/catalog/edit.ts';
import type { Product } from '../../../../shop/catalog/product.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { findGoods } from './find-goods.ts';
import { goodsName } from './goods-problem.ts';
import { stockWords } from './product-card.ts';
import { type StockLine, stockLine } from './stock-lines.ts';

const input = z.object({ baris: z.array(stockLine) });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'staff' | 'house'>;

/** Sets the stock of goods, a line each; what is refused is told beside what was done. */
export const setStock = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'set-stock',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ baris }, at) {
    const say = sayIn(deps.house, at.language);
    const told: { readonly done: boolean; readonly words: string }[] = [];
    for (const [i, line] of baris.entries()) told.push(await setLine(deps, line, i, at, say));
    const text = told.some(({ done }) => done) ? 'toko.stok.jadi' : 'toko.stok.tidak-jadi';
    const line: Line = { text, with: { isi: told.map(({ words }) => words).join('\n') } };
    return { outcome: told.every(({ done }) => done) ? 'done' : 'refused', lines: [line] };
  },
});

async function setLine(
  { catalog, staff }: Deps,
  line: StockLine,
  i: number,
  at: At,
  say: Say,
): Promise<{ readonly done: boolean; readonly words: string }> {
  const found = findGoods(catalog.snapshot(), line.barang);
  if (found.type !== 'one') return { done: false, words: say('toko.barang-tidak-ada', { kata: line.barang }) };
  const { product, variant } = found.item;
  const { sku } = variant;
  // key: <first message>/<flow>/<step>/<line>
  const edited = await catalog.edit(product._id, editOf(line, sku), {
    key: keyOf(at.key, i),
    by: byOwner(staff, at),
  });
  if (!edited.ok) {
    const why = edited.error.code === 'edit-refused' ? edited.error.why : 'no-such-sku';
    return { done: false, words: `⚠️ ${say(`toko.tolak-${why}`, { sku })}` };
  }
  const now = variantIn(edited.value, sku) ?? variant;
  const nama = goodsName({ product, variant });
  return { done: true, words: say('toko.stok.baris', { nama, sku, stok: stockWords(now, say) }) };
}

const variantIn = (product: Product, sku: string) => product.variants.find((one) => one.sku === sku);

function editOf({ jumlah, tambah }: StockLine, sku: string): ProductEdit {
  if (jumlah === 'tanya') return { type: 'ask_stock', sku };
  return { type: tambah === true ? 'add_stock' : 'set_stock', sku, units: jumlah };
}
