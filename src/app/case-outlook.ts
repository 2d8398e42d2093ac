import type { CaseRules } from '../desks/customer/deps.ts';
import type { CaseReason } from '../shop/cases/case.ts';
import { outlookOf } from '../shop/cases/verdict.ts';
import type { Order } from '../shop/orders/order.ts';
import type { Rules } from './load-rules.ts';

/** What a customer is told of the shop's rules before a complaint is made. */
export function caseOutlook(
  order: Order,
  reason: CaseReason,
  skus: readonly string[],
  { policy }: Rules,
  zone: string,
  now: Date,
): CaseRules {
  const verdict = outlookOf(order, { reason, skus }, { policy, zone }, now);
  return {
    inWindow: verdict.inWindow,
    until: verdict.until,
    pays: verdict.pays,
    needsPhoto: policy.reasons[reason].needs.length > 0,
  };
}
