import type { FileId } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import type { By } from '../history.ts';
import { readResi } from '../shipping/resi.ts';
import type { Case, EvidenceKind, Remedy } from './case.ts';
import { appealEnds, endsAt } from './deadlines.ts';
import type { AnyEvent, CaseEvent, CaseMoveRefused } from './event.ts';
import type { CaseRules } from './policy.ts';
import { goodsValue } from './verdict.ts';

/** What a guard looks at beside the case itself. */
export interface GuardAt {
  readonly by: By;
  readonly now: Date;
  readonly rules: CaseRules;
  /** What the files of the event show; one that is not here is gone. */
  readonly kinds?: ReadonlyMap<FileId, EvidenceKind> | undefined;
  /** The most that may still go back of the order's money; known when money is decided on. */
  readonly refundable?: Rupiah | undefined;
  /** What the order has given back for this case; known when money or its alternative is decided on. */
  readonly refunded?: Rupiah | undefined;
}

/** Why not, with what a person can do about it; undefined lets the event through. */
export type Objection = Pick<CaseMoveRefused, 'why' | 'most'> | undefined;

/** What the table allows may still be wrong now: the guards, a small function for each event that has one. */
export function objection(one: Case, event: AnyEvent, at: GuardAt): Objection {
  if (at.refunded !== undefined && event.type !== 'pay_refund') return { why: 'refunded' };
  switch (event.type) {
    case 'add_evidence':
      return event.files.some((file) => at.kinds?.has(file) ?? true) ? undefined : { why: 'no-files' };
    case 'review':
      return at.by.desk === 'customer' && one.evidence.length === 0 ? { why: 'no-files' } : undefined;
    case 'ask_evidence':
    case 'reject':
    case 'settle':
      return byOwner(at) ?? withReason(event.reason);
    case 'approve':
      return byOwner(at) ?? amountFits(one, event, at);
    case 'change_remedy':
      return byOwner(at) ?? withReason(event.reason) ?? amountFits(one, event, at);
    case 'approve_second':
      return byOwner(at) ?? (isSamePerson(one, at) ? { why: 'same-person' } : undefined);
    case 'appeal':
      return mayAppeal(one, event.words, at);
    case 'cancel':
      return mayCancel(one, event.reason, at.by);
    case 'send_back':
      return readResi(event.resi) === undefined ? { why: 'resi-not-readable' } : undefined;
    case 'waive_return':
      return byOwner(at);
    case 'arrive':
      return notByCustomer(at);
    case 'inspect':
      return notByCustomer(at) ?? (event.fit ? undefined : withReason(event.note));
    case 'resolve':
      return byOwner(at) ?? withReason(event.reason) ?? lessFits(one, event.amount);
    case 'give_destination':
      return accountReads(event);
    case 'confirm_destination':
      return mayConfirm(one, event.number, at.by);
    case 'pay_refund':
      return byOwner(at) ?? mayPay(one, at);
    case 'ship_replacement':
      return notByCustomer(at) ?? replacementFits(one, event.resi);
    case 'receive':
      return at.by.desk === 'supplier' ? { why: 'customer-only' } : undefined;
    case 'supplier_claim':
      if (!one.suppliers.includes(event.supplier)) return { why: 'no-such-supplier' };
      return event.state === 'asked' ? byOwner(at) : notByCustomer(at);
    case 'expire':
      return mayExpire(one, at);
    case 'submit':
    case 'drop':
    case 'remind':
    case 'alarm':
    case 'note':
    case 'erase_person':
      return undefined;
  }
}

/** Whether a remedy is money. */
export const isRefund = (remedy: Remedy | undefined): boolean =>
  remedy === 'refund_penuh' || remedy === 'refund_sebagian';

/** What a refund comes to: as decided, else, of a whole one, what the goods cost. */
export const amountOf = (
  one: Case,
  { remedy, amount }: Pick<Extract<CaseEvent, { type: 'approve' }>, 'remedy' | 'amount'>,
): Rupiah | undefined => amount ?? (remedy === 'refund_penuh' ? goodsValue(one.lines) : undefined);

