import type { Model } from 'mongoose';
import { MINUTE } from '../core/clock.ts';
import type { RawStored, Stored } from './documents.ts';
import type { Duty } from './duties.ts';
import { FRESH_DUTY_MS } from './duties.ts';
import { rawOf, where } from './model.ts';

/** What the clockwork needs of a room's documents: claim what is due, then run it. */
export interface Clockworked {
  claimDue(now: Date, limit: number): Promise<string[]>;
  runDue(id: string, now: Date): Promise<void>;
  /** Ids of documents that owe something fresh: saved within the last minute, and perhaps not yet paid. */
  owing(now: Date): Promise<string[]>;
  /** Pays at once what a document still owes, but for what failed before and rests. */
  payLeft(id: string): Promise<void>;
  /** Counts a failed run and sets its next time by the count; undefined = no more tries. Returns the count. */
  failed(id: string, next: (fails: number) => Date | undefined): Promise<number>;
}

interface Parts<T extends Stored> {
  readonly model: Model<RawStored>;
  readonly due: (doc: T) => Date | undefined;
  readonly dueOf: (doc: T, duties: readonly Duty[]) => Date | undefined;
  readonly onDue?: (doc: T, now: Date) => Promise<void>;
  find(id: string): Promise<T | undefined>;
  settle(doc: T, now?: Date): Promise<void>;
}

/** Claims and runs what is due among documents. */
export function createClockworked<T extends Stored>({ model, due, dueOf, onDue, find, settle }: Parts<T>): Clockworked {
  return {
    async claimDue(now, limit) {
      const found = await model
        .find({ dueAt: where({ $lte: now }) }, { dueAt: 1 })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean()
        .exec();
      const claimed: string[] = [];
      for (const { _id, dueAt } of found) {
        // Claimed by moving it on a minute: who moves it runs it, and a crash only delays it.
        const moved = await rawOf(model).updateOne(
          { _id, dueAt },
          { $set: { dueAt: new Date(now.getTime() + MINUTE) } },
        );
        if (moved.matchedCount === 1) claimed.push(_id);
      }
      return claimed;
    },
    async failed(id, next) {
      const doc = await find(id);
      const fails = (doc?.fails ?? 0) + 1;
      const dueAt = next(fails);
      await rawOf(model).updateOne(
        { _id: id },
        dueAt ? { $set: { fails, dueAt } } : { $set: { fails }, $unset: { dueAt: 1 } },
      );
      return fails;
    },
    async owing(now) {
      const soon = new Date(now.getTime() + FRESH_DUTY_MS);
      const found = await model
        .find({ dueAt: where({ $lte: soon }) }, { 'duties.key': 1 })
        .lean<{ _id: string; duties: readonly unknown[] }[]>()
        .exec();
      return found.filter(({ duties }) => duties.length > 0).map(({ _id }) => _id);
    },
    async payLeft(id) {
      const doc = await find(id);
      if (doc) await settle(doc);
    },
    async runDue(id, now) {
      const doc = await find(id);
      if (!doc) return;
      await settle(doc, now);
      const ownDue = due(doc);
      if (ownDue && ownDue <= now) await onDue?.(doc, now);
      const after = await find(id);
      if (!after) return;
      const dueAt = dueOf(after, after.duties);
      const update = dueAt ? { $set: { dueAt }, $unset: { fails: 1 } } : { $unset: { dueAt: 1, fails: 1 } };
      await rawOf(model).updateOne({ _id: id, rev: after.rev }, update);
    },
  };
}
