import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreWorld } from './store-world.ts';

/** Finding, counting and going on in batches. */
export function readingContract({ raw }: StoreWorld): void {
  describe('reading', () => {
    beforeEach(async () => {
      await raw('r').insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: n, n, g: n % 7, text: `t${n}` })));
    });

    it('goes on in batches to the end', async () => {
      const seen: unknown[] = [];
      for await (const { _id } of raw('r')
        .find({ n: { $gte: 10 } })
        .batchSize(64))
        seen.push(_id);
      expect(seen).toHaveLength(990);
      expect(new Set(seen).size).toBe(990);
    });

    it('may stop early, skip, limit and sort', async () => {
      const cursor = raw('r').find().batchSize(10);
      await cursor.next();
      await cursor.close();
      const page = await raw('r').find({ g: 3 }).sort({ n: -1 }).skip(2).limit(3).project({ n: 1, _id: 0 }).toArray();
      expect(page).toEqual([{ n: 983 }, { n: 976 }, { n: 969 }]);
      expect(await raw('r').find().limit(250).batchSize(100).toArray()).toHaveLength(250);
      expect(await raw('r').find({ _id: 5 }).skip(1).toArray()).toEqual([]);
    });

    it('goes on while documents come and go', async () => {
      let seen = 0;
      for await (const { n } of raw('r')
        .find({ n: { $lt: 1000 } })
        .batchSize(50)) {
        seen++;
        if (n === 10) await raw('r').deleteMany({ n: { $gte: 900 } });
        if (n === 20) await raw('r').insertOne({ _id: 5000, n: 5000 });
      }
      expect(seen).toBe(900);
    });

    it('counts and lists different values', async () => {
      expect(await raw('r').countDocuments({ g: 0 })).toBe(143);
      expect(await raw('r').countDocuments({ n: { $gte: 10 } }, { skip: 5, limit: 7 })).toBe(7);
      expect(await raw('r').countDocuments({ g: 99 })).toBe(0);
      expect(new Set(await raw('r').distinct('g'))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
      expect(await raw('r').estimatedDocumentCount()).toBe(1000);
    });

    it('of a collection that is not there finds nothing', async () => {
      expect(await raw('none').find().toArray()).toEqual([]);
      expect(await raw('none').countDocuments()).toBe(0);
      expect(await raw('none').distinct('a')).toEqual([]);
      expect(await raw('none').updateOne({ a: 1 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 0 });
      expect(await raw('none').deleteMany({})).toMatchObject({ deletedCount: 0 });
      expect(
        await raw('none')
          .aggregate([{ $match: { a: 1 } }])
          .toArray(),
      ).toEqual([]);
    });
  });
}
