import { z } from 'zod';
import type { Address } from '../../../shop/orders/address.ts';
import { placeShape } from '../../../shop/orders/address.ts';
import { PAY_WAYS, type PayWay } from '../../../shop/orders/order.ts';
import { goodsLineShape } from '../goods/goods-line.ts';

/** The filled order form, as its check and its placing take it. */
export const orderInput = z.object({
  barang: z.array(goodsLineShape).min(1).readonly(),
  penerima: z.string().min(1),
  telepon: z.string().min(1),
  alamat: placeShape,
  kurir: z.string(),
  bayar: z.string(),
  /** Longer than it may stay: how far it goes is said and asked. */
  catatan: z.string().max(4_000).optional(),
  /** Problems that the customer accepted; the engine itself leaves them out. */
  accepted: z.array(z.string()).readonly().optional(),
});
export type OrderInput = Readonly<z.infer<typeof orderInput>>;

/** Whom a parcel is for and where it goes, as a label wants it. */
export const recipientOf = ({
  penerima,
  telepon,
  alamat,
}: Pick<OrderInput, 'penerima' | 'telepon' | 'alamat'>): Address => ({
  recipient: penerima,
  phone: telepon,
  ...alamat,
});

/** A way of paying as an answer names it, `transfer/bca-1` or `qris`; undefined when it is none. */
export function payWayOf(answer: string): { readonly way: PayWay; readonly account?: string } | undefined {
  const [name, account] = answer.split('/');
  const way = PAY_WAYS.find((one) => one === name);
  return way === undefined ? undefined : { way, ...(account !== undefined && { account }) };
}
