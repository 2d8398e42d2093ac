import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore, StoreBusy } from '../../../../src/store/embedded/index.ts';
import { tempDir } from './test-server.ts';

interface Thing {
  readonly _id: string;
  readonly n?: number;
}

let dir: string;
let cleanUp: (() => Promise<unknown>)[];
beforeEach(async () => {
  dir = await tempDir();
  cleanUp = [() => rm(dir, { recursive: true })];
});
afterEach(async () => {
  for (const work of cleanUp.reverse()) await work();
});

const things = (connection: Connection) => connection.collection<Thing>('things');

async function open(run: 'inline' | 'child', where = dir, onExit?: (reason: string) => void): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore({ dir: where, run, ...(onExit && { onExit }) });
  cleanUp.push(() => store.close());
  return store;
}

async function connect(uri: string): Promise<Connection> {
  const connection = await mongoose.createConnection(uri, { heartbeatFrequencyMS: 500 }).asPromise();
  cleanUp.push(() => connection.close());
  return connection;
}

/** Another process that holds the directory; resolves with its connection string once it serves. */
async function holder(run: 'inline' | 'child'): Promise<{ process: ChildProcess; uri: string }> {
  const held = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'hold-store.ts'), dir, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp.push(async () => void held.kill('SIGKILL'));
  const uri = await new Promise<string>((resolve) => held.stdout?.once('data', (line) => resolve(String(line).trim())));
  return { process: held, uri };
}

const killed = (held: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    held.once('exit', () => resolve());
    held.kill('SIGKILL');
  });

/** The process that serves, as the system knows it. */
async function storePid(connection: Connection): Promise<number> {
  const status = await connection.db?.command({ serverStatus: 1 });
  return Number(status?.pid);
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    // A zombie that nobody has waited for yet is dead all the same.
    return !(await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z ');
  } catch {
    return false;
  }
}

// Processes start slowly on a machine that does other things too.
const PATIENT = { timeout: 60_000 };

describe('a data directory', PATIENT, () => {
  it('is made for its owner alone', async () => {
    const inner = join(dir, 'a', 'b');
    await open('inline', inner);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
  });

  it('belongs to one bot: the second is refused with the directory and the pid', async () => {
    const store = await open('inline');
    const refusal = await open('inline').catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(StoreBusy);
    expect(refusal).toMatchObject({
      dir,
      pid: process.pid,
      message: expect.stringContaining(`${dir} is in use by the process ${process.pid}`),
    });
    const connection = await connect(store.uri);
    await things(connection).insertOne({ _id: 'still served' });
  });

  it('is free again once it is closed, with all that was written', async () => {
    const first = await openEmbeddedStore({ dir, run: 'inline' });
    const before = await mongoose.createConnection(first.uri).asPromise();
    await things(before).createIndex({ n: 1 }, { unique: true, partialFilterExpression: { n: { $gt: 0 } } });
    await things(before).insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    await before.close();
    await first.close();
    const connection = await connect((await open('inline')).uri);
    expect(await things(connection).find().toArray()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    await expect(things(connection).insertOne({ _id: 'c', n: 1 })).rejects.toMatchObject({
      code: 11_000,
      keyPattern: { n: 1 },
    });
  });

  it.each(['inline', 'child'] as const)(
    'is taken over from an owner (%s) that was killed, with all it was told',
    async (run) => {
      const held = await holder(run);
      const there = await mongoose.createConnection(held.uri).asPromise();
      await things(there).insertOne({ _id: 'told' });
      const refusal = await open(run).catch((cause: unknown) => cause);
      expect(refusal).toMatchObject({ code: 'store-busy', pid: held.process.pid });
      await there.close();
      await killed(held.process);
      const connection = await connect((await open(run)).uri);
      expect(await things(connection).findOne({})).toEqual({ _id: 'told' });
    },
  );

  it('may lie deeper than a socket address is long', async () => {
    const deep = join(dir, 'x'.repeat(100), 'y'.repeat(100));
    const connection = await connect((await open('inline', deep)).uri);
    await things(connection).insertOne({ _id: 'a' });
    expect(await readdir(deep)).not.toContain('store.sock');
  });

  it('is refused when it holds something that is no store, and free again after', async () => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'store.sqlite'), 'this is no database, however long it is'.repeat(100));
    for (const run of ['inline', 'child'] as const) await expect(open(run)).rejects.toThrow(/not a database/);
    await rm(join(dir, 'store.sqlite'));
    await open('inline');
  });
});

