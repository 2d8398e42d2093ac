import { describe, expect, it } from 'vitest';
import { order, type StoreWorld } from './store-world.ts';

/** Unique keys and indexes. */
export function keysContract({ orders, raw }: StoreWorld): void {
  describe('unique keys', () => {
    it('are refused with what clashed', async () => {
      await orders().create(order(1));
      await expect(orders().create({ ...order(2), code: 'C1' })).rejects.toMatchObject({
        code: 11_000,
        keyPattern: { code: 1 },
        keyValue: { code: 'C1' },
      });
      await expect(orders().create({ ...order(1), code: 'C9' })).rejects.toMatchObject({
        code: 11_000,
        keyPattern: { _id: 1 },
        keyValue: { _id: 'o1' },
      });
      await orders().create(order(2));
      await expect(orders().updateOne({ _id: 'o2' }, { $set: { code: 'C1' } })).rejects.toMatchObject({
        code: 11_000,
        keyValue: { code: 'C1' },
      });
      await expect(orders().findOneAndUpdate({ _id: 'o2' }, { $set: { code: 'C1' } })).rejects.toMatchObject({
        code: 11_000,
      });
      expect(await orders().distinct('code')).toEqual(['C1', 'C2']);
    });

    it('hold among all who claim at once', async () => {
      const claims = Array.from({ length: 20 }, (_, by) =>
        raw('claims')
          .insertOne({ _id: 'amount/150347', by })
          .then(
            () => by,
            () => undefined,
          ),
      );
      const won = (await Promise.all(claims)).filter((by) => by !== undefined);
      expect(won).toHaveLength(1);
      expect(await raw('claims').findOne({})).toEqual({ _id: 'amount/150347', by: won[0] });
    });

    it('may leave out what is missing (sparse) or not meant (partial)', async () => {
      await raw('k').createIndex({ email: 1 }, { unique: true, sparse: true });
      await raw('k').createIndex({ code: 1 }, { unique: true, partialFilterExpression: { open: true } });
      await raw('k').insertMany([
        { _id: 1, code: 'a' },
        { _id: 2, code: 'a' },
        { _id: 3, code: 'a', open: true },
      ]);
      await expect(raw('k').updateOne({ _id: 1 }, { $set: { open: true } })).rejects.toMatchObject({
        code: 11_000,
        keyValue: { code: 'a' },
      });
      await raw('k').updateOne({ _id: 3 }, { $set: { open: false } });
      await raw('k').updateOne({ _id: 1 }, { $set: { open: true } });
      await raw('k').updateOne({ _id: 1 }, { $set: { email: 'x' } });
      await expect(raw('k').updateOne({ _id: 2 }, { $set: { email: 'x' } })).rejects.toMatchObject({ code: 11_000 });
    });

    it('over several fields clash only together', async () => {
      await raw('k').createIndex({ shop: 1, no: 1 }, { unique: true });
      await raw('k').insertMany([
        { _id: 1, shop: 'a', no: 1 },
        { _id: 2, shop: 'a', no: 2 },
        { _id: 3, shop: 'b', no: 1 },
      ]);
      await expect(raw('k').insertOne({ _id: 4, shop: 'a', no: 2 })).rejects.toMatchObject({
        code: 11_000,
        keyPattern: { shop: 1, no: 1 },
        keyValue: { shop: 'a', no: 2 },
      });
    });

    it('cannot be asked for over what breaks them', async () => {
      await raw('k').insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
      ]);
      await expect(raw('k').createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11_000 });
      expect(await raw('k').indexes()).toHaveLength(1);
    });
  });

  describe('indexes', () => {
    it('are listed as they were made and dropped by name', async () => {
      await raw('i').createIndex({ at: 1 }, { expireAfterSeconds: 60 });
      await raw('i').createIndex({ slot: 1, at: -1 }, { partialFilterExpression: { open: true }, name: 'mine' });
      const listed = await raw('i').indexes();
      expect(listed).toMatchObject([
        { key: { _id: 1 }, name: '_id_' },
        { key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 },
        { key: { slot: 1, at: -1 }, name: 'mine', partialFilterExpression: { open: true } },
      ]);
      await raw('i').dropIndex('mine');
      expect(await raw('i').indexes()).toHaveLength(2);
      await expect(raw('i').dropIndex('mine')).rejects.toMatchObject({ code: 27 });
      await expect(raw('i').createIndex({ at: 1 }, { name: 'at_1', unique: true })).rejects.toMatchObject({
        code: expect.any(Number),
      });
    });

    it('are used where they fit', async () => {
      const plan = async (filter: object, sort: Record<string, 1 | -1> = {}) =>
        JSON.stringify(await orders().collection.find(filter).sort(sort).explain('queryPlanner'));
      await orders().insertMany([order(1, { stage: 'paid' }), order(2)]);
      expect(await plan({ stage: 'paid' }, { placedAt: -1 })).toContain('IXSCAN');
      expect(await plan({ 'lines.sku': 'x' })).toContain('IXSCAN');
      expect(await plan({ total: 5 })).toContain('COLLSCAN');
      for (const filter of [{ _id: 'o1' }, { code: 'C1' }]) expect(await plan(filter)).not.toContain('COLLSCAN');
    });

    it('give the order of their fields, upwards and downwards, arrays by their least and greatest', async () => {
      await raw('i').createIndex({ s: 1, n: -1 });
      await raw('i').createIndex({ l: 1 });
      await raw('i').insertMany([
        { _id: 1, s: 'a', n: 1, l: [5, 1] },
        { _id: 2, s: 'a', n: 3, l: [3] },
        { _id: 3, s: 'b', n: null, l: [] },
        { _id: 4, s: 'b', l: 2 },
        { _id: 5, n: 9, l: [4, 9] },
      ]);
      const ids = async (sort: Record<string, 1 | -1>, filter: object = {}) =>
        (await raw('i').find(filter).sort(sort).toArray()).map(({ _id }) => _id);
      expect(await ids({ s: 1, n: -1, _id: 1 })).toEqual([5, 2, 1, 3, 4]);
      expect(await ids({ s: -1, n: 1, _id: 1 })).toEqual([3, 4, 1, 2, 5]);
      expect(await ids({ n: 1 }, { s: 'a' })).toEqual([1, 2]);
      expect(await ids({ l: 1 })).toEqual([3, 1, 4, 2, 5]);
      expect(await ids({ l: -1 })).toEqual([5, 1, 2, 4, 3]);
    });
  });
}
