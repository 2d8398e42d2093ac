/**
 * Measures the store that the settings name (MONGODB_URI), or the embedded one in a folder of its own:
 *
 *   npx tsx scripts/measure-store.ts
 *
 * One line a measure. The figures in `docs/decisions` come from here; they are worth something only on a quiet machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openEmbeddedStore } from '../src/store/embedded/index.ts';
import { createWriter } from '../src/store/writer.ts';

const ALONE = 500;
const TOGETHER = 4_000;
const SIDE_BY_SIDE = 32;

interface Thing {
  readonly _id: string;
  readonly n: number;
}

const dir = await mkdtemp(join(tmpdir(), 'pesan-measure-'));
const own = process.env.MONGODB_URI ? undefined : await openEmbeddedStore({ dir, run: 'child' });
const uri = process.env.MONGODB_URI ?? own?.uri ?? '';
const connection = await mongoose
  .createConnection(uri, { maxPoolSize: 12, w: 'majority', dbName: `pesan_measure_${process.pid}` })
  .asPromise();
const things = connection.collection<Thing>('things');
const writer = createWriter(connection);

try {
  await side('insert, each its own command', TOGETHER, async (i) => {
    await things.insertOne({ _id: `own/${i}`, n: 0 });
  });
  await side('insert, through the writer', TOGETHER, async (i) => {
    await writer.insert('things', { _id: `writer/${i}`, n: 0 } as Thing);
  });
  await alone('find by id', ALONE, async (i) => {
    await things.findOne({ _id: `own/${i}` });
  });
  await alone('guarded update, durable', ALONE, async (i) => {
    await things.updateOne({ _id: `own/${i}`, n: 0 }, { $set: { n: 1 } });
  });
  console.log(`${await things.countDocuments()} documents, Node ${process.version}`);
} finally {
  await connection.dropDatabase();
  await connection.close();
  await own?.close();
  await rm(dir, { recursive: true });
}

/** One after another: how long each takes. */
async function alone(what: string, count: number, work: (i: number) => Promise<void>): Promise<void> {
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = performance.now();
    await work(i);
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const at = (part: number): string => (took[Math.floor(count * part)] ?? 0).toFixed(2);
  console.log(`${what}: median ${at(0.5)} ms, 99 % within ${at(0.99)} ms (${count}, one after another)`);
}

/** Many at once: how many a second. */
async function side(what: string, count: number, work: (i: number) => Promise<void>): Promise<void> {
  const from = performance.now();
  const lane = async (first: number): Promise<void> => {
    for (let i = first; i < count; i += SIDE_BY_SIDE) await work(i);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, i) => lane(i)));
  const seconds = (performance.now() - from) / 1000;
  console.log(`${what}: ${Math.round(count / seconds)} a second (${count}, ${SIDE_BY_SIDE} at a time)`);
}
