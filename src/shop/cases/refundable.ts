import type { Rupiah } from '../../core/money.ts';
import { paidOf } from '../orders/money.ts';
import type { Order } from '../orders/order.ts';
import type { Case } from './case.ts';

/** What may be promised back to a customer: what was paid, less what went back and what other cases have promised. */
export const mayPromise = (order: Order, others: readonly Case[]): Rupiah =>
  lessThese(order, others, ({ state }) => PROMISED.has(state));

/** What may be paid back now: what was paid, less what went back. */
export const mayPay = (order: Order, others: readonly Case[]): Rupiah => lessThese(order, others, () => false);

const PROMISED: ReadonlySet<string> = new Set([
  'awaiting-second',
  'awaiting-return',
  'sent-back',
  'arrived',
  'inspected',
  'resolving',
]);

// A refund that a case paid a moment ago may not have come to the order yet.
function lessThese(order: Order, others: readonly Case[], promised: (one: Case) => boolean): Rupiah {
  const booked = (one: Case): boolean => order.refunds.some(({ key }) => key.startsWith(`${one._id}/`));
  const counts = others.filter((one) => (one.refund?.paidAt ? !booked(one) : promised(one)));
  return Math.max(0, paidOf(order) - counts.reduce((sum, { refund }) => sum + (refund?.amount ?? 0), 0));
}