describe('a store in a process of its own', PATIENT, () => {
  it('loses nothing it has told of, however often it is killed in the middle of writing', async () => {
    const store = await open('child');
    const connection = await connect(store.uri);
    const told: string[] = [];
    let rounds = 0;
    let writing = true;
    const writer = async (name: number): Promise<void> => {
      for (let n = 0; writing; n++) {
        const _id = `${name}/${n}`;
        await things(connection)
          .insertOne({ _id })
          .then(
            () => told.push(_id),
            () => undefined,
          );
      }
    };
    const writers = Array.from({ length: 8 }, (_, name) => writer(name));
    for (; rounds < 3; rounds++) {
      const enough = told.length + 60;
      await vi.waitFor(() => expect(told.length).toBeGreaterThan(enough), { timeout: 15_000, interval: 5 });
      process.kill(await storePid(connection), 'SIGKILL');
    }
    const after = told.length;
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(after), { timeout: 15_000, interval: 5 });
    writing = false;
    await Promise.all(writers);
    const kept = new Set(await things(connection).distinct('_id'));
    expect(told.filter((_id) => !kept.has(_id))).toEqual([]);
    expect(kept.size - told.length).toBeLessThanOrEqual(8 * rounds);
  });

  it('ends with its parent', async () => {
    const held = await holder('child');
    const there = await mongoose.createConnection(held.uri).asPromise();
    const pid = await storePid(there);
    expect(pid).not.toBe(held.process.pid);
    await there.close();
    await killed(held.process);
    await vi.waitFor(async () => expect(await isAlive(pid)).toBe(false), { timeout: 5000, interval: 20 });
  });

  it('outlives Ctrl-C, which reaches it too: only the bot ends it', async () => {
    const store = await open('child');
    const connection = await connect(store.uri);
    const pid = await storePid(connection);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
    await things(connection).insertOne({ _id: 'after' });
    expect(await storePid(connection)).toBe(pid);
  });

  it('says when it is gone for good', async () => {
    let reason: string | undefined;
    const store = await open('child', dir, (why) => {
      reason = why;
    });
    const connection = await connect(store.uri);
    const pid = await storePid(connection);
    await connection.close();
    for (const file of ['store.sqlite', 'store.sqlite-wal']) await writeFile(join(dir, file), 'broken'.repeat(1000));
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(reason).toMatch(/could not be opened/), { timeout: 15_000, interval: 20 });
  });
});

describe('a snapshot', PATIENT, () => {
  it.each(['inline', 'child'] as const)('of a store (%s) that is being written is one moment of it', async (run) => {
    const store = await open(run);
    const connection = await connect(store.uri);
    await things(connection).insertMany(Array.from({ length: 200 }, (_, n) => ({ _id: `early-${n}` })));
    const writes = Array.from({ length: 200 }, (_, n) => things(connection).insertOne({ _id: `late-${n}` }));
    const file = join(dir, 'copy.sqlite');
    await store.snapshot(file);
    await Promise.all(writes);
    const other = join(dir, 'other');
    await mkdir(other);
    await copyFile(file, join(other, 'store.sqlite'));
    const copy = await connect((await open('inline', other)).uri);
    expect(await things(copy).countDocuments({ _id: /^early/ })).toBe(200);
    expect(await things(connection).countDocuments()).toBe(400);
  });

  it('takes the place of an older one, and says why when it cannot be written', async () => {
    const store = await open('child');
    const file = join(dir, 'copy.sqlite');
    await store.snapshot(file);
    await store.snapshot(file);
    await expect(store.snapshot(join(dir, 'nowhere', 'copy.sqlite'))).rejects.toThrow(/nowhere/);
    expect((await readdir(dir)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});
