import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Key } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { modelOf, rawOf } from './model.ts';
import { isDuplicateKey } from './store-errors.ts';

const shape = z.object({ _id: z.string(), v: z.literal(1), outcome: z.unknown(), at: z.date() });

/** Remembers what an act answered, so that a repeated turn hears the same answer again: a refusal leaves no other trace. */
export interface Acts {
  /** Runs once per key; who comes second, or at the same time, gets the first one's outcome. `run` must itself act once per key. */
  once<O extends Json>(key: Key, now: Date, run: () => Promise<O>): Promise<O>;
  /** Forgets the answers that are about somebody who is to be forgotten; their mail is long closed. */
  forget(isAbout: (key: string, outcome: unknown) => boolean): Promise<void>;
}

/** Creates the memory of acts; outcomes are kept 30 days. */
export function createActs(connection: Connection): Acts {
  const model = modelOf<z.infer<typeof shape>>(connection, 'acts', shape, [
    { fields: { at: 1 }, expireAfterSeconds: 30 * 24 * 3600 },
  ]);
  return {
    async once(key, now, run) {
      const before = await model.findById(key).lean().exec();
      if (before) return before.outcome as Awaited<ReturnType<typeof run>>;
      const outcome = await run();
      try {
        await rawOf(model).insertOne({ _id: key, v: 1, outcome, at: now });
        return outcome;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const first = await model.findById(key).lean().exec();
        return (first?.outcome ?? outcome) as Awaited<ReturnType<typeof run>>;
      }
    },
    async forget(isAbout) {
      for await (const { _id, outcome } of model.find({}).lean().cursor())
        if (isAbout(_id, outcome)) await rawOf(model).deleteOne({ _id });
    },
  };
}
