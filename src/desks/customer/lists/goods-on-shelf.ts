import { z } from 'zod';
import { rupiah } from '../../../core/money.ts';
import type { List } from '../../../dialogue/action.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import type { Product } from '../../../shop/catalog/product.ts';
import type { CustomerDeps } from '../deps.ts';

/** As many goods as one list in a chat shows. */
const PAGE = 8;
/** The choice that turns the page; the page itself is kept with what was opened last. */
export const NEXT_PAGE = 'lihat-lagi';

const opened = z.object({ page: z.number() });

/** The goods on the chosen shelf, a page at a time, with their prices. */
export const goodsOnShelf =
  ({ catalog, house }: Pick<CustomerDeps, 'catalog' | 'house'>): List =>
  (at, filled) => {
    const say = sayIn(house, at.language);
    const shelf = typeof filled.rak === 'string' ? filled.rak : '';
    const goods = catalog.snapshot().inCategory(shelf);
    const pages = Math.max(1, Math.ceil(goods.length / PAGE));
    const page = (opened.safeParse(filled.dibuka).data?.page ?? 0) % pages;
    const shown = goods.slice(page * PAGE, (page + 1) * PAGE).map((product) => ({
      value: product._id,
      label: say('katalog.baris-barang', { nama: product.name, harga: priceOf(product, say) }),
      words: [product.name],
    }));
    const more =
      pages > 1 ? [{ value: NEXT_PAGE, label: say('katalog.lihat-lagi'), words: ['lagi', 'lainnya', 'next'] }] : [];
    return Promise.resolve([...shown, ...more]);
  };

/** What a product costs: one price, or the lowest of several. */
export function priceOf(product: Product, say: Say): string {
  const prices = product.variants.map(({ price }) => price);
  const lowest = Math.min(...prices);
  return prices.every((price) => price === lowest) ? rupiah(lowest) : say('katalog.mulai', { harga: rupiah(lowest) });
}
