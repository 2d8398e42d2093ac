import type { Reprice } from './event.ts';
import type { Order, Totals } from './order.ts';

/** The bill as it would be after a change, the unique amount as it was. */
export function repriced(order: Order, change: Reprice): Totals {
  return withReprice(order, change, order.totals.unique).totals;
}

/** The order with its bill changed; what it then asks for carries the given unique amount. */
export function withReprice(order: Order, change: Reprice, unique: number): Order {
  const parcels = order.parcels.map((parcel) => {
    const sent = change.shipping?.find((one) => one.parcel === parcel.n);
    if (!sent) return parcel;
    const { courier, service, cost } = sent;
    return { ...parcel, shipping: { ...parcel.shipping, courier, service, cost } };
  });
  const { goods, fee } = order.totals;
  const shipping = parcels.reduce((sum, parcel) => sum + parcel.shipping.cost, 0);
  const discount = change.discount ?? order.totals.discount;
  const total = goods + shipping + fee - discount + unique;
  return { ...order, parcels, totals: { goods, shipping, fee, discount, unique, total } };
}
