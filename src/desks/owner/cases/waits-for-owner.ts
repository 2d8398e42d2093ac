import { HOUR } from '../../../core/clock.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { Policy } from '../../../shop/cases/policy.ts';

/** True when the next step of a case is the owner's and not its customer's. */
export function waitsForOwner(one: Case): boolean {
  switch (one.state) {
    case 'in-review':
    case 'awaiting-second':
    case 'arrived':
    case 'inspected':
      return true;
    case 'resolving':
      return one.refund === undefined || one.destination?.confirmedAt !== undefined || one.chat === undefined;
    case 'opening':
    case 'dropped':
    case 'awaiting-evidence':
    case 'awaiting-return':
    case 'sent-back':
    case 'replacement-sent':
    case 'completed':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return false;
  }
}

/** From when on a case has waited for the owner too long; undefined where the owner has nothing to do yet. */
export function lateAt({ state, since }: Case, { limits }: Policy): Date | undefined {
  const after = (hours: readonly number[]): Date => new Date(since.getTime() + (hours[0] ?? 0) * HOUR);
  switch (state) {
    case 'in-review':
    case 'awaiting-second':
      return after(limits.review_hours);
    case 'sent-back':
      return after(limits.return_hours);
    case 'arrived':
    case 'inspected':
      return after(limits.inspect_hours);
    case 'resolving':
      return after(limits.resolve_hours);
    case 'opening':
    case 'dropped':
    case 'awaiting-evidence':
    case 'awaiting-return':
    case 'replacement-sent':
    case 'completed':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return undefined;
  }
}
