import type { Connection } from 'mongoose';
import { z } from 'zod';
import { modelOf, rawOf } from './model.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  /** Since when the house is careful: older pushes are held back, nothing falls due. */
  since: z.date().optional(),
  /** How far business time runs ahead, in ms; the simulator's clock. */
  aheadMs: z.number().optional(),
});
type HouseDocument = z.infer<typeof shape>;

const ID = 'house';

/**
 * What the house remembers of itself. After a restore it is careful: it answers, but sends no push from before and lets nothing
 * fall due until the owner has looked, for the world went on while the backup did not.
 */
export interface HouseMemory {
  since(): Promise<Date | undefined>;
  begin(now: Date): Promise<void>;
  end(): Promise<void>;
  aheadMs(): Promise<number>;
  setAhead(ms: number): Promise<void>;
}

/** Creates the memory of the house. */
export function createHouseMemory(connection: Connection): HouseMemory {
  const model = modelOf<HouseDocument>(connection, 'house', shape, []);
  const raw = rawOf(model);
  const read = async (): Promise<HouseDocument | undefined> => {
    const found = await model.findById(ID).lean().exec();
    return found ? shape.parse(found) : undefined;
  };
  const set = async (update: object): Promise<void> => {
    await raw.updateOne({ _id: ID }, { ...update, $setOnInsert: { v: 1 } }, { upsert: true });
  };
  return {
    since: async () => (await read())?.since,
    begin: (now) => set({ $set: { since: now } }),
    end: () => set({ $unset: { since: 1 } }),
    aheadMs: async () => (await read())?.aheadMs ?? 0,
    setAhead: (aheadMs) => set({ $set: { aheadMs } }),
  };
}
