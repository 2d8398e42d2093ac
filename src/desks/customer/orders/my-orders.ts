import { readCode } from '../../../core/ids.ts';
import type { At, ListChoice } from '../../../dialogue/action.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { orderWords } from '../../../notices/order-words.ts';
import type { Order } from '../../../shop/orders/order.ts';
import { stageOf } from '../../../shop/orders/stage.ts';
import { personOf } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';

/** As many orders as are looked through for one customer. */
const MOST = 30;
/** As many as a list in a chat shows. */
const SHOWN = 8;

/** The orders of the person who writes, newest first; those that came to nothing while being placed are none. */
export async function myOrders(deps: Pick<CustomerDeps, 'customers' | 'orders'>, at: At): Promise<readonly Order[]> {
  const { ids } = await deps.customers.mine(personOf(at));
  const found = await Promise.all(ids.map((customer) => deps.orders.list({ customer, limit: MOST })));
  return found
    .flat()
    .filter(({ state }) => state !== 'dropped' && state !== 'placing')
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** An order of the person who writes, by its code. */
export async function myOrder(
  deps: Pick<CustomerDeps, 'customers' | 'orders'>,
  code: string,
  at: At,
): Promise<Order | undefined> {
  const read = readCode(code);
  const [order, { ids }] = await Promise.all([
    read === undefined ? undefined : deps.orders.find(read),
    deps.customers.mine(personOf(at)),
  ]);
  return order !== undefined && ids.includes(order.customer) && order.state !== 'dropped' ? order : undefined;
}

/** Orders as choices, `K7M2QX · 2 x Kaos Polos · sedang dikirim`; the one whose code was said stands alone. */
export function orderChoices(
  deps: Pick<CustomerDeps, 'house'>,
  orders: readonly Order[],
  at: At,
  filled: Filled = {},
): readonly ListChoice[] {
  const said = orders.filter(({ _id }) => _id === filled.kode);
  return (said.length > 0 ? said : orders).slice(0, SHOWN).map((order) => ({
    value: order._id,
    label: sayIn(deps.house, at.language)('pantau.baris', {
      kode: order._id,
      barang: orderWords(deps.house, order, at.language).short,
      tahap: stageInWords(deps, order, at),
    }),
  }));
}

/** Where an order stands, in the customer's words. */
const stageInWords = ({ house }: Pick<CustomerDeps, 'house'>, order: Order, { language }: At): string =>
  sayIn(house, language)(`pantau.tahap-${stageOf(order)}`);
