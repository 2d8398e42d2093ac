import type { Connection } from 'mongoose';
import { z } from 'zod';
import { cutText, foldText } from '../../core/text.ts';
import { modelOf, rawOf, where } from '../../store/model.ts';
import { type Category, categoryShape } from './product.ts';

const missedShape = z.object({
  /** The folded words. */
  _id: z.string(),
  v: z.literal(1),
  count: z.number(),
  lastAt: z.date(),
});

/** Words that customers looked for without a hit: what the shop might sell next. */
export interface MissedSearch {
  readonly words: string;
  readonly count: number;
  readonly lastAt: Date;
}

/** The small collections beside the products: shelves and searches without a hit. */
export interface ShelfStore {
  categories(): Promise<Category[]>;
  putCategory(category: Omit<Category, 'v'>): Promise<void>;
  missed(words: string, now: Date): Promise<void>;
  missedSince(since: Date, limit: number): Promise<MissedSearch[]>;
}

/** Creates them on a connection. */
export function createShelfStore(connection: Connection): ShelfStore {
  const categories = modelOf<Category>(connection, 'categories', categoryShape, []);
  const missed = modelOf<z.infer<typeof missedShape>>(connection, 'missed_searches', missedShape, [
    { fields: { lastAt: -1 } },
  ]);
  return {
    categories: async () => (await categories.find().lean().exec()).map((raw) => categoryShape.parse(raw)),
    async putCategory({ _id, name, rank }) {
      await rawOf(categories).updateOne({ _id }, { $set: { name, rank }, $setOnInsert: { v: 1 } }, { upsert: true });
    },
    async missed(words, now) {
      const _id = cutText(foldText(words), 60);
      if (_id === '') return;
      const update = { $inc: { count: 1 }, $set: { lastAt: now }, $setOnInsert: { v: 1 } };
      await rawOf(missed).updateOne({ _id }, update, { upsert: true });
    },
    async missedSince(since, limit) {
      const found = await missed
        .find({ lastAt: where({ $gte: since }) })
        .lean()
        .exec();
      return found
        .map((raw) => missedShape.parse(raw))
        .toSorted((a, b) => b.count - a.count)
        .slice(0, limit)
        .map(({ _id, count, lastAt }) => ({ words: _id, count, lastAt }));
    },
  };
}
