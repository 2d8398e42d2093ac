import type { Case, CaseState } from './case.ts';
import type { AnyEvent, CaseEvent } from './event.ts';
import { amountOf, isRefund } from './guards.ts';
import { leads } from './moves.ts';
import type { Policy } from './policy.ts';

/**
 * Where an allowed event leads: the one state that the table names, of several the one that the case itself decides.
 * `after` is the case as the event leaves it, its state aside.
 */
export function choose(before: Case, after: Case, event: AnyEvent, policy: Policy): CaseState {
  const [first = before.state, ...more] = leads(before.state, event.type);
  if (more.length === 0) return first;
  switch (event.type) {
    case 'submit':
    case 'add_evidence':
      return after.verdict && after.verdict.missing.length > 0 ? 'awaiting-evidence' : 'in-review';
    case 'approve':
    case 'change_remedy':
      return needsSecond(before, event, policy) ? 'awaiting-second' : onwards(after);
    case 'approve_second':
      return onwards(after);
    case 'inspect':
      return event.fit ? 'resolving' : 'inspected';
    default:
      throw new Error(`'${event.type}' leads to several states and nobody chooses`);
  }
}

/** Goods that are to come back come back first. */
const onwards = ({ sendBack }: Case): CaseState =>
  sendBack && sendBack.sent === undefined && sendBack.arrivedAt === undefined ? 'awaiting-return' : 'resolving';

/** A refund above the limit is agreed to twice; less than what was agreed to twice already is not asked again. */
function needsSecond(
  before: Case,
  event: Extract<CaseEvent, { type: 'approve' | 'change_remedy' }>,
  { second_approval }: Policy,
): boolean {
  const amount = amountOf(before, event);
  if (!isRefund(event.remedy) || amount === undefined || amount <= second_approval.over) return false;
  const agreed = before.decision?.second === undefined ? 0 : (before.refund?.amount ?? 0);
  return amount > agreed;
}
