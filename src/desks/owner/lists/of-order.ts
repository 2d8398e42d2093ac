import type { List, ListChoice } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { goodsLine } from '../../../notices/order-words.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { Parcel, ParcelState } from '../../../shop/orders/parcel.ts';
import { courierName } from '../../../shop/shipping/couriers.ts';
import { openTasks, taskCode, taskLabel } from '../../supplier-words/task.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderLabel } from '../order-choices.ts';
import { resolveOrder } from '../resolve-order.ts';

type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'suppliers' | 'house'>;

const orderOf = (deps: Deps, kode: unknown): Promise<Order | undefined> =>
  typeof kode === 'string' ? resolveOrder(deps, kode) : Promise.resolve(undefined);

/** The parcels of the order in some states; a purchase's code means its own parcel. */
export const parcels =
  (deps: Deps, states: readonly ParcelState[]): List =>
  async ({ language }, { kode }) => {
    const order = await orderOf(deps, kode);
    const meant = typeof kode === 'string' ? (await deps.purchases.named(kode)).map(({ parcel }) => parcel) : [];
    const say = sayIn(deps.house, language);
    const fitting = (order?.parcels ?? []).filter(({ state }) => states.includes(state));
    const own = fitting.filter(({ n }) => order?._id !== kode && meant.includes(n));
    return (own.length > 0 ? own : fitting).map((parcel): ListChoice => {
      const supplier = deps.suppliers.known(parcel.supplier)?.name ?? parcel.supplier;
      const label = `${parcel.n}. ${supplier} · ${say(`card.paket-${parcel.state}`)}`;
      return { value: parcel.n, label, words: [supplier, `paket ${parcel.n}`] };
    });
  };

/** The shop's couriers, the one that was promised first. */
export const couriers =
  (deps: Deps): List =>
  async (_, { kode, paket }) => {
    const order = await orderOf(deps, kode);
    const promised = order?.parcels.find(({ n }) => n === paket) ?? order?.parcels[0];
    const known = deps.house.couriers();
    const first = known.filter(({ code }) => code === promised?.shipping.courier);
    return [...first, ...known.filter(({ code }) => code !== promised?.shipping.courier)].map(
      ({ code, aliases }): ListChoice => ({ value: code, label: courierName(known, code), words: [code, ...aliases] }),
    );
  };

/** Suppliers other than the one that has the parcel. */
export const otherSuppliers =
  (deps: Deps): List =>
  async (_, { kode, paket }) => {
    const order = await orderOf(deps, kode);
    const parcel: Parcel | undefined = order?.parcels.find(({ n }) => n === paket) ?? order?.parcels[0];
    return deps.suppliers
      .all()
      .filter(({ _id, paused }) => _id !== parcel?.supplier && paused === undefined)
      .map(({ _id, name }): ListChoice => ({ value: _id, label: name }));
  };

/** The goods of the order that are not known to be there, or all of them. */
export const goodsOfOrder =
  (deps: Deps): List =>
  async (_, { kode }) => {
    const order = await orderOf(deps, kode);
    const unsure = (order?.lines ?? []).filter(({ confirmed, out }) => !confirmed && out !== true);
    const lines = unsure.length > 0 ? unsure : (order?.lines ?? []).filter(({ out }) => out !== true);
    return lines.map((line): ListChoice => ({ value: line.sku, label: goodsLine(line), words: [line.sku] }));
  };

/** What suppliers are still asked, the oldest first: to say which one a pasted answer is for. */
export const openPurchases =
  (deps: Deps): List =>
  async () =>
    (await openTasks(deps, undefined)).slice(0, 20).map((task): ListChoice => {
      const supplier = task.type === 'purchase' ? task.purchase.supplier : task.supplier;
      const name = deps.suppliers.known(supplier)?.name ?? supplier;
      return { value: taskCode(task), label: `${taskLabel(task)} · ${name}`, words: [taskLabel(task)] };
    });

/** Orders that still wait for money, the newest first. */
export const unpaidOrders =
  (deps: Deps): List =>
  async ({ language }) => {
    const open = await deps.orders.list({ states: ['placed'], limit: 200 });
    return open
      .filter((order) => leftToPay(order) > 0 && order.pay.billedAt !== undefined)
      .slice(0, 20)
      .map((order): ListChoice => ({ value: order._id, label: orderLabel(deps.house, order, language, false) }));
  };

/** Lengths of time to give a customer, or a silence. */
export const hours: List = ({ language }, filled) => {
  const { lama } = filled;
  const of = [6, 12, 24, 48].map(
    (count): ListChoice => ({
      value: count,
      label: language === 'id' ? `${count} jam` : `${count} hours`,
      words: [String(count)],
    }),
  );
  return Promise.resolve(typeof lama === 'number' && lama > 0 ? [{ value: lama, label: String(lama) }] : of);
};
