import type { Order } from '../../shop/orders/order.ts';
import type { Parcel, ParcelState } from '../../shop/orders/parcel.ts';

/** The parcel that a number names, or the only one in these states; undefined when nothing says which. */
export function parcelOf(order: Order, n: number | undefined, states: readonly ParcelState[]): Parcel | undefined {
  if (n !== undefined) return order.parcels.find((parcel) => parcel.n === n);
  const fitting = order.parcels.filter(({ state }) => states.includes(state));
  return fitting.length === 1 ? fitting[0] : undefined;
}
