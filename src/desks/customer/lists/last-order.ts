import type { List } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsName } from '../goods/goods-line.ts';
import { myOrders } from '../orders/my-orders.ts';

/** What was ordered last, thing by thing: "one more" means one of these. */
export const goodsOfLastOrder =
  (deps: Pick<CustomerDeps, 'customers' | 'orders'>): List =>
  async (at) => {
    const [last] = await myOrders(deps, at);
    if (last === undefined) return [];
    return last.lines.map(({ sku, name, variant }) => ({
      value: { order: last._id, sku },
      label: goodsName(name, variant),
    }));
  };
