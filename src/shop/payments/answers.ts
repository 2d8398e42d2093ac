import type { Code } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Change } from '../../store/documents.ts';
import { knows, noticeOf, withEntry } from '../history.ts';
import type { Payment } from './payment.ts';
import { allots, type DecideAt, entryOf } from './payment-entry.ts';

/** Writes down what an order answered to its part; a late answer waits for the owner. */
export function answered(
  payment: Payment,
  answer: { readonly order: Code; readonly answer: 'allotted' | 'late'; readonly amount: Rupiah },
  at: DecideAt,
): Result<Change<Payment>, never> {
  const before = payment.answers.find(({ order }) => order === answer.order);
  if (before?.answer === answer.answer) return ok({ type: 'unchanged' });
  const answers = [...payment.answers.filter((one) => one !== before), { ...answer, at: at.now }];
  const late = answers.some((one) => one.answer === 'late');
  const open = payment.state === 'approved' || payment.state === 'late';
  const state = open ? (late ? ('late' as const) : ('approved' as const)) : payment.state;
  const tell = answer.answer === 'late' || state !== payment.state;
  if (!tell) return ok({ type: 'changed', doc: { ...payment, answers }, owes: [] });
  const event = answer.answer === 'late' ? 'late' : 'taken_after_all';
  const entry = entryOf(payment, at, event, { order: answer.order, amount: answer.amount });
  const doc = { ...payment, answers, state, history: withEntry(payment.history, entry) };
  return ok({ type: 'changed', doc, owes: [noticeOf('payment', payment._id, entry)] });
}

/** Offers a late part to its order once more: the order lives again. */
export function offerAgain(payment: Payment, order: Code, at: DecideAt): Result<Change<Payment>, never> {
  const parts = payment.answers
    .filter((one) => one.order === order && one.answer === 'late')
    .map(({ amount }) => ({ order, amount }));
  if (parts.length === 0 || knows(payment.history, at.key)) return ok({ type: 'unchanged' });
  const entry = entryOf(payment, at, 'again', { order });
  const doc = { ...payment, history: withEntry(payment.history, entry) };
  return ok({ type: 'changed', doc, owes: allots(payment._id, entry.n, parts) });
}
