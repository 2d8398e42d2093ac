import type { Model } from 'mongoose';
import { type Clock, SECOND } from '../core/clock.ts';
import type { Buried } from './buried.ts';
import type { RawStored, Stored } from './documents.ts';
import type { Duty, Paid, Payers } from './duties.ts';
import { rawOf } from './model.ts';

interface Work<T extends Stored> {
  readonly name: string;
  readonly model: Model<RawStored>;
  readonly doc: T;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly clock: Clock;
  readonly dueOf: (doc: T, duties: readonly Duty[]) => Date | undefined;
}

/** Pauses before the next try of a duty whose payer threw; after the last one it is buried. */
const PAUSES = [1, 4, 16, 64, 256].map((s) => s * SECOND);

/**
 * Pays what a document owes, each duty on its own: same receiver in order, others side by side. `dueBy` pays only what is due
 * by then (the clockwork's way); without it everything is paid at once but what failed before and rests, with all behind it.
 */
export async function payDuties<T extends Stored>(work: Work<T>, dueBy?: Date): Promise<void> {
  const receivers = new Map<string, Duty[]>();
  for (const duty of work.doc.duties) receivers.set(duty.to, [...(receivers.get(duty.to) ?? []), duty]);
  if (receivers.size === 0) return;
  const results = await Promise.all([...receivers.values()].map((duties) => payInOrder(work, duties, dueBy)));
  await pull(work, results.flat());
}

async function payInOrder<T extends Stored>(work: Work<T>, duties: readonly Duty[], dueBy?: Date): Promise<string[]> {
  const paid: string[] = [];
  for (const duty of duties) {
    if (rests(duty, work.clock.now(), dueBy)) break;
    const outcome = await tryOne(work, duty);
    if (outcome.type === 'again') {
      await rawOf(work.model).updateOne(
        { _id: work.doc._id, 'duties.key': duty.key },
        { $set: { 'duties.$.dueAt': outcome.at }, $inc: { 'duties.$.tries': 1 } },
      );
      break;
    }
    if (outcome.type === 'bury') {
      const at = work.clock.now();
      await work.buried.bury({
        _id: duty.key,
        kind: duty.kind,
        where: `${work.name}/${work.doc._id}`,
        reason: outcome.reason,
        at,
      });
    }
    paid.push(duty.key);
  }
  return paid;
}

// A fresh duty is due in a minute, for the clockwork; whoever just saved pays it now.
const rests = (duty: Duty, now: Date, dueBy: Date | undefined): boolean =>
  dueBy ? duty.dueAt > dueBy : duty.tries > 0 && duty.dueAt > now;

async function tryOne<T extends Stored>(work: Work<T>, duty: Duty): Promise<Paid> {
  const now = work.clock.now();
  try {
    return await work.payers.of(duty.kind)(duty.body, duty.key, now);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const pause = PAUSES[duty.tries];
    return pause === undefined
      ? { type: 'bury', reason }
      : { type: 'again', at: new Date(now.getTime() + pause), reason };
  }
}

async function pull<T extends Stored>(work: Work<T>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { model, doc, dueOf } = work;
  const left = doc.duties.filter((duty) => !keys.includes(duty.key));
  const dueAt = dueOf(doc, left);
  const $pull = { duties: { key: { $in: keys } } };
  const whole = { $pull, ...(dueAt ? { $set: { dueAt } } : { $unset: { dueAt: 1 } }) };
  const guarded = await rawOf(model).updateOne({ _id: doc._id, rev: doc.rev }, whole);
  // Saved anew in between: the newer save computed its own `dueAt`; the clockwork looks again then.
  if (guarded.matchedCount === 0) await rawOf(model).updateOne({ _id: doc._id }, { $pull });
}
