import { DAY } from '../../../core/clock.ts';
import type { At, List } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { orderWords } from '../../../notices/order-words.ts';
import { showDay } from '../../../notices/show-time.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { ParcelState } from '../../../shop/orders/parcel.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrders, orderChoices } from '../orders/my-orders.ts';

type Deps = Pick<CustomerDeps, 'house' | 'customers' | 'orders'>;

/** The orders that still run, or the last ones; a code of somebody else's order goes on as it is. */
export const ordersToShow =
  (deps: Deps): List =>
  async (at, filled) => {
    const orders = await myOrders(deps, at);
    const { kode } = filled;
    if (typeof kode === 'string') {
      // Whoever knows the phone number of a stranger's order may see where it stands: the next step asks for it.
      const mine = orders.some(({ _id }) => _id === kode);
      return mine ? orderChoices(deps, orders, at, filled) : [{ value: kode, label: kode }];
    }
    const running = orders.filter(({ state }) => state === 'placed' || state === 'reopening');
    return orderChoices(deps, running.length > 0 ? running : orders.slice(0, 3), at);
  };

/** Orders with a parcel on its way, or just delivered. */
export const ordersOnTheWay = (deps: Deps): List =>
  placedOrders(deps, ({ parcels }) => parcels.some(({ state }) => ON_THE_WAY.has(state)));

const ON_THE_WAY: ReadonlySet<ParcelState> = new Set(['shipped', 'picked-up', 'delivered']);

/** Orders of which nothing has left yet: they can be cancelled or changed, by the customer or by asking the owner. */
export const ordersStillHere = (deps: Deps): List =>
  placedOrders(deps, ({ parcels }) => !parcels.some(({ state }) => LEFT.has(state)));

const LEFT: ReadonlySet<ParcelState> = new Set([
  'shipped',
  'picked-up',
  'delivered',
  'received',
  'returning',
  'returned',
  'lost',
]);

const placedOrders =
  (deps: Deps, wanted: (order: Order) => boolean): List =>
  async (at, filled) => {
    const orders = await myOrders(deps, at);
    return orderChoices(
      deps,
      orders.filter((order) => order.state === 'placed' && wanted(order)),
      at,
      filled,
    );
  };

/** Orders that a payment may be for: those that wait for money, else those that waited or were paid a short time ago. */
export const unpaidOrders =
  (deps: Deps): List =>
  async (at) => {
    const orders = await myOrders(deps, at);
    const lately = (then: Date | undefined, days: number): boolean =>
      then !== undefined && at.now.getTime() - then.getTime() < days * DAY;
    const waiting = orders.filter(
      (order) => order.state === 'placed' && order.pay.way !== 'cod' && leftToPay(order) > 0,
    );
    const late = orders.filter(({ state, closedAt }) => state === 'expired' && lately(closedAt, 3));
    const paid = orders.filter(({ state, pay }) => state === 'placed' && lately(pay.paidAt, 1)).slice(0, 1);
    const found = [waiting, late, paid].find((some) => some.length > 0) ?? [];
    return found.slice(0, 8).map((order) => ({ value: order._id, label: billLine(deps, order, at) }));
  };

const billLine = ({ house }: Deps, order: Order, { language }: At): string =>
  sayIn(house, language)('bukti.baris', {
    kode: order._id,
    total: leftToPay(order),
    barang: orderWords(house, order, language).short,
  });

/** Earlier orders that can be ordered once more, each kind of goods once. */
export const pastOrders =
  (deps: Deps): List =>
  async (at) => {
    const seen = new Set<string>();
    const different = (await myOrders(deps, at)).filter(({ lines }) => {
      const goods = lines
        .map(({ sku, quantity }) => `${sku}*${quantity}`)
        .toSorted()
        .join();
      return !seen.has(goods) && seen.add(goods);
    });
    const { house } = deps;
    const say = sayIn(house, at.language);
    return different.slice(0, 5).map((order) => ({
      value: order._id,
      label: say('lagi.baris', {
        barang: orderWords(house, order, at.language).short,
        tanggal: showDay(order.at, house.shop().zone, at.language),
      }),
    }));
  };
