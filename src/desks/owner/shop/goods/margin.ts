import type { Rupiah } from '../../../../core/money.ts';

/** What is earned on a piece, and its share of the price in percent. */
export interface Margin {
  readonly untung: Rupiah;
  readonly persen: number;
}

/** The margin of a price over its cost; a price of nought has a share of nought. */
export const marginOf = (price: Rupiah, cost: Rupiah): Margin => ({
  untung: price - cost,
  persen: price === 0 ? 0 : Math.round(((price - cost) / price) * 100),
});

/** A price as the owner says it: an amount, or so much above the cost. */
export type PriceWish = Rupiah | { readonly persen: number } | { readonly tambah: Rupiah };

/** Prices made from a cost end on this much, rounded up, so that no margin is rounded away. */
const STEP = 500;

/** The price that a wish comes to over a cost. */
export function priceFor(wish: PriceWish, cost: Rupiah): Rupiah {
  if (typeof wish === 'number') return wish;
  const exact = 'persen' in wish ? cost + (cost * wish.persen) / 100 : cost + wish.tambah;
  return Math.ceil(Number(exact.toFixed(2)) / STEP) * STEP;
}
