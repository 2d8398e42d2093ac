import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { StoreWorld } from './store-world.ts';

/** Documents and files as they are stored, and the commands around them. */
export function documentsContract({ db, raw }: StoreWorld): void {
  describe('documents', () => {
    it('come back as they were stored, every type', async () => {
      const { ObjectId, Binary, Long, Decimal128, Double, Timestamp, MinKey, MaxKey, BSONRegExp, UUID } =
        mongoose.mongo;
      const stored = {
        _id: 'types',
        text: 'Kanvas 👜 “x”',
        int: 42,
        negative: -7,
        double: 1.5,
        whole: new Double(3),
        long: Long.fromString('9007199254740993'),
        decimal: Decimal128.fromString('12.30'),
        yes: true,
        nothing: null,
        date: new Date('1969-12-31T23:59:59.123Z'),
        id: new ObjectId('64b000000000000000000001'),
        bytes: new Binary(Buffer.from([0, 1, 255]), 0),
        uuid: new UUID('6f4c6a5e-3a0d-4f0c-8b8a-0f9f6c1d2e3f'),
        stamp: new Timestamp({ t: 5, i: 6 }),
        pattern: new BSONRegExp('^a', 'i'),
        least: new MinKey(),
        most: new MaxKey(),
        list: [1, [2, []], { deep: { deeper: [] } }],
        empty: {},
      };
      await raw('types').insertOne(stored);
      const [bytes] = await raw('types').find({}, { raw: true }).toArray();
      const found = mongoose.mongo.BSON.deserialize(bytes as unknown as Uint8Array, {
        promoteValues: false,
        bsonRegExp: true,
      });
      expect(mongoose.mongo.BSON.EJSON.stringify(found, { relaxed: false })).toBe(
        mongoose.mongo.BSON.EJSON.stringify(stored, { relaxed: false }),
      );
    });

    it('keep the types of what an update does not touch', async () => {
      const { Double, Long } = mongoose.mongo;
      await raw('types').insertOne({ _id: 1, whole: new Double(3), long: Long.fromNumber(5), n: 1 });
      await raw('types').updateOne({ _id: 1 }, { $inc: { n: 1 } });
      const find = (filter: object) => raw('types').countDocuments(filter);
      expect(await find({ whole: { $type: 'double' }, long: { $type: 'long' }, n: { $type: 'int' } })).toBe(1);
    });

    it('of several megabytes are kept, those above the limit refused', async () => {
      const large = 'x'.repeat(5_000_000);
      await raw('large').insertMany([
        { _id: 1, large },
        { _id: 2, large },
        { _id: 3, large },
        { _id: 4, large },
      ]);
      const found = await raw('large').find().toArray();
      expect(found.map(({ large: text }) => (text as string).length)).toEqual([
        5_000_000, 5_000_000, 5_000_000, 5_000_000,
      ]);
      await expect(raw('large').insertOne({ _id: 5, large: 'x'.repeat(17_000_000) })).rejects.toThrow();
      await expect(raw('large').updateOne({ _id: 1 }, { $set: { a: 'x'.repeat(12_000_000) } })).rejects.toThrow();
      expect(await raw('large').countDocuments()).toBe(4);
    });

    it('get an id when they bring none, as their first field', async () => {
      await raw('ids').insertOne({ a: 1 } as never);
      await raw('ids').updateOne({ b: 2 }, { $set: { c: 3 } }, { upsert: true });
      for (const found of await raw('ids').find().toArray()) expect(Object.keys(found)[0]).toBe('_id');
    });

    it.each([[['a', 'b']], [/x/]])('refuse %s as an id', async (_id) => {
      await expect(raw('ids').insertOne({ _id } as never)).rejects.toMatchObject({ code: expect.any(Number) });
    });
  });

  describe('files', () => {
    it('come back byte by byte, are found by name and go with all their pieces', async () => {
      const bucket = new mongoose.mongo.GridFSBucket(db());
      const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, i) => i % 251));
      const id = 'a'.repeat(64) as unknown as mongoose.mongo.ObjectId;
      await pipeline(
        Readable.from([bytes]),
        bucket.openUploadStreamWithId(id, 'bukti.jpg', { metadata: { kind: 'proof' } }),
      );
      const read: Buffer[] = [];
      for await (const piece of bucket.openDownloadStream(id)) read.push(piece);
      expect(Buffer.concat(read).equals(bytes)).toBe(true);
      expect(await bucket.find({ filename: 'bukti.jpg' }).toArray()).toMatchObject([
        { _id: id, length: 700_000, metadata: { kind: 'proof' } },
      ]);
      const middle: Buffer[] = [];
      for await (const piece of bucket.openDownloadStream(id, { start: 300_000, end: 300_010 })) middle.push(piece);
      expect(Buffer.concat(middle).equals(bytes.subarray(300_000, 300_010))).toBe(true);
      await bucket.delete(id);
      expect(await db().collection('fs.chunks').countDocuments()).toBe(0);
    });
  });

  describe('commands', () => {
    it('that do not exist are refused with their name', async () => {
      await expect(db().command({ nosuchcommand: 1 })).rejects.toMatchObject({
        code: 59,
        codeName: 'CommandNotFound',
      });
    });

    it('list and drop collections', async () => {
      await raw('one').insertOne({ _id: 1 });
      await db().createCollection('two');
      const names = (await db().listCollections({}, { nameOnly: true }).toArray()).map((found) => found.name);
      expect(names).toEqual(expect.arrayContaining(['one', 'two', 'orders']));
      await db().dropCollection('one');
      expect(await db().listCollections({ name: 'one' }).toArray()).toEqual([]);
    });

    it('say that the server is there', async () => {
      expect(await db().command({ ping: 1 })).toMatchObject({ ok: 1 });
      expect(await db().admin().buildInfo()).toMatchObject({ version: expect.any(String) });
    });
  });
}
