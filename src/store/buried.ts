import type { Connection } from 'mongoose';
import { z } from 'zod';
import { modelOf, rawOf } from './model.ts';
import { isDuplicateKey } from './store-errors.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  /** What it is: a duty's kind, `message`, or a collection whose handler failed. */
  kind: z.string(),
  /** The document it belongs to, as `collection/id`. */
  where: z.string(),
  reason: z.string(),
  at: z.date(),
  /** True until the owner has dealt with it. */
  open: z.boolean(),
});
export type BuriedItem = z.infer<typeof shape>;

/** What could not be done after all tries; it waits for the owner. */
export interface Buried {
  /** Burying the same key again changes nothing. */
  bury(item: Omit<BuriedItem, 'v' | 'open'>): Promise<void>;
  open(limit: number): Promise<BuriedItem[]>;
  close(key: string): Promise<boolean>;
  /** Takes the reasons away that mention somebody who is to be forgotten. */
  forget(mentions: (text: string) => boolean): Promise<void>;
}

/** Creates the graveyard on a connection. */
export function createBuried(connection: Connection, onBury: (item: BuriedItem) => void = () => undefined): Buried {
  const model = modelOf<BuriedItem>(connection, 'buried', shape, [{ fields: { open: 1, at: 1 } }]);
  return {
    async bury(item) {
      const whole: BuriedItem = { ...item, v: 1, open: true };
      try {
        await rawOf(model).insertOne(whole);
        onBury(whole);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    open: async (limit) =>
      (await model.find({ open: true }).sort({ at: 1 }).limit(limit).lean().exec()).map((raw) => shape.parse(raw)),
    close: async (key) =>
      (await model.updateOne({ _id: key, open: true }, { $set: { open: false } })).matchedCount === 1,
    async forget(mentions) {
      for await (const { _id, reason } of model.find({}).lean().cursor())
        if (mentions(reason)) await model.updateOne({ _id }, { $set: { reason: '' } });
    },
  };
}
