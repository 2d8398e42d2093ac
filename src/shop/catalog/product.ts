import { z } from 'zod';
import type { FileId } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { historyShape } from '../history.ts';

/** Units of one variant kept for one order; past `until` they are not free, whoever meets them asks the order. */
const holdShape = z.object({ order: z.string(), quantity: z.number(), until: z.date() }).readonly();
export type Hold = z.infer<typeof holdShape>;

/** One thing that can be bought: a size, a colour, with its own price, cost, weight, stock and supplier. */
const variantShape = z
  .object({
    /** Upper case, one in the world. */
    sku: z.string(),
    /** `Merah, L`; empty where a product has one form only. */
    name: z.string(),
    price: z.number(),
    cost: z.number(),
    weightGrams: z.number(),
    supplier: z.string(),
    /** `ask` is the normal case of a dropshipper: nobody counts, the supplier has to say. */
    stock: z.enum(['counted', 'ask']),
    /** Counted units that nobody holds; 0 where stock is asked. */
    available: z.number(),
    /** Units that left with orders since they were counted last. */
    sold: z.number(),
    /** When a person or the supplier said last what is there. */
    stockCheckedAt: z.date().optional(),
    /** What the supplier said last where nobody counts. */
    said: z.enum(['there', 'gone']).optional(),
    holds: z.array(holdShape).readonly(),
    active: z.boolean(),
  })
  .readonly();
export type Variant = z.infer<typeof variantShape>;

/** A product with its variants; the variants' stock lives here and is changed only by guarded single writes. */
export const productShape = z.object({
  ...storedShape,
  key: z.string(),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  picture: z.string().optional(),
  active: z.boolean(),
  variants: z.array(variantShape).readonly(),
  /** Every sku, for the unique index. */
  skus: z.array(z.string()).readonly(),
  at: z.date(),
  /** When anything here changed; what the index in memory reads again. */
  changedAt: z.date(),
  history: historyShape,
});
export type Product = Readonly<Omit<z.infer<typeof productShape>, 'duties' | 'picture'>> & {
  readonly picture?: FileId | undefined;
  readonly duties: readonly Duty[];
};

/** A shelf of the shop. */
export const categoryShape = z.object({
  _id: z.string(),
  v: z.literal(1),
  name: z.string(),
  /** Place in lists. */
  rank: z.number(),
});
export type Category = Readonly<z.infer<typeof categoryShape>>;

/** How sure the shop is that a variant is there: counted, confirmed lately, to be asked, or gone. */
export type Availability =
  | { readonly type: 'counted'; readonly left: number }
  | { readonly type: 'fresh'; readonly checkedAt: Date }
  | { readonly type: 'ask'; readonly checkedAt?: Date }
  | { readonly type: 'gone'; readonly checkedAt?: Date };

/** Stock that was confirmed less than `freshHours` ago counts as there; older stock is asked for first. */
export function availabilityOf(variant: Variant, now: Date, freshHours: number): Availability {
  const { stock, available, stockCheckedAt, said } = variant;
  if (stock === 'counted') return available > 0 ? { type: 'counted', left: available } : { type: 'gone' };
  const checked = stockCheckedAt && { checkedAt: stockCheckedAt };
  const fresh = stockCheckedAt !== undefined && now.getTime() - stockCheckedAt.getTime() < freshHours * 3_600_000;
  if (fresh && said === 'gone') return { type: 'gone', ...checked };
  return fresh ? { type: 'fresh', checkedAt: stockCheckedAt } : { type: 'ask', ...checked };
}
