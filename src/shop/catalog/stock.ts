import type { Clock } from '../../core/clock.ts';
import { HOUR, MINUTE } from '../../core/clock.ts';
import type { Hold, Product, Variant } from './product.ts';
import type { ProductStore, Units } from './product-store.ts';

/** How long units wait for an order that is just being placed; after that whoever meets them asks the order. */
const PLACING_MS = 10 * MINUTE;
/** How long a placed order's units rest before somebody asks it again. */
const PLACED_MS = 24 * HOUR;

/** What an order says of units held under its name: it still wants them, or it has given up (and has said so in the store). */
export type AskOrder = (order: string) => Promise<'wanted' | 'given-up'>;

/** Units held under an order's name; each step may be repeated and does its work once. */
export interface Stock {
  /** Holds units for an order; `left` says how many are free when there are too few. */
  hold(units: Units, order: string): Promise<{ type: 'held' } | { type: 'too-few'; left: number }>;
  /** Lets the order's units go; without a hold nothing happens. */
  release(order: string, lines: readonly Pick<Units, 'product' | 'sku'>[]): Promise<void>;
  /** The order's units leave with it. */
  take(order: string, lines: readonly Pick<Units, 'product' | 'sku'>[]): Promise<void>;
  /** Asks the orders behind holds that ran out; returns how many units came free. */
  settleExpired(product: Product, now: Date): Promise<number>;
}

/** Creates the stock over the products' collection. */
export function createStock(store: ProductStore, clock: Clock, askOrder: AskOrder): Stock {
  const settle = async (product: string, variant: Variant, now: Date): Promise<number> => {
    let freed = 0;
    for (const hold of variant.holds.filter(({ until }) => until <= now)) {
      if ((await askOrder(hold.order)) === 'wanted') {
        await store.renew(product, variant.sku, hold.order, new Date(now.getTime() + PLACED_MS));
      } else {
        // The order that gave up may have let them go itself by now; either way they are free.
        await store.end(product, variant.sku, hold, 'free');
        freed += hold.quantity;
      }
    }
    return freed;
  };

  const end = async (
    order: string,
    lines: readonly Pick<Units, 'product' | 'sku'>[],
    as: 'free' | 'sold',
  ): Promise<void> => {
    for (const { product, sku } of lines) {
      const hold = holdOf(await variantOf(store, product, sku), order);
      if (hold) await store.end(product, sku, hold, as);
    }
  };

  return {
    async hold(units, order) {
      const until = new Date(clock.now().getTime() + PLACING_MS);
      for (;;) {
        if (await store.hold(units, order, until)) return { type: 'held' };
        const variant = await variantOf(store, units.product, units.sku);
        if (!variant) return { type: 'too-few', left: 0 };
        if (holdOf(variant, order)) return { type: 'held' };
        // Freed or renewed, each expired hold is met once; with none left to ask the answer stands.
        if (variant.available >= units.quantity && variant.stock === 'counted') continue;
        if ((await settle(units.product, variant, clock.now())) === 0)
          return { type: 'too-few', left: variant.available };
      }
    },
    release: (order, lines) => end(order, lines, 'free'),
    take: (order, lines) => end(order, lines, 'sold'),
    async settleExpired(product, now) {
      let freed = 0;
      for (const variant of product.variants) freed += await settle(product._id, variant, now);
      return freed;
    },
  };
}

const holdOf = (variant: Variant | undefined, order: string): Hold | undefined =>
  variant?.holds.find((hold) => hold.order === order);

async function variantOf(store: ProductStore, product: string, sku: string): Promise<Variant | undefined> {
  return (await store.find(product))?.variants.find((variant) => variant.sku === sku);
}
