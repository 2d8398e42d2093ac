import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { CustomerDeps } from '../deps.ts';
import { productCard } from '../goods/product-card.ts';
import { priceOf } from '../lists/goods-on-shelf.ts';
import type { CustomerSnapshot } from '../snapshot.ts';

const input = z.object({ words: z.string() });
type Deps = Pick<CustomerDeps, 'catalog' | 'house' | 'picture' | 'sop'> & { readonly snapshot: () => CustomerSnapshot };

/** As many hits as are worth choosing from. */
const MOST = 6;
/** A hit that explains so much more than the next is the one that is meant. */
const CLEARLY = 0.8;

/** Looks for products by what a customer calls them: one with its card, several to choose from; words without a hit are kept. */
export const searchGoods = (deps: Deps): Action<z.infer<typeof input>, 'one' | 'several' | 'none'> => ({
  name: 'search-goods',
  kind: 'looks',
  input,
  outcomes: ['one', 'several', 'none'],
  async run({ words }, at) {
    const { shelf, find } = deps.snapshot();
    const hits = find(words);
    const found = hits.flatMap(({ id }) => shelf.products.find(({ _id }) => _id === id) ?? []);
    const all = (found.length > 0 ? found : await deps.catalog.search(words)).slice(0, MOST);
    const [first, ...others] = all;
    if (first === undefined) return { outcome: 'none' };
    const clear = others.length === 0 || (hits[0]?.score ?? 0) * CLEARLY > (hits[1]?.score ?? 0);
    if (clear) return { outcome: 'one', lines: [await productCard(deps, first, at, hits[0]?.variants)] };
    const say = sayIn(deps.house, at.language);
    const choices = all.map((product) => ({
      label: { words: say('katalog.baris-barang', { nama: product.name, harga: priceOf(product, say) }) },
      tap: { verb: 'produk', code: product._id },
    }));
    return { outcome: 'several', lines: [{ text: 'cari.ketemu', choices }] };
  },
});
