import type { Key } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { NewDuty } from '../../store/duties.ts';
import { nextEntry, withEntry } from '../history.ts';
import type { Case } from './case.ts';
import { changed } from './change.ts';
import type { AnyEvent, CaseMoveRefused, EventType } from './event.ts';
import { type GuardAt, objection } from './guards.ts';
import { leads } from './moves.ts';
import { owed } from './owes.ts';
import { told } from './told.ts';

/** Under which cause, by whom, when, and by which rules a case moves. */
export type MoveAt = GuardAt & { readonly key: Key };

/** A case after a move, with what it then owes; `unchanged` when there was nothing to do. */
export interface Moved {
  readonly type: 'moved' | 'unchanged';
  readonly case: Case;
  readonly owes: readonly NewDuty[];
}

/** Moves a case by the table, its guards and what follows. Pure: same arguments, same answer. */
export function next(one: Case, event: AnyEvent, at: MoveAt): Result<Moved, CaseMoveRefused> {
  const refused = refusalOf(one, event, at);
  if (refused) return err(refused);
  const after = changed(one, event, at);
  if (after === one) return ok({ type: 'unchanged', case: one, owes: [] });
  const { key, by, now, rules } = at;
  const reason = 'reason' in event ? event.reason : undefined;
  const as = told(one, after, event, rules);
  const entry = nextEntry(after.history, {
    key,
    at: now,
    by,
    event: as.event,
    ...(reason && { reason }),
    data: as.data,
  });
  const whole = { ...after, history: withEntry(after.history, entry) };
  return ok({ type: 'moved', case: whole, owes: owed(one, whole, event, entry, rules.policy) });
}

/** Why the event may not happen to the case as it is; undefined when it may. */
export function refusalOf(one: Case, event: AnyEvent, at: GuardAt): CaseMoveRefused | undefined {
  const { state, decision } = one;
  const refused = { code: 'case-move-refused', event: event.type, state } as const;
  if (leads(state, event.type).length === 0) {
    // Who decides second hears who decided first, what and when.
    const late = DECISIONS.has(event.type) && decision !== undefined;
    return late ? { ...refused, why: 'already-decided', decided: decision } : { ...refused, why: 'not-now' };
  }
  const no = objection(one, event, at);
  return no && { ...refused, ...no };
}

const DECISIONS: ReadonlySet<EventType> = new Set(['approve', 'approve_second', 'reject', 'settle', 'ask_evidence']);
