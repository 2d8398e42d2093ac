import { HOUR } from '../../core/clock.ts';
import type { Case } from './case.ts';
import { type CaseRules, holidaysOf, type Policy } from './policy.ts';
import { endOfWorkingDay } from './working-days.ts';

/** When a case that waits for its customer ends by itself; undefined when it waits for nobody or for the shop. */
export function endsAt(one: Case, { policy, zone }: CaseRules): Date | undefined {
  const { evidence_hours, send_back_working_days: days, replacement_hours } = policy.limits;
  switch (one.state) {
    case 'awaiting-evidence':
      return hoursAfter(one.since, evidence_hours);
    case 'awaiting-return':
      return endOfWorkingDay(one.since, days, holidaysOf(policy), zone);
    case 'replacement-sent':
      return hoursAfter(one.since, replacement_hours);
    case 'opening':
    case 'dropped':
    case 'in-review':
    case 'awaiting-second':
    case 'sent-back':
    case 'arrived':
    case 'inspected':
    case 'resolving':
    case 'completed':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return undefined;
  }
}

/** Until when a rejection may be appealed. */
export const appealEnds = ({ decision, since }: Case, { limits }: Policy): Date =>
  hoursAfter(decision?.at ?? since, limits.appeal_hours);

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR);
