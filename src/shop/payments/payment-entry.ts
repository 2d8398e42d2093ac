import { type Code, keyOf } from '../../core/ids.ts';
import type { NewDuty } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { type Entry, nextEntry } from '../history.ts';
import type { Part } from './bill.ts';
import type { Payment } from './payment.ts';

/** Under which cause, by whom and when a payment is decided on. */
export interface DecideAt extends At {
  readonly now: Date;
}

/** The entry that a move of a payment leaves. */
export function entryOf(
  payment: Pick<Payment, 'history'>,
  at: DecideAt,
  event: PaymentEntry,
  data?: Entry['data'],
  reason?: string,
): Entry {
  const { key, by, now } = at;
  return nextEntry(payment.history, { key, at: now, by, event, ...(data && { data }), ...(reason && { reason }) });
}

/** The names under which entries of a payment can be told. */
export const PAYMENT_ENTRIES = [
  'claim',
  'more_evidence',
  'waiting',
  'receive',
  'unmatched',
  'approve',
  'reject',
  'revoke',
  'late',
  'taken_after_all',
  'again',
  'give_back',
  'confirm',
] as const;
export type PaymentEntry = (typeof PAYMENT_ENTRIES)[number];

/** The duty to offer each order its part. Key: `<payment>/<history n>/allot/<order>`. */
export const allots = (payment: Code, n: number, parts: readonly Part[]): NewDuty[] =>
  parts.map(({ order, amount }) => ({
    key: keyOf(payment, n, 'allot', order),
    kind: 'allot',
    to: `order/${order}`,
    body: { do: 'allot', payment, order, amount },
  }));

/** The duty to tell each order that somebody says, or says no more, to have paid it. */
export const tells = (
  payment: Pick<Payment, '_id' | 'for'>,
  n: number,
  what: 'claim' | 'unclaim' | 'unallot',
  reason?: string,
): NewDuty[] =>
  payment.for.map(({ order, amount }) => ({
    key: keyOf(payment._id, n, what, order),
    kind: 'allot',
    to: `order/${order}`,
    body: { do: what, payment: payment._id, order, ...(amount !== undefined && { amount }), ...(reason && { reason }) },
  }));
