import type { Order } from '../orders/order.ts';
import type { CaseLine } from './case.ts';

/** A line of an order as a case keeps it; undefined when the order has no such line. */
export function lineOf(order: Order, sku: string, quantity: number): CaseLine | undefined {
  const line = order.lines.find((one) => one.sku === sku);
  const parcel = order.parcels.find(({ skus }) => skus.includes(sku));
  if (!line || !parcel) return undefined;
  const name = line.variant === '' ? line.name : `${line.name} ${line.variant}`;
  const counted = line.stock === 'counted' ? { product: line.product } : {};
  return { sku, ...counted, quantity, name, price: line.price, supplier: line.supplier, parcel: parcel.n };
}
