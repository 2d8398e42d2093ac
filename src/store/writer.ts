import type { Connection } from 'mongoose';
import { withDeadline } from '../core/deadline.ts';
import { DocumentRefused } from './store-errors.ts';

/** One guarded update of a document that only its owner writes. */
interface GuardedUpdate {
  readonly id: string;
  /** The filter beside the id: the number it must still have. */
  readonly guard: Readonly<Record<string, unknown>>;
  readonly update: Readonly<Record<string, unknown>>;
  readonly upsert: boolean;
  /** Fields that show, read back, that the document is as this update leaves it. */
  readonly mine: Readonly<Record<string, string | number>>;
}

/**
 * The hot path to the store. All that is asked for in one tick travels as one command a collection and kind, at most two in
 * flight; each caller waits for its own result (group commit). A command that fails rejects all who travelled in it.
 */
export interface Writer {
  /** Resolves once the document is durable: `known` when its id was there before. */
  insert(collection: string, doc: { readonly _id: string }): Promise<'inserted' | 'known'>;
  /** An update by id that may be repeated without harm. */
  update(collection: string, id: string, update: Readonly<Record<string, unknown>>): Promise<void>;
  /** True when this very update is what the document now shows. */
  guarded(collection: string, write: GuardedUpdate): Promise<boolean>;
}

interface Waiting<Op, R> {
  readonly op: Op;
  resolve(result: R): void;
  reject(error: unknown): void;
}

const IN_FLIGHT = 2;
/** A command without an answer for this long counts as a store that is away; all writes here may be repeated. */
const LIMIT_MS = 15_000;
const MOST = 1_000;

/** A plain server answer to insert and update; typed here because the hot path goes around mongoose's models. */
interface BulkAnswer {
  readonly n: number;
  readonly writeErrors?: readonly { readonly index: number; readonly code: number; readonly errmsg: string }[];
}

/** Creates the writer on a connection that is open. */
export function createWriter(connection: Connection, limitMs = LIMIT_MS): Writer {
  const inserts = lanesBy((collection, ops: readonly { readonly _id: string }[]) => insertMany(collection, ops));
  const updates = lanesBy((collection, ops: readonly { id: string; update: object }[]) => updateMany(collection, ops));
  const guards = lanesBy((collection, ops: readonly GuardedUpdate[]) => guardedMany(collection, ops));

  async function command(body: Record<string, unknown>): Promise<BulkAnswer> {
    const db = connection.db;
    if (!db) throw new Error('the store is not connected');
    // The driver answers with a plain document; `n` and `writeErrors` are MongoDB's own names (insert, update commands).
    return (await withDeadline('a write to the store', limitMs, db.command(body))) as unknown as BulkAnswer;
  }

  async function insertMany(
    collection: string,
    ops: readonly { readonly _id: string }[],
  ): Promise<('inserted' | 'known' | Error)[]> {
    const answer = await command({ insert: collection, documents: ops, ordered: false });
    const results = ops.map((): 'inserted' | 'known' | Error => 'inserted');
    for (const error of answer.writeErrors ?? [])
      results[error.index] = error.code === 11000 ? 'known' : new DocumentRefused(error.errmsg);
    return results;
  }

  async function updateMany(
    collection: string,
    ops: readonly { id: string; update: object }[],
  ): Promise<(undefined | Error)[]> {
    const answer = await command({
      update: collection,
      updates: ops.map(({ id, update }) => ({ q: { _id: id }, u: update })),
      ordered: false,
    });
    const results = ops.map((): undefined | Error => undefined);
    for (const error of answer.writeErrors ?? []) results[error.index] = new DocumentRefused(error.errmsg);
    return results;
  }

  async function guardedMany(collection: string, ops: readonly GuardedUpdate[]): Promise<boolean[]> {
    const updates = ops.map(({ id, guard, update, upsert }) => ({
      q: { _id: id, ...guard },
      u: update,
      ...(upsert && { upsert }),
    }));
    const answer = await command({ update: collection, updates, ordered: false });
    if (answer.n === ops.length && !answer.writeErrors?.length) return ops.map(() => true);
    // The reply says how many matched, not which: read back, a write is mine only if all its numbers are.
    const names = Object.fromEntries(ops.flatMap((op) => Object.keys(op.mine)).map((name) => [name, 1]));
    const found = await connection
      .collection<{ _id: string; [name: string]: unknown }>(collection)
      .find({ _id: { $in: ops.map((op) => op.id) } }, { projection: names })
      .toArray();
    const byId = new Map(found.map((doc) => [doc._id, doc]));
    return ops.map((op) => Object.entries(op.mine).every(([name, value]) => byId.get(op.id)?.[name] === value));
  }

  return {
    insert: (collection, doc) => inserts(collection, doc),
    update: (collection, id, update) => updates(collection, { id, update }),
    guarded: (collection, write) => guards(collection, write),
  };
}

/** Gathers what is asked for in one tick by collection, and hands it on in batches. */
function lanesBy<Op, R>(
  run: (collection: string, ops: readonly Op[]) => Promise<(R | Error)[]>,
): (collection: string, op: Op) => Promise<R> {
  const lanes = new Map<string, { queue: Waiting<Op, R>[]; flying: number; planned: boolean }>();

  async function fly(
    collection: string,
    lane: { queue: Waiting<Op, R>[]; flying: number; planned: boolean },
  ): Promise<void> {
    lane.planned = false;
    if (lane.flying >= IN_FLIGHT || lane.queue.length === 0) return;
    const batch = lane.queue.splice(0, MOST);
    lane.flying++;
    try {
      const results = await run(
        collection,
        batch.map((waiting) => waiting.op),
      );
      batch.forEach((waiting, i) => {
        const result = results[i];
        if (result instanceof Error) waiting.reject(result);
        else waiting.resolve(result as R);
      });
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    } finally {
      lane.flying--;
      plan(collection, lane);
    }
  }

  function plan(collection: string, lane: { queue: Waiting<Op, R>[]; flying: number; planned: boolean }): void {
    if (lane.planned || lane.flying >= IN_FLIGHT || lane.queue.length === 0) return;
    lane.planned = true;
    setImmediate(() => void fly(collection, lane));
  }

  return (collection, op) =>
    new Promise<R>((resolve, reject) => {
      const lane = lanes.get(collection) ?? { queue: [], flying: 0, planned: false };
      lanes.set(collection, lane);
      lane.queue.push({ op, resolve, reject });
      plan(collection, lane);
    });
}
