import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../../../src/store/embedded/bson/encode.ts';
import { removeExpired } from '../../../../src/store/embedded/storage/expire.ts';
import { GroupCommit } from '../../../../src/store/embedded/storage/group-commit.ts';
import { type Database, openDatabase } from '../../../../src/store/embedded/storage/sqlite.ts';
import { doc } from './doc.ts';
import { testCatalog } from './test-catalog.ts';
import { startServer } from './test-server.ts';

describe('the group commit', () => {
  let db: Database;
  let commit: GroupCommit;
  let told: string[];
  const waiter = (name: string) => ({
    committed: () => void told.push(name),
    failed: () => void told.push(`${name} failed`),
  });
  const add = (n: number) => {
    commit.begin();
    db.prepare('INSERT INTO t VALUES (?)').run(n);
  };
  const rows = () =>
    db
      .prepare('SELECT n FROM t ORDER BY n')
      .all()
      .map(({ n }) => n);

  beforeEach(() => {
    db = openDatabase(':memory:');
    db.exec('CREATE TABLE t (n INTEGER)');
    commit = new GroupCommit(db);
    told = [];
  });
  afterEach(() => db.close());

  it('answers at once while nothing is written', () => {
    commit.afterCommit(waiter('a read'));
    expect(told).toEqual(['a read']);
  });

  it('holds the answers of a turn, reads included, until its one commit', async () => {
    add(1);
    commit.afterCommit(waiter('first'));
    add(2);
    commit.afterCommit(waiter('second'));
    commit.afterCommit(waiter('a read'));
    expect(told).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['first', 'second', 'a read']);
    expect(rows()).toEqual([1, 2]);
  });

  it('tells all who wait when the turn is taken back, and starts afresh', () => {
    add(1);
    commit.afterCommit(waiter('first'));
    commit.abort(new Error('disk'));
    add(2);
    commit.afterCommit(waiter('second'));
    commit.flush();
    expect(told).toEqual(['first failed', 'second']);
    expect(rows()).toEqual([2]);
  });

  it('does work on its own as a whole or not at all, what came before kept', () => {
    add(1);
    expect(() =>
      commit.alone(() => {
        db.exec('INSERT INTO t VALUES (2)');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(rows()).toEqual([1]);
  });
});

describe('an index whose first array was taken back', () => {
  it('is marked again, on the disk too, by the next one', () => {
    const opened = testCatalog();
    const things = opened.collection('things', [{ _id: 1, l: 5 }], [{ key: { l: 1 } }]);
    const [index] = things.indexes;
    const marked = () => opened.db.prepare('SELECT multikey AS m FROM pesan_indexes').get()?.m;
    things.insert(doc({ _id: 2, l: [1, 2] }), encode(doc({ _id: 2, l: [1, 2] })));
    expect(index?.multikey).toBe(true);
    opened.commit.abort(new Error('disk'));
    expect([index?.multikey, marked()]).toEqual([false, 0]);
    things.insert(doc({ _id: 3, l: [1, 2] }), encode(doc({ _id: 3, l: [1, 2] })));
    opened.commit.flush();
    expect([index?.multikey, marked()]).toEqual([true, 1]);
    opened.close();
  });
});

describe('a full disk', () => {
  it('fails the write with MongoDB’s code, loses nothing that was told, and takes writes again when there is room', async () => {
    const server = await startServer();
    const things = server.connection.collection<{ _id: number; text: string }>('things');
    await things.createIndex({ text: 1 });
    server.db.exec('PRAGMA max_page_count = 200');
    const told: number[] = [];
    const write = (_id: number) =>
      things.insertOne({ _id, text: `${_id}`.padEnd(5000, 'x') }).then(() => void told.push(_id));
    let failure: unknown;
    for (let n = 0; n < 40 && failure === undefined; n++)
      await Promise.all(Array.from({ length: 8 }, (_, i) => write(n * 8 + i))).catch((cause) => {
        failure = cause;
      });
    expect(failure).toMatchObject({ code: 14_031, codeName: 'OutOfDiskSpace' });
    server.db.exec('PRAGMA max_page_count = 100000');
    const kept = (await things.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    expect(kept).toEqual(expect.arrayContaining(told));
    expect(await things.countDocuments({ text: { $gte: '' } })).toBe(kept.length);
    await write(9999);
    expect(await things.countDocuments({ _id: 9999 })).toBe(1);
    await server.close();
  });
});

describe('a TTL index', () => {
  const now = new Date('2026-01-05T02:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

  it.each([1, -1])('removes what is older than it says (direction %i), and nothing without a date', (direction) => {
    const opened = testCatalog();
    const docs = [
      { _id: 'old', at: ago(61) },
      { _id: 'just', at: ago(59) },
      { _id: 'future', at: ago(-1000) },
      { _id: 'none' },
      { _id: 'text', at: 'yesterday' },
      { _id: 'number', at: 5 },
      { _id: 'several', at: [ago(10), ago(100)] },
    ];
    const things = opened.collection('things', docs, [{ key: { at: direction }, expireAfterSeconds: 60 }]);
    expect(removeExpired(opened.catalog, now)).toBe(2);
    expect(things.count()).toBe(5);
    expect(removeExpired(opened.catalog, now)).toBe(0);
    opened.close();
  });
});
