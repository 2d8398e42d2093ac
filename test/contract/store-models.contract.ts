import { describe, expect, it } from 'vitest';
import { order, type StoreWorld } from './store-world.ts';

/** What mongoose does with models: races, upserts, claims. */
export function modelsContract({ orders, raw }: StoreWorld): void {
  describe('mongoose', () => {
    it('creates, finds, changes and removes', async () => {
      const placedAt = new Date('2026-01-05T02:00:00Z');
      await orders().create(order(1, { placedAt, person: { name: 'Siti' }, lines: [{ sku: 'AB-100', count: 2 }] }));
      const found = await orders().findOne({ code: 'C1' }).lean();
      expect(found).toMatchObject({ _id: 'o1', total: 1000, rev: 0, placedAt, person: { name: 'Siti' } });
      await orders().updateOne({ _id: 'o1' }, { $set: { 'person.phone': '0812' }, $inc: { rev: 1 } });
      expect(await orders().findById('o1').lean()).toMatchObject({ rev: 1, person: { name: 'Siti', phone: '0812' } });
      expect(await orders().exists({ 'lines.sku': 'AB-100' })).toEqual({ _id: 'o1' });
      expect(await orders().deleteOne({ _id: 'o1' })).toMatchObject({ deletedCount: 1 });
      expect(await orders().countDocuments()).toBe(0);
    });

    it('makes its indexes once, and again without harm', async () => {
      await orders().syncIndexes();
      await orders().ensureIndexes();
      const indexes = await orders().collection.indexes();
      expect(new Set(indexes.map((index) => index.name))).toEqual(
        new Set(['_id_', 'code_1', 'lines.sku_1', 'stage_1_placedAt_-1']),
      );
    });

    it('decides a race by a guarded update: one winner, whoever asks at once', async () => {
      await orders().create(order(1));
      const tries = Array.from({ length: 20 }, (_, i) =>
        orders()
          .findOneAndUpdate(
            { _id: 'o1', rev: 0 },
            { $set: { stage: `by-${i}` }, $inc: { rev: 1 } },
            { returnDocument: 'after' },
          )
          .lean(),
      );
      const won = (await Promise.all(tries)).filter((found) => found !== null);
      expect(won).toHaveLength(1);
      expect(await orders().findById('o1').lean()).toEqual(won[0]);
    });

    it('gives a document as it was or as it is', async () => {
      await orders().create(order(1));
      const update = { $inc: { rev: 1 } };
      expect((await orders().findOneAndUpdate({ _id: 'o1' }, update).lean())?.rev).toBe(0);
      expect((await orders().findOneAndUpdate({ _id: 'o1' }, update, { returnDocument: 'after' }).lean())?.rev).toBe(2);
      expect(await orders().findOneAndUpdate({ _id: 'none' }, update).lean()).toBeNull();
      expect(
        await orders()
          .findOneAndDelete({ _id: 'o1' }, { projection: { code: 1 } })
          .lean(),
      ).toEqual({ _id: 'o1', code: 'C1' });
    });

    it('takes the first by the order asked for', async () => {
      await orders().insertMany([order(1, { stage: 'due' }), order(2, { stage: 'due' }), order(3, { stage: 'due' })]);
      const claim = { $set: { stage: 'claimed' } };
      expect(
        (
          await orders()
            .findOneAndUpdate({ stage: 'due' }, claim, { sort: { total: -1 } })
            .lean()
        )?._id,
      ).toBe('o3');
      expect(
        (
          await orders()
            .findOneAndUpdate({ stage: 'due' }, claim, { sort: { total: 1 } })
            .lean()
        )?._id,
      ).toBe('o1');
    });

    it('upserts once, whoever asks at once', async () => {
      const tries = Array.from({ length: 10 }, () =>
        raw('days').updateOne(
          { _id: '2026-01-05' },
          { $setOnInsert: { made: true }, $inc: { seen: 1 } },
          { upsert: true },
        ),
      );
      const results = await Promise.all(tries);
      expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1);
      expect(await raw('days').findOne({})).toEqual({ _id: '2026-01-05', made: true, seen: 10 });
    });

    it('starts an upsert from what the filter fixes', async () => {
      await raw('days').updateOne({ _id: 'a', 'shop.name': 'x', n: { $gt: 5 } }, { $set: { b: 1 } }, { upsert: true });
      expect(await raw('days').findOne({})).toEqual({ _id: 'a', shop: { name: 'x' }, b: 1 });
      await raw('days').replaceOne({ _id: 'b', c: 9 }, { d: 1 }, { upsert: true });
      expect(await raw('days').findOne({ _id: 'b' })).toEqual({ _id: 'b', d: 1 });
    });
  });
}
