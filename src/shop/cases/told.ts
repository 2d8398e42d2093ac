import type { Json } from '../../core/json.ts';
import type { Case } from './case.ts';
import { endsAt } from './deadlines.ts';
import type { AnyEvent } from './event.ts';
import type { CaseRules } from './policy.ts';

/** The names under which entries of a case's history can be told; `flows/status.yaml` says to whom. */
export const CASE_ENTRIES = [
  'submit',
  'submit_incomplete',
  'evidence',
  'evidence_complete',
  'ask_evidence',
  'review',
  'approve_first',
  'approve',
  'approve_return',
  'reject',
  'settle',
  'appeal',
  'cancel',
  'expire',
  'send_back',
  'waive_return',
  'arrive',
  'inspect',
  'inspect_unfit',
  'resolve',
  'change_remedy',
  'give_destination',
  'confirm_destination',
  'pay_refund',
  'ship_replacement',
  'receive',
  'supplier_asked',
  'supplier_answered',
  'remind_evidence',
  'remind_return',
  'remind_destination',
  'alarm_review_waiting',
  'alarm_second_waiting',
  'alarm_return_late',
  'alarm_inspection_waiting',
  'alarm_resolution_waiting',
  'alarm_replacement_short',
  'open',
  'drop',
  'note',
  'erase_person',
] as const;
export type CaseEntry = (typeof CASE_ENTRIES)[number];

/** Kept in the history, but nobody is to be told. */
export const UNTOLD: ReadonlySet<string> = new Set<CaseEntry>(['open', 'drop', 'note', 'erase_person']);

/** The entry that a move leaves: its name and what a text about it may say; no account number is ever in it. */
export function told(
  one: Case,
  after: Case,
  event: AnyEvent,
  rules: CaseRules,
): { readonly event: CaseEntry; readonly data: { readonly [name: string]: Json } } {
  const until = endsAt(after, rules)?.toISOString();
  const ends = until === undefined ? {} : { until };
  switch (event.type) {
    case 'submit': {
      const { inWindow, missing, findings } = event.verdict;
      const data = { inWindow, missing: [...missing], findings: [...findings], ...ends };
      return { event: missing.length > 0 ? 'submit_incomplete' : 'submit', data };
    }
    case 'drop':
      return { event: 'drop', data: { problems: event.problems.map(({ code }) => code) } };
    case 'add_evidence': {
      const data = { files: after.evidence.length - one.evidence.length, missing: [...(after.verdict?.missing ?? [])] };
      return { event: after.state === one.state ? 'evidence' : 'evidence_complete', data };
    }
    case 'approve':
    case 'approve_second':
    case 'change_remedy':
      return decision(one, after, event.type, ends);
    case 'ask_evidence':
      return { event: 'ask_evidence', data: ends };
    case 'cancel':
    case 'expire':
      return { event: event.type, data: { from: one.state } };
    case 'send_back':
    case 'ship_replacement':
      return { event: event.type, data: { courier: event.courier, resi: event.resi } };
    case 'inspect':
      return { event: event.fit ? 'inspect' : 'inspect_unfit', data: { note: event.note } };
    case 'resolve':
    case 'pay_refund':
      return { event: event.type, data: after.refund ? { amount: after.refund.amount } : {} };
    case 'give_destination':
      return { event: 'give_destination', data: { confirmed: after.destination?.confirmedAt !== undefined } };
    case 'supplier_claim': {
      const { supplier, state, note, amount } = event;
      const data = { supplier, state, ...(note && { note }), ...(amount !== undefined && { amount }) };
      return { event: state === 'asked' ? 'supplier_asked' : 'supplier_answered', data };
    }
    case 'remind':
      return { event: `remind_${event.what}`, data: { k: event.k, ...ends } };
    case 'alarm':
      return { event: `alarm_${event.what}`, data: { k: event.k } };
    case 'note':
      return { event: 'note', data: { text: event.text } };
    case 'review':
    case 'reject':
    case 'settle':
    case 'appeal':
    case 'waive_return':
    case 'arrive':
    case 'confirm_destination':
    case 'receive':
    case 'erase_person':
      return { event: event.type, data: {} };
  }
}

function decision(
  one: Case,
  after: Case,
  type: 'approve' | 'approve_second' | 'change_remedy',
  ends: { readonly until?: string },
): ReturnType<typeof told> {
  const { remedy } = after.decision ?? {};
  const { refund, sendBack } = after;
  const data = {
    ...(remedy && { remedy }),
    ...(refund && { amount: refund.amount }),
    ...(sendBack && { pays: sendBack.pays }),
    ...ends,
  };
  if (after.state === 'awaiting-second') return { event: 'approve_first', data };
  if (after.state === 'awaiting-return') return { event: 'approve_return', data };
  return { event: type === 'change_remedy' || one.sendBack?.arrivedAt ? 'change_remedy' : 'approve', data };
}
