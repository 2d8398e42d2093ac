import { HOUR } from '../../core/clock.ts';
import { outOfQuiet } from '../orders/quiet.ts';
import type { PurchaseEvent } from './event.ts';
import type { Purchase } from './purchase.ts';
import type { PurchaseSop } from './sop.ts';

/** What happens to a purchase by itself, and when. `go` sends it, or gives it to the owner where the supplier has no chat. */
export interface PurchaseStep {
  readonly at: Date;
  readonly does: Extract<PurchaseEvent, { type: 'remind' }> | { readonly type: 'go' };
}

/** The next thing due; pure, computed at each save. */
export const nextStep = (purchase: Purchase, sop: PurchaseSop): PurchaseStep | undefined =>
  stepsOf(purchase, sop).toSorted((one, other) => one.at.getTime() - other.at.getTime())[0];

/** What is due by now: of several missed reminders only the last is sent. */
export const stepDue = (purchase: Purchase, sop: PurchaseSop, now: Date): PurchaseStep | undefined =>
  stepsOf(purchase, sop).findLast((step) => step.at <= now);

function stepsOf(purchase: Purchase, sop: PurchaseSop): PurchaseStep[] {
  switch (purchase.state) {
    case 'ready':
      return purchase.offeredAt === undefined ? [{ at: purchase.sendAt, does: { type: 'go' } }] : [];
    case 'sent':
      return reminders(purchase, 'answer', purchase.sentAt, sop.answerHours, sop);
    case 'accepted':
    case 'packed':
      return reminders(purchase, 'resi', purchase.acceptedAt, sop.resiHours, sop);
    case 'empty':
    case 'shipped':
    case 'cancelled':
      return [];
  }
}

function reminders(
  purchase: Purchase,
  what: 'answer' | 'resi',
  since: Date | undefined,
  hours: readonly number[],
  sop: PurchaseSop,
): PurchaseStep[] {
  if (!since) return [];
  // A reminder that came later stands for those before it, which were missed.
  const done = purchase.reminded.filter((one) => one.startsWith(`${what}/`)).map((one) => Number(one.split('/')[1]));
  const last = Math.max(-1, ...done);
  return hours.flatMap((hour, k): PurchaseStep[] =>
    k <= last
      ? []
      : [{ at: outOfQuiet(new Date(since.getTime() + hour * HOUR), sop.quiet), does: { type: 'remind', what, k } }],
  );
}
