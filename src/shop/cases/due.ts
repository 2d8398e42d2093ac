import { MINUTE } from '../../core/clock.ts';
import { outOfQuiet } from '../orders/quiet.ts';
import type { OrderSop } from '../orders/sop.ts';
import type { Case } from './case.ts';
import { endsAt, hoursAfter } from './deadlines.ts';
import type { CaseAlarm, CaseEvent, CaseReminder } from './event.ts';
import type { CaseRules } from './policy.ts';

/** By what a case's clock goes: the shop's rules, and its quiet hours for what a customer hears. */
export interface DueRules extends CaseRules {
  readonly quiet: OrderSop['quiet'];
}

/** Something that happens to a case by itself: an event, or the end of an opening that was cut off. */
export interface Step {
  readonly at: Date;
  /** The same step of the same case has the same name, so it happens once. */
  readonly name: string;
  readonly does: CaseEvent | { readonly type: 'finish' };
}

/** The earliest moment at which something of the case is due; pure, computed at each save. */
export const due = (one: Case, rules: DueRules): Date | undefined => stepsOf(one, rules)[0]?.at;

/** What is due by now, in order. Of several missed reminders of one kind only the last is left. */
export function dueBy(one: Case, rules: DueRules, now: Date): Step[] {
  const late = stepsOf(one, rules).filter(({ at }) => at <= now);
  const kindOf = ({ name }: Step): string => name.replace(/\/\d+$/, '');
  return late.filter((step, i) => !late.slice(i + 1).some((later) => kindOf(later) === kindOf(step)));
}

function stepsOf(one: Case, rules: DueRules): Step[] {
  return steps(one, rules).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function steps(one: Case, rules: DueRules): Step[] {
  const { since } = one;
  const { limits } = rules.policy;
  switch (one.state) {
    case 'opening':
      // Whoever was opening it is gone: the clockwork brings it to an end, one way or the other.
      return [{ at: new Date(since.getTime() + MINUTE), name: 'finish', does: { type: 'finish' } }];
    case 'awaiting-evidence':
      return waiting(one, 'evidence', rules, { type: one.evidence.length > 0 ? 'review' : 'expire' });
    case 'awaiting-return':
      return waiting(one, 'return', rules, { type: 'expire' });
    case 'replacement-sent':
      return waiting(one, undefined, rules, { type: 'receive' });
    case 'in-review':
      return alarms(one, 'review_waiting', limits.review_hours);
    case 'awaiting-second':
      return alarms(one, 'second_waiting', limits.review_hours);
    case 'sent-back':
      return alarms(one, 'return_late', limits.return_hours);
    case 'arrived':
    case 'inspected':
      return alarms(one, 'inspection_waiting', limits.inspect_hours);
    case 'resolving':
      return [...alarms(one, 'resolution_waiting', limits.resolve_hours), ...destinationSteps(one, rules)];
    case 'dropped':
    case 'completed':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return [];
  }
}

// The customer is reminded once, at half time; then it ends by itself.
function waiting(one: Case, what: CaseReminder | undefined, rules: DueRules, end: CaseEvent): Step[] {
  const ends = endsAt(one, rules);
  if (!ends) return [];
  const half = new Date((one.since.getTime() + ends.getTime()) / 2);
  const reminder = what === undefined ? [] : reminders(one, what, [half], rules).filter(({ at }) => at < ends);
  return [...reminder, { at: ends, name: `${end.type}/${one.since.getTime()}`, does: end }];
}

function destinationSteps(one: Case, rules: DueRules): Step[] {
  if (!one.refund || one.destination?.confirmedAt) return [];
  const times = rules.policy.limits.destination_hours.map((hours) => hoursAfter(one.since, hours));
  return reminders(one, 'destination', times, rules);
}

function reminders(one: Case, what: CaseReminder, times: readonly Date[], { quiet }: DueRules): Step[] {
  return times.flatMap((at, k): Step[] =>
    k <= lastRung(one, what)
      ? []
      : [{ at: outOfQuiet(at, quiet), name: nameOf(one, what, k), does: { type: 'remind', what, k } }],
  );
}

// Alarms are the owner's and ring by day and night.
function alarms(one: Case, what: CaseAlarm, hours: readonly number[]): Step[] {
  return hours.flatMap((hour, k): Step[] =>
    k <= lastRung(one, what)
      ? []
      : [{ at: hoursAfter(one.since, hour), name: nameOf(one, what, k), does: { type: 'alarm', what, k } }],
  );
}

// One that came later stands for those before it, which were missed.
const lastRung = ({ rung }: Case, what: string): number =>
  Math.max(
    -1,
    ...rung.filter((name) => name.startsWith(`${what}/`)).map((name) => Number(name.slice(what.length + 1))),
  );

// A state that is come into a second time rings a second time.
const nameOf = ({ since }: Case, what: string, k: number): string => `${what}/${since.getTime()}/${k}`;
