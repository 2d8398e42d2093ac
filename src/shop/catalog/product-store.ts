import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { rawOf } from '../../store/model.ts';
import { type Hold, type Product, productShape, type Variant } from './product.ts';

/** Which units of what: the line of an order as the stock sees it. */
export interface Units {
  readonly product: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Products in the store; stock moves by single writes that carry their own guard, so no two orders get the same unit. */
export interface ProductStore extends Documents<Product> {
  /** One write: enough units free, and this order holds none of them yet. */
  hold(units: Units, order: string, until: Date): Promise<boolean>;
  /** Moves the held units back to the free ones (`free`) or out of the house (`sold`); false when nothing is held. */
  end(product: string, sku: string, hold: Hold, as: 'free' | 'sold'): Promise<boolean>;
  renew(product: string, sku: string, order: string, until: Date): Promise<void>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly onDue: (product: Product, now: Date) => Promise<void>;
}

/** Creates the products' collection on a connection. */
export function createProductStore({ connection, clock, payers, buried, onDue }: Deps): ProductStore {
  const documents = createDocuments<Product>({
    connection,
    clock,
    payers,
    buried,
    onDue,
    name: 'products',
    schema: productShape,
    indexes: [
      { fields: { skus: 1 }, unique: true },
      { fields: { key: 1 }, unique: true },
      { fields: { changedAt: 1 } },
    ],
    due: earliestHold,
  });
  const raw = rawOf(documents.model);
  return {
    ...documents,
    async hold({ product, sku, quantity }, order, until) {
      const free = { sku, stock: 'counted', available: { $gte: quantity }, 'holds.order': { $ne: order } };
      const done = await raw.updateOne(
        { _id: product, variants: { $elemMatch: free } },
        {
          $inc: { 'variants.$.available': -quantity, rev: 1 },
          $push: { 'variants.$.holds': { order, quantity, until } },
          $set: { changedAt: clock.now() },
          $min: { dueAt: until },
        },
      );
      return done.matchedCount === 1;
    },
    async end(product, sku, { order, quantity }, as) {
      const held = { sku, holds: { $elemMatch: { order, quantity } } };
      const field = as === 'free' ? 'variants.$.available' : 'variants.$.sold';
      const done = await raw.updateOne(
        { _id: product, variants: { $elemMatch: held } },
        {
          $inc: { [field]: quantity, rev: 1 },
          $pull: { 'variants.$.holds': { order } },
          $set: { changedAt: clock.now() },
        },
      );
      return done.matchedCount === 1;
    },
    async renew(product, sku, order, until) {
      await raw.updateOne(
        { _id: product },
        { $set: { 'variants.$[v].holds.$[h].until': until }, $inc: { rev: 1 } },
        { arrayFilters: [{ 'v.sku': sku }, { 'h.order': order }] },
      );
    },
  };
}

function earliestHold(product: Product): Date | undefined {
  const untils = product.variants.flatMap((variant: Variant) => variant.holds.map((hold) => hold.until));
  return untils.reduce<Date | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined);
}
