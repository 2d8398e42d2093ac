import type { FileId } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import type { CaseState, Decision, Remedy, Verdict } from './case.ts';
import type { CaseProblem } from './case-problem.ts';
import type { SupplierClaim } from './supplier-claim.ts';

/** What the clockwork finds overdue, or the stock too short; the owner is told once per step `k`. */
const CASE_ALARMS = [
  'review_waiting',
  'second_waiting',
  'return_late',
  'inspection_waiting',
  'resolution_waiting',
  'replacement_short',
] as const;
export type CaseAlarm = (typeof CASE_ALARMS)[number];

/** What the customer is reminded of. */
const CASE_REMINDERS = ['evidence', 'return', 'destination'] as const;
export type CaseReminder = (typeof CASE_REMINDERS)[number];

/** What may happen to a case from outside its own service. Whether it may happen now is the table's to say. */
export type CaseEvent =
  /** The customer shows more. */
  | { readonly type: 'add_evidence'; readonly files: readonly FileId[]; readonly words?: string | undefined }
  /** The owner wants to see more. */
  | { readonly type: 'ask_evidence'; readonly reason: string }
  /** "That is all I have": it is looked at as it is. */
  | { readonly type: 'review' }
  /** Without an amount a whole refund is what the lines cost; without `sendBack` the rules say. */
  | {
      readonly type: 'approve';
      readonly remedy: Remedy;
      readonly amount?: Rupiah | undefined;
      readonly sendBack?: boolean | undefined;
      /** Where the goods go back to, where that is not the shop's own address. */
      readonly returnTo?: string | undefined;
      readonly reason?: string | undefined;
    }
  /** Another person agrees to a refund above the limit. */
  | { readonly type: 'approve_second' }
  | { readonly type: 'reject'; readonly reason: string }
  /** It is over with an explanation, nothing is sent or paid. */
  | { readonly type: 'settle'; readonly reason: string }
  | { readonly type: 'appeal'; readonly words: string; readonly files?: readonly FileId[] | undefined }
  | { readonly type: 'cancel'; readonly reason?: string | undefined }
  | { readonly type: 'send_back'; readonly courier: string; readonly resi: string }
  /** The customer may keep the goods. */
  | { readonly type: 'waive_return'; readonly reason?: string | undefined }
  /** The goods are back at the supplier or the shop. */
  | { readonly type: 'arrive' }
  | { readonly type: 'inspect'; readonly fit: boolean; readonly note: string }
  /** Goes on after an inspection that found fault, with less money where less is due. */
  | { readonly type: 'resolve'; readonly amount?: Rupiah | undefined; readonly reason: string }
  /** Another way to put it right: the replacement is sold out, the customer wants money. */
  | {
      readonly type: 'change_remedy';
      readonly remedy: Remedy;
      readonly amount?: Rupiah | undefined;
      readonly reason: string;
    }
  /** `confirmed` counts only from the customer, who has seen it written out. */
  | {
      readonly type: 'give_destination';
      readonly bank: string;
      readonly number: string;
      readonly holder: string;
      readonly confirmed?: boolean | undefined;
    }
  /** `number` as it was shown: another one may have been given since. */
  | { readonly type: 'confirm_destination'; readonly number: string }
  | { readonly type: 'pay_refund'; readonly proof?: FileId | undefined }
  | { readonly type: 'ship_replacement'; readonly courier: string; readonly resi: string }
  /** The replacement is with the customer. */
  | { readonly type: 'receive' }
  | {
      readonly type: 'supplier_claim';
      readonly supplier: string;
      readonly state: SupplierClaim['state'];
      readonly note?: string | undefined;
      readonly amount?: Rupiah | undefined;
    }
  | { readonly type: 'remind'; readonly what: CaseReminder; readonly k: number }
  | { readonly type: 'alarm'; readonly what: CaseAlarm; readonly k: number }
  | { readonly type: 'expire' }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'erase_person' };

/** What only the case's own service does, because its lines are claimed beside it. */
type LeaderEvent =
  /** `dispute`: parcels that the order is to hear did not come. */
  | { readonly type: 'submit'; readonly verdict: Verdict; readonly dispute: readonly number[] }
  | { readonly type: 'drop'; readonly problems: readonly CaseProblem[] };
export type AnyEvent = CaseEvent | LeaderEvent;
export type EventType = AnyEvent['type'];

/** Why a case does not move; each has a text in every language. */
export type Why =
  | 'not-now'
  | 'already-decided'
  | 'owner-only'
  | 'customer-only'
  | 'same-person'
  | 'reason-missing'
  | 'no-files'
  | 'too-early'
  | 'amount-missing'
  | 'too-much'
  | 'refunded'
  | 'not-a-refund'
  | 'not-a-replacement'
  | 'sent-back'
  | 'resi-not-readable'
  | 'bad-account'
  | 'destination-missing'
  | 'destination-not-confirmed'
  | 'destination-changed'
  | 'appealed-before'
  | 'appeal-too-late'
  | 'line-taken'
  | 'no-such-supplier';

/** The table or a guard says no; who came second hears who decided what, and when. */
export interface CaseMoveRefused {
  readonly code: 'case-move-refused';
  readonly event: EventType;
  readonly state: CaseState;
  readonly why: Why;
  readonly decided?: Decision | undefined;
  /** The most that may be given back, where it was too much. */
  readonly most?: Rupiah | undefined;
  /** The other case, where a line is taken. */
  readonly other?: string | undefined;
}
