import type { Code, FileId } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { type Bill, leftOf, spread } from './bill.ts';
import type { Payment } from './payment.ts';

/** What a customer says to have paid, with the pictures that say so. */
export interface ClaimInput {
  readonly orders: readonly Code[];
  readonly evidence: readonly FileId[];
  readonly amount?: Rupiah | undefined;
  /** The receiving account, where the evidence names one of ours or another's. */
  readonly account?: string | undefined;
  readonly paidAt?: Date | undefined;
  readonly customer?: string | undefined;
  readonly chat?: string | undefined;
  readonly name?: string | undefined;
}

/** What a claim comes to when it is looked at with the bills: what to keep, or nothing to keep. */
export type DraftedClaim =
  | { readonly type: 'keep'; readonly parts: Payment['for']; readonly flags: Payment['flags'] }
  | { readonly type: 'nothing-to-pay' };

/** Draws up a claim: which orders it is for, and what is odd about it. Pure. */
export function draftClaim(input: ClaimInput, bills: readonly Bill[]): DraftedClaim {
  if (bills.length === 0) return { type: 'nothing-to-pay' };
  const waiting = bills.filter(({ state, left }) => state === 'open' && left > 0);
  const meant = waiting.length > 0 ? waiting : bills;
  const { amount, account, paidAt } = input;
  const left = leftOf(meant);
  const flags: Payment['flags'][number][] = [];
  if (waiting.length === 0) flags.push(bills.some(({ state }) => state === 'open') ? 'paid-before' : 'expired');
  if (waiting.length > 0 && amount !== undefined && amount < left) flags.push('under');
  if (waiting.length > 0 && amount !== undefined && amount > left) flags.push('over');
  if (paidAt && meant.every(({ at }) => paidAt < at)) flags.push('older-than-order');
  if (account !== undefined && !meant.some((bill) => bill.account === account)) flags.push('wrong-account');
  return { type: 'keep', parts: partsOf(amount, meant), flags };
}

function partsOf(amount: Rupiah | undefined, bills: readonly Bill[]): Payment['for'] {
  if (amount === undefined) return bills.map(({ order }) => ({ order }));
  const parts = spread(amount, bills);
  return bills.map(({ order }) => {
    const part = parts.find((one) => one.order === order);
    return { order, ...(part && { amount: part.amount }) };
  });
}
