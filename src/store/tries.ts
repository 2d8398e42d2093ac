import type { Connection } from 'mongoose';
import { z } from 'zod';
import { HOUR } from '../core/clock.ts';
import { shortHash } from '../core/ids.ts';
import { modelOf, rawOf } from './model.ts';
import { isDuplicateKey } from './store-errors.ts';

const shape = z.object({ _id: z.string(), v: z.literal(1), count: z.number(), at: z.date() });

/** Counts tries in the store, so that a restart forgives none. */
export interface Tries {
  /** Counts one more of `what` by `who`; false once there were more than `most` within the hour. The same cause counts once. */
  allow(what: string, who: string, cause: string, most: number, now: Date): Promise<boolean>;
}

/** Creates the counters on a connection; they are kept for two days. */
export function createTries(connection: Connection): Tries {
  const model = modelOf<z.infer<typeof shape>>(connection, 'tries', shape, [
    { fields: { at: 1 }, expireAfterSeconds: 48 * 3600 },
  ]);
  const raw = rawOf(model);
  return {
    async allow(what, who, cause, most, now) {
      const hour = Math.floor(now.getTime() / HOUR);
      // Who it was is nobody's business: a chat's id may hold a phone number.
      const id = `${what}/${shortHash(who)}/${hour}`;
      try {
        await raw.insertOne({ _id: `${id}/${cause}`, v: 1, count: 1, at: now });
        await raw.updateOne({ _id: id }, { $inc: { count: 1 }, $setOnInsert: { v: 1, at: now } }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const counted = await model.findById(id).lean().exec();
      return (counted?.count ?? 0) <= most;
    },
  };
}
