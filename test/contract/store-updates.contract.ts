import { describe, expect, it } from 'vitest';
import { order, type StoreWorld } from './store-world.ts';

/** Changes of documents, one and many at a time. */
export function updatesContract({ db, orders, raw }: StoreWorld): void {
  describe('updates', () => {
    const changing = async (update: object, before: object, filter: object = {}, options: object = {}) => {
      await raw('u').insertOne({ _id: 1, ...before });
      await raw('u').updateOne({ _id: 1, ...filter }, update, options);
      return raw('u').findOne({}, { projection: { _id: 0 } });
    };

    it.each([
      [{ $push: { d: { key: 'k' } }, $set: { a: 1 } }, { d: [] }, { d: [{ key: 'k' }], a: 1 }],
      [{ $pull: { d: { key: 'k1' } } }, { d: [{ key: 'k1' }, { key: 'k2' }] }, { d: [{ key: 'k2' }] }],
      [{ $pull: { d: { $in: [1, 2] } } }, { d: [1, 2, 3] }, { d: [3] }],
      [{ $push: { h: { $each: [3, 4], $slice: -3 } } }, { h: [1, 2] }, { h: [2, 3, 4] }],
      [{ $push: { h: { $each: [1], $sort: 1, $position: 0 } } }, { h: [3, 2] }, { h: [1, 2, 3] }],
      [{ $addToSet: { t: { $each: ['a', 'b'] } } }, { t: ['a'] }, { t: ['a', 'b'] }],
      [{ $unset: { 'a.b': '' } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
      [{ $min: { dueAt: new Date(5) } }, { dueAt: new Date(9) }, { dueAt: new Date(5) }],
      [{ $max: { n: 7 } }, { n: 5 }, { n: 7 }],
      [{ $mul: { n: 3 } }, { n: 5 }, { n: 15 }],
      [{ $rename: { a: 'b' } }, { a: 1 }, { b: 1 }],
      [{ $pop: { l: -1 } }, { l: [1, 2] }, { l: [2] }],
      [{ $set: { 'l.1': 9 } }, { l: [1, 2] }, { l: [1, 9] }],
    ])('%j', async (update, before, expected) => {
      expect(await changing(update, before)).toEqual(expected);
    });

    it('change the member of a list that matched', async () => {
      const before = {
        d: [
          { key: 'a', tries: 0 },
          { key: 'b', tries: 0 },
        ],
      };
      const changed = {
        d: [
          { key: 'a', tries: 0 },
          { key: 'b', tries: 1 },
        ],
      };
      expect(await changing({ $inc: { 'd.$.tries': 1 } }, before, { 'd.key': 'b' })).toEqual(changed);
      await raw('u').deleteMany({});
      expect(await changing({ $inc: { 'd.$[e].tries': 1 } }, before, {}, { arrayFilters: [{ 'e.key': 'b' }] })).toEqual(
        changed,
      );
    });

    it('count what matched and what changed', async () => {
      await raw('u').insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
        { _id: 3, a: 2 },
      ]);
      expect(await raw('u').updateMany({ a: { $gt: 0 } }, { $set: { a: 2 } })).toMatchObject({
        matchedCount: 3,
        modifiedCount: 1,
      });
      expect(await raw('u').updateMany({ a: 9 }, { $set: { a: 2 } })).toMatchObject({
        matchedCount: 0,
        modifiedCount: 0,
      });
    });

    it('of many documents meet each once, also when it moves within the index they go by', async () => {
      await raw('u').createIndex({ n: 1 });
      await raw('u').insertMany(Array.from({ length: 600 }, (_, n) => ({ _id: n, n })));
      expect(await raw('u').updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({
        modifiedCount: 600,
      });
      expect(await raw('u').countDocuments({ n: { $gte: 1000, $lt: 2000 } })).toBe(600);
    });

    it.each([
      [{ $set: { _id: 2 } }, {}, 66],
      [{ $inc: { a: 1 } }, { a: 'x' }, 14],
      [{ $set: { 'a.b': 1 } }, { a: 5 }, 28],
      [{ $push: { a: 1 } }, { a: 5 }, 2],
      [{ $set: { a: 1, 'a.b': 1 } }, {}, 40],
      [{ $foo: { a: 1 } }, {}, 9],
    ])('refuse %j on %j with code %i and change nothing', async (update, before, code) => {
      await raw('u').insertOne({ _id: 1, ...before });
      const command = { update: 'u', updates: [{ q: { _id: 1 }, u: update }] };
      const { writeErrors, n } = await db().command(command);
      expect(writeErrors).toMatchObject([{ index: 0, code }]);
      expect(n).toBe(0);
      expect(await raw('u').findOne({})).toEqual({ _id: 1, ...before });
    });
  });

  describe('batches', () => {
    it('carry many updates in one command and say how many matched', async () => {
      await raw('chats').insertMany(Array.from({ length: 40 }, (_, i) => ({ _id: `c${i}`, turn: i % 2 })));
      const updates = Array.from({ length: 50 }, (_, i) => ({
        q: { _id: `c${i}`, turn: 0 },
        u: { $set: { talk: { step: i } }, $inc: { turn: 1 } },
      }));
      expect(await db().command({ update: 'chats', updates, ordered: false })).toMatchObject({
        ok: 1,
        n: 20,
        nModified: 20,
      });
      expect(await raw('chats').findOne({ _id: 'c4' })).toEqual({ _id: 'c4', turn: 1, talk: { step: 4 } });
      expect(await raw('chats').findOne({ _id: 'c5' })).toEqual({ _id: 'c5', turn: 1 });
    });

    it('name upserts by their place', async () => {
      const updates = [0, 1].map((i) => ({ q: { _id: `n${i}` }, u: { $set: { a: i } }, upsert: true }));
      expect(await db().command({ update: 'chats', updates })).toMatchObject({
        n: 2,
        nModified: 0,
        upserted: [
          { index: 0, _id: 'n0' },
          { index: 1, _id: 'n1' },
        ],
      });
    });

    it('in order stop at the first error, out of order go on, and name each by its place', async () => {
      const documents = ['a', 'b', 'a', 'c', 'b'].map((_id) => ({ _id }));
      const run = (ordered: boolean) => db().command({ insert: 'bulk', documents, ordered });
      expect(await run(true)).toMatchObject({
        n: 2,
        writeErrors: [{ index: 2, code: 11_000, keyPattern: { _id: 1 }, keyValue: { _id: 'a' } }],
      });
      await raw('bulk').deleteMany({});
      const { n, writeErrors } = await run(false);
      expect(n).toBe(3);
      expect(writeErrors.map(({ index }: { index: number }) => index)).toEqual([2, 4]);
    });

    it('of the driver mix all kinds of writes', async () => {
      const result = await raw('bulk').bulkWrite([
        { insertOne: { document: { _id: 1, a: 1 } } },
        { insertOne: { document: { _id: 2, a: 1 } } },
        { updateMany: { filter: { a: 1 }, update: { $inc: { a: 1 } } } },
        { updateOne: { filter: { _id: 3 }, update: { $set: { a: 9 } }, upsert: true } },
        { replaceOne: { filter: { _id: 1 }, replacement: { b: 1 } } },
        { deleteOne: { filter: { _id: 2 } } },
      ]);
      expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 3, upsertedCount: 1, deletedCount: 1 });
      expect(await raw('bulk').find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 1, b: 1 },
        { _id: 3, a: 9 },
      ]);
    });

    it('of a model keep what was good and throw what was not', async () => {
      const docs = [order(1), order(2), { ...order(3), code: 'C1' }, order(4)];
      await expect(orders().insertMany(docs, { ordered: false })).rejects.toMatchObject({ code: 11_000 });
      expect(await orders().distinct('_id')).toEqual(['o1', 'o2', 'o4']);
    });

    it('of a hundred thousand small documents arrive whole', async () => {
      const docs = Array.from({ length: 20_000 }, (_, n) => ({ _id: n, n }));
      expect(await raw('many').insertMany(docs)).toMatchObject({ insertedCount: 20_000 });
      expect(await raw('many').estimatedDocumentCount()).toBe(20_000);
    });
  });
}
