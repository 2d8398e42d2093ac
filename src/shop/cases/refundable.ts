import { type Key, keyOf } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { paidOf } from '../orders/money.ts';
import type { Order } from '../orders/order.ts';
import type { Case } from './case.ts';

/** What may be promised back to a customer: what was paid, less what went back and what other cases have promised. */
export function mayPromise(order: Order, others: readonly Case[]): Rupiah {
  const promised = others.filter(({ state, refund }) => PROMISED.has(state) && refund?.paidAt === undefined);
  return Math.max(0, paidOf(order) - promised.reduce((sum, { refund }) => sum + (refund?.amount ?? 0), 0));
}

/** The key of a case's refund in its order: there is one. */
export const refundKey = ({ _id }: Pick<Case, '_id'>): Key => keyOf(_id, 'refund');

/** What went back for a case, as its order wrote it down; undefined when nothing did. */
export const bookedFor = (one: Case, order: Order | undefined): Rupiah | undefined =>
  order?.refunds.find(({ key }) => key === refundKey(one))?.amount;

const PROMISED: ReadonlySet<string> = new Set([
  'awaiting-second',
  'awaiting-return',
  'sent-back',
  'arrived',
  'inspected',
  'resolving',
]);
