import type { Connection, Model } from 'mongoose';
import type { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Buried } from './buried.ts';
import { changedFields } from './changed-fields.ts';
import { type Clockworked, createClockworked } from './clockworked.ts';
import { type Duty, FRESH_DUTY_MS, type NewDuty, type Payers } from './duties.ts';
import { type Index, modelOf, rawOf } from './model.ts';
import { payDuties } from './pay-duties.ts';
import { isDuplicateKey, StaleWrite } from './store-errors.ts';
import { withoutUndefined } from './without-undefined.ts';

/** What every document of the shop has beside its own fields. */
export interface Stored {
  readonly _id: string;
  /** Version of the document's shape; upgrade steps run on load. */
  readonly v: number;
  /** Grows by one with each save; paying a duty does not move it. */
  readonly rev: number;
  readonly duties: readonly Duty[];
  /** The earliest moment at which something here is due; computed at each save. */
  readonly dueAt?: Date | undefined;
  /** Failed tries of its due handler. */
  readonly fails?: number | undefined;
}

/** What a decision comes to: the document as it shall be, and what it then owes. `unchanged` saves nothing. */
export type Change<T> =
  | { readonly type: 'changed'; readonly doc: T; readonly owes: readonly NewDuty[] }
  | { readonly type: 'unchanged' };

/** A document as it lies in the store, before its room's shape has read it. */
export interface RawStored {
  _id: string;
  v: number;
  dueAt?: Date;
}

export interface NotFound {
  readonly code: 'not-found';
}

/** A room's documents: loaded, decided on purely, saved field by field guarded by `rev`, with what is owed, then paid. */
export interface Documents<T extends Stored> {
  readonly name: string;
  readonly model: Model<RawStored>;
  find(id: string): Promise<T | undefined>;
  /** Inserts with what is owed; `known` when the id is taken. */
  insert(doc: Fresh<T>, owes?: readonly NewDuty[]): Promise<'inserted' | 'known'>;
  /** Decides on the newest document and saves; decided anew when somebody else saved first (5 times, then throws StaleWrite). */
  change<E>(id: string, decide: (doc: T) => Result<Change<T>, E>): Promise<Result<T, E | NotFound>>;
  /** Reads documents by a filter of indexed fields; a condition with operators is wrapped in `where`. */
  many(
    filter: Record<string, unknown>,
    options?: { sort?: Record<string, 1 | -1>; limit?: number; skip?: number },
  ): Promise<T[]>;
  /** What clockwork needs: claim what is due, then run it. */
  readonly clockwork: Clockworked;
}

/** A document before its first save. */
export type Fresh<T extends Stored> = Omit<T, 'rev' | 'duties' | 'dueAt' | 'fails'>;

export interface DocumentsOptions<T extends Stored> {
  readonly connection: Connection;
  readonly name: string;
  /** The whole shape, `storedShape` included; its top-level fields are the mongoose schema. */
  readonly schema: z.ZodObject;
  readonly indexes: readonly Index[];
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  /** Pure: when something of the document itself is due. */
  readonly due: (doc: T) => Date | undefined;
  /** Does what is due; it changes the document through its room's own service. */
  readonly onDue?: (doc: T, now: Date) => Promise<void>;
  /** Pure upgrade steps: `upgrades[n]` makes version n+1 out of version n. */
  readonly upgrades?: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
}

const TRIES = 5;

/** Creates a room's documents on a connection. */
export function createDocuments<T extends Stored>(options: DocumentsOptions<T>): Documents<T> {
  const { clock, payers, buried, due } = options;
  const model = modelOf<RawStored>(options.connection, options.name, options.schema, [
    ...options.indexes,
    { fields: { dueAt: 1 }, partial: { dueAt: { $exists: true } } },
  ]);
  const read = (raw: unknown): T => options.schema.parse(upgraded(raw, options.upgrades)) as unknown as T;
  const dueOf = (doc: T, duties: readonly Duty[]): Date | undefined =>
    earliest([due(doc), ...duties.map((d) => d.dueAt)]);
  const owed = (owes: readonly NewDuty[]): Duty[] =>
    owes.map((duty) => ({ ...duty, tries: 0, dueAt: new Date(clock.now().getTime() + FRESH_DUTY_MS) }));
  const settle = async (doc: T, now?: Date): Promise<void> =>
    payDuties({ model, doc, payers, buried, clock, dueOf, name: options.name }, now);

  const find = async (id: string): Promise<T | undefined> => {
    const raw = await model.findById(id).lean().exec();
    return raw ? read(raw) : undefined;
  };

  const change = async <E>(id: string, decide: (doc: T) => Result<Change<T>, E>): Promise<Result<T, E | NotFound>> => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const old = await find(id);
      if (!old) return err({ code: 'not-found' });
      const decided = decide(old);
      if (!decided.ok) return decided;
      if (decided.value.type === 'unchanged') return ok(old);
      const fresh = owed(decided.value.owes);
      const saved = await save(old, decided.value.doc, fresh);
      if (!saved) continue;
      await settle(saved);
      return ok(saved);
    }
    throw new StaleWrite(`${options.name}/${id}`);
  };

  async function save(old: T, next: T, fresh: readonly Duty[]): Promise<T | undefined> {
    const duties = [...old.duties, ...fresh];
    const dueAt = dueOf(next, duties);
    const whole = { ...next, rev: old.rev + 1, duties, dueAt, fails: undefined };
    options.schema.parse(whole);
    const { $set, $unset } = changedFields(old, { ...next, dueAt, fails: undefined }, ['_id', 'rev', 'duties']);
    const $push = fresh.length > 0 && { $push: { duties: { $each: withoutUndefined(fresh) } } };
    const $clear = Object.keys($unset).length > 0 && { $unset };
    const $change = Object.keys($set).length > 0 && { $set: withoutUndefined($set) };
    const update = { ...$change, ...$clear, $inc: { rev: 1 }, ...$push };
    const done = await rawOf(model).updateOne({ _id: old._id, rev: old.rev }, update);
    return done.matchedCount === 1 ? whole : undefined;
  }

  return {
    name: options.name,
    model,
    find,
    change,
    async insert(doc, owes = []) {
      const duties = owed(owes);
      const whole = { ...doc, rev: 0, duties } as unknown as T;
      const dueAt = dueOf(whole, duties);
      const stored = options.schema.parse({ ...whole, ...(dueAt && { dueAt }) });
      try {
        await rawOf(model).insertOne(withoutUndefined(stored));
      } catch (error) {
        if (isDuplicateKey(error)) return 'known';
        throw error;
      }
      await settle({ ...whole, dueAt });
      return 'inserted';
    },
    async many(filter, { sort, limit, skip } = {}) {
      const query = model.find(filter).lean();
      if (sort) query.sort(sort);
      if (skip !== undefined) query.skip(skip);
      if (limit !== undefined) query.limit(limit);
      return (await query.exec()).map(read);
    },
    clockwork: createClockworked({ model, find, due, dueOf, settle, ...(options.onDue && { onDue: options.onDue }) }),
  };
}

function earliest(times: readonly (Date | undefined)[]): Date | undefined {
  return times.reduce<Date | undefined>((first, at) => (at && (!first || at < first) ? at : first), undefined);
}

function upgraded(raw: unknown, upgrades: DocumentsOptions<Stored>['upgrades']): unknown {
  let doc = raw as Record<string, unknown>;
  for (let step = upgrades?.[Number(doc.v)]; step; step = upgrades?.[Number(doc.v)]) {
    doc = { ...step(doc), v: Number(doc.v) + 1 };
  }
  return doc;
}
