import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';
import { productCard } from '../goods/product-card.ts';
import { NEXT_PAGE } from '../lists/goods-on-shelf.ts';

const input = z.object({ goods: z.string(), page: z.number().optional() });

/** Opens what was chosen on a shelf or a link names: the card of a product, or the next page. */
export const openGoods = (
  deps: Pick<CustomerDeps, 'catalog' | 'house' | 'picture' | 'sop'>,
): Action<z.infer<typeof input>, 'card' | 'page' | 'gone'> => ({
  name: 'open-goods',
  kind: 'looks',
  input,
  outcomes: ['card', 'page', 'gone'],
  async run({ goods, page = 0 }, at) {
    if (goods === NEXT_PAGE) return { outcome: 'page', data: { page: page + 1 } };
    const shelf = deps.catalog.snapshot();
    const { products } = shelf;
    // A link may carry the code of one variant or of the whole product.
    const product = products.find(({ _id }) => _id === goods) ?? shelf.buyable(goods)?.product;
    const shown = products.find(({ _id }) => _id === product?._id);
    if (shown === undefined) return { outcome: 'gone' };
    return { outcome: 'card', lines: [await productCard(deps, shown, at)] };
  },
});