/** An account number in its one writing. */
export const asAccount = (text: string): string => text.replace(/[\s.-]/g, '');

const byOwner = ({ by }: GuardAt): Objection =>
  by.desk === 'owner' || by.desk === 'house' ? undefined : { why: 'owner-only' };
const notByCustomer = ({ by }: GuardAt): Objection => (by.desk === 'customer' ? { why: 'owner-only' } : undefined);
const withReason = (reason: string): Objection => (reason.trim() === '' ? { why: 'reason-missing' } : undefined);

function amountFits(
  one: Case,
  event: Extract<CaseEvent, { type: 'approve' | 'change_remedy' }>,
  { refundable }: GuardAt,
): Objection {
  if (!isRefund(event.remedy)) return undefined;
  const amount = amountOf(one, event);
  if (amount === undefined || !Number.isInteger(amount) || amount <= 0) return { why: 'amount-missing' };
  return refundable !== undefined && amount > refundable ? { why: 'too-much', most: refundable } : undefined;
}

const isSamePerson = ({ decision }: Case, { by, rules }: GuardAt): boolean =>
  rules.policy.second_approval.by_another_person && decision?.by.id === by.id;

function mayAppeal(one: Case, words: string, { by, now, rules }: GuardAt): Objection {
  if (by.desk === 'supplier') return { why: 'customer-only' };
  if (one.appealed) return { why: 'appealed-before' };
  return now >= appealEnds(one, rules.policy) ? { why: 'appeal-too-late' } : withReason(words);
}

function mayCancel({ sendBack }: Case, reason: string | undefined, by: By): Objection {
  if (by.desk === 'supplier') return { why: 'owner-only' };
  if (by.desk !== 'customer') return withReason(reason ?? '');
  return sendBack?.sent || sendBack?.arrivedAt ? { why: 'sent-back' } : undefined;
}

function lessFits({ refund }: Case, amount: Rupiah | undefined): Objection {
  if (amount === undefined) return undefined;
  if (!refund) return { why: 'not-a-refund' };
  if (!Number.isInteger(amount) || amount <= 0) return { why: 'amount-missing' };
  return amount > refund.amount ? { why: 'too-much', most: refund.amount } : undefined;
}

const accountReads = ({ bank, number, holder }: { bank: string; number: string; holder: string }): Objection =>
  /^\+?\d{5,20}$/.test(asAccount(number)) && bank.trim() !== '' && holder.trim() !== ''
    ? undefined
    : { why: 'bad-account' };

// Only the customer knows where their money shall go; for one without a chat the owner has asked.
function mayConfirm({ destination, chat }: Case, number: string, by: By): Objection {
  if (by.desk !== 'customer' && !(by.desk === 'owner' && chat === undefined)) return { why: 'customer-only' };
  if (!destination) return { why: 'destination-missing' };
  return destination.number === asAccount(number) ? undefined : { why: 'destination-changed' };
}

// Money that the order gave is given, whatever another owner decided meanwhile; to begin with it the case must wait for it.
function mayPay({ state, refund, destination }: Case, { refunded }: GuardAt): Objection {
  if (refunded !== undefined) return undefined;
  if (state !== 'resolving') return { why: 'not-now' };
  if (!refund) return { why: 'not-a-refund' };
  if (!destination) return { why: 'destination-missing' };
  return destination.confirmedAt ? undefined : { why: 'destination-not-confirmed' };
}

function replacementFits({ decision }: Case, resi: string): Objection {
  if (isRefund(decision?.remedy)) return { why: 'not-a-replacement' };
  return readResi(resi) === undefined ? { why: 'resi-not-readable' } : undefined;
}

// What was shown is looked at, even when it is not all that was asked for.
function mayExpire(one: Case, { now, rules }: GuardAt): Objection {
  if (one.state === 'awaiting-evidence' && one.evidence.length > 0) return { why: 'not-now' };
  const ends = endsAt(one, rules);
  return ends && now >= ends ? undefined : { why: 'too-early' };
}
