import type { Connection } from 'mongoose';
import { z } from 'zod';
import { modelOf, rawOf, where } from './model.ts';
import { isDuplicateKey } from './store-errors.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  /** Who holds it: an order's code. */
  by: z.string(),
  at: z.date(),
  /** From then on anybody may take it over. */
  until: z.date().optional(),
  /** What this is the only one of: an order has one invoice number, however often it is asked for. */
  only: z.string().optional(),
});
type Claim = z.infer<typeof shape>;

/** What must be one in the world: `amount/bca-1/150347`, `invoice/2026/000017`. Inserting it is the claim. */
export interface Claims {
  /** True when it is `by`'s now, also when it was before; a release that was under way is taken back. */
  take(id: string, by: string, now: Date): Promise<boolean>;
  /** Takes it as the only one of its kind for `only`; `other` when `only` has one already, `busy` when somebody else holds this one. */
  takeOnly(
    id: string,
    by: string,
    only: string,
    now: Date,
  ): Promise<{ type: 'mine' } | { type: 'busy' } | { type: 'other'; id: string }>;
  /** Free for others from `until` on. */
  release(id: string, by: string, until: Date): Promise<void>;
  holder(id: string): Promise<string | undefined>;
  /** The claim that is the only one of `only`. */
  held(only: string): Promise<string | undefined>;
  /** The last id that begins so, in the order of the alphabet. */
  last(prefix: string): Promise<string | undefined>;
}

/** Creates the claims on a connection. */
export function createClaims(connection: Connection): Claims {
  const model = modelOf<Claim>(connection, 'claims', shape, [
    { fields: { by: 1 } },
    { fields: { only: 1 }, unique: true, partial: { only: { $exists: true } } },
  ]);
  const raw = rawOf(model);
  const find = (id: string): Promise<Claim | null> => model.findById(id).lean<Claim>().exec();

  const attempt = async (id: string, by: string, now: Date, only: string | undefined): Promise<boolean> => {
    const mine = { by, at: now, ...(only !== undefined && { only }) };
    try {
      await raw.insertOne({ _id: id, v: 1, ...mine });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const there = await find(id);
    if (!there) return false;
    if (there.by === by && !there.until) return true;
    if (there.by !== by && (!there.until || there.until > now)) return false;
    const { until } = there;
    const guard = { _id: id, by: there.by, until };
    try {
      const won = await raw.updateOne(guard, { $set: mine, $unset: { until: 1 } });
      // Lost to somebody; it may have been the same taker, called twice at once.
      return won.matchedCount === 1 || (await find(id))?.by === by;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };

  const held = async (only: string): Promise<string | undefined> =>
    (await model.findOne({ only }).lean<Claim>().exec())?._id;

  return {
    take: (id, by, now) => attempt(id, by, now, undefined),
    async takeOnly(id, by, only, now) {
      if (await attempt(id, by, now, only)) return { type: 'mine' };
      const other = await held(only);
      return other === undefined || other === id ? { type: 'busy' } : { type: 'other', id: other };
    },
    release: async (id, by, until) => {
      await raw.updateOne({ _id: id, by }, { $set: { until } });
    },
    holder: async (id) => (await find(id))?.by,
    held,
    last: async (prefix) => {
      const condition = where({ $gte: prefix, $lt: `${prefix}\uffff` });
      return (await model.findOne({ _id: condition }).sort({ _id: -1 }).lean<Claim>().exec())?._id;
    },
  };
}
