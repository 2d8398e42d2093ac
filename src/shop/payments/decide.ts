import type { Rupiah } from '../../core/money.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Change, NotFound } from '../../store/documents.ts';
import { type Entry, knows, noticeOf, withEntry } from '../history.ts';
import { type Bill, type Part, spread } from './bill.ts';
import type { Decided, Payment } from './payment.ts';
import { allots, type DecideAt, entryOf, tells } from './payment-entry.ts';

/** Somebody decided before: who, what and when, for the one who came second. */
export interface AlreadyDecided {
  readonly code: 'already-decided';
  readonly state: Payment['state'];
  readonly decided?: Decided | undefined;
}
/** Nothing says how much it was. */
export interface AmountNeeded {
  readonly code: 'amount-needed';
}

/** No order that this could be for. */
interface NothingToPay {
  readonly code: 'nothing-to-pay';
}
export type DecideRefused = AlreadyDecided | AmountNeeded | NothingToPay | NotFound;

type Decision<E = never> = Result<Change<Payment>, AlreadyDecided | E>;
/** Takes a payment as money: each of its orders is owed its part. Exactly one of two who decide at once wins. */
export function approve(
  payment: Payment,
  how: {
    readonly amount?: Rupiah | undefined;
    readonly bills: readonly Bill[];
    readonly reference?: string | undefined;
  },
  at: DecideAt,
): Decision<AmountNeeded> {
  if (knows(payment.history, at.key)) return ok({ type: 'unchanged' });
  if (payment.state !== 'claimed' && payment.state !== 'unmatched') return decidedBefore(payment);
  const parts = partsOf(payment, how);
  if (parts.length === 0) return err({ code: 'amount-needed' });
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const entry = entryOf(payment, at, 'approve', { amount });
  const doc = {
    ...decided(payment, entry, { key: at.key, what: 'approved', by: at.by, at: at.now }),
    state: 'approved' as const,
    amount,
    ...(how.reference !== undefined && { reference: how.reference }),
    for: parts,
    orders: parts.map(({ order }) => order),
  };
  return ok({
    type: 'changed',
    doc,
    owes: [...allots(payment._id, entry.n, parts), noticeOf('payment', payment._id, entry)],
  });
}

/** Refuses a claim; its orders wait for money again. */
export function reject(payment: Payment, reason: string, at: DecideAt): Decision {
  if (knows(payment.history, at.key)) return ok({ type: 'unchanged' });
  if (payment.state !== 'claimed') return decidedBefore(payment);
  const entry = entryOf(payment, at, 'reject', undefined, reason);
  const doc = {
    ...decided(payment, entry, { key: at.key, what: 'rejected', by: at.by, at: at.now, reason }),
    state: 'rejected' as const,
  };
  return ok({
    type: 'changed',
    doc,
    owes: [...tells(payment, entry.n, 'unclaim'), noticeOf('payment', payment._id, entry)],
  });
}

/** Takes an approval back: the money never came, or was not for this. */
export function revoke(payment: Payment, reason: string, at: DecideAt): Decision {
  if (knows(payment.history, at.key)) return ok({ type: 'unchanged' });
  if (payment.state !== 'approved' && payment.state !== 'late') return decidedBefore(payment);
  const entry = entryOf(payment, at, 'revoke', undefined, reason);
  const doc = {
    ...decided(payment, entry, { key: at.key, what: 'rejected', by: at.by, at: at.now, reason }),
    state: 'rejected' as const,
    answers: [],
  };
  const owes = tells(payment, entry.n, 'unallot', reason);
  return ok({ type: 'changed', doc, owes: [...owes, noticeOf('payment', payment._id, entry)] });
}

/** Money that no order takes goes back to its sender. */
export function giveBack(payment: Payment, reason: string, at: DecideAt): Decision {
  if (knows(payment.history, at.key)) return ok({ type: 'unchanged' });
  if (payment.state !== 'late' && payment.state !== 'unmatched') return decidedBefore(payment);
  const entry = entryOf(payment, at, 'give_back', undefined, reason);
  const doc = {
    ...decided(payment, entry, { key: at.key, what: 'returned', by: at.by, at: at.now, reason }),
    state: 'returned' as const,
  };
  return ok({ type: 'changed', doc, owes: [noticeOf('payment', payment._id, entry)] });
}

const decidedBefore = ({ state, decided }: Payment): Result<never, AlreadyDecided> =>
  err({ code: 'already-decided', state, decided });

const decided = (payment: Payment, entry: Entry, by: Decided): Payment => ({
  ...payment,
  decided: by,
  history: withEntry(payment.history, entry),
});

// Said by the decider, else by the evidence, else what each order still asks for.
function partsOf(payment: Payment, how: { amount?: Rupiah | undefined; bills: readonly Bill[] }): readonly Part[] {
  const amount = how.amount ?? payment.amount;
  if (amount !== undefined) return spread(amount, how.bills);
  return how.bills.flatMap(({ order, left }) => (left > 0 ? [{ order, amount: left }] : []));
}
