import type { FileId } from '../../core/ids.ts';
import type { By } from '../history.ts';
import { readResi } from '../shipping/resi.ts';
import type { Case, Decision, Evidence, EvidenceKind } from './case.ts';
import { choose } from './choose.ts';
import { erased } from './erase.ts';
import type { AnyEvent, CaseEvent } from './event.ts';
import { amountOf, asAccount, isRefund } from './guards.ts';
import { CLOSED } from './moves.ts';
import type { CaseRules } from './policy.ts';
import { withEvidence } from './verdict.ts';

interface ChangeAt {
  readonly by: By;
  readonly now: Date;
  readonly rules: CaseRules;
  readonly kinds?: ReadonlyMap<FileId, EvidenceKind> | undefined;
  readonly refunded?: number | undefined;
}

/** The case as an allowed event leaves it, history aside; the very same case when there was nothing to do. */
export function changed(one: Case, event: AnyEvent, at: ChangeAt): Case {
  const after = withFields(one, event, at);
  if (after === one) return one;
  const state = choose(one, after, event, at.rules.policy);
  if (state === one.state) return after;
  // What rang in one state may ring anew in the next.
  return { ...after, state, since: at.now, rung: [], closedAt: CLOSED.has(state) ? at.now : undefined };
}

function withFields(one: Case, event: AnyEvent, at: ChangeAt): Case {
  const { now } = at;
  switch (event.type) {
    case 'submit':
      return { ...one, verdict: event.verdict };
    case 'drop':
      return { ...one, refusal: event.problems };
    case 'add_evidence':
      return shown(one, event.files, event.words, at);
    case 'approve':
      return approved(one, event, at);
    case 'approve_second':
      return one.decision ? { ...one, decision: { ...one.decision, second: { by: at.by, at: now } } } : one;
    case 'reject':
      return { ...one, decision: decided('rejected', event.reason, at) };
    case 'settle':
      return { ...one, decision: decided('settled', event.reason, at) };
    case 'appeal': {
      const appealed = { at: now, words: event.words.slice(0, MOST_WORDS) };
      return shown({ ...one, appealed, ...UNDECIDED }, event.files ?? [], undefined, at);
    }
    case 'send_back': {
      const sent = { courier: event.courier, resi: resiIn(event), at: one.sendBack?.sent?.at ?? now };
      const same = one.sendBack?.sent?.resi === sent.resi && one.sendBack.sent.courier === sent.courier;
      return same ? one : { ...one, sendBack: { pays: 'shop', ...one.sendBack, sent } };
    }
    case 'waive_return':
      return { ...one, sendBack: undefined };
    case 'arrive':
      return { ...one, sendBack: { pays: 'shop', ...one.sendBack, arrivedAt: now } };
    case 'inspect':
      return { ...one, inspection: { fit: event.fit, note: event.note, at: now } };
    case 'resolve':
      return { ...one, ...(one.refund && { refund: { amount: event.amount ?? one.refund.amount } }) };
    case 'change_remedy':
      return remedied(one, event, at);
    case 'give_destination':
      return { ...one, destination: destinationOf(event, at) };
    case 'confirm_destination':
      return one.destination ? { ...one, destination: { ...one.destination, confirmedAt: now } } : one;
    case 'pay_refund': {
      const amount = at.refunded ?? one.refund?.amount ?? 0;
      const refund = { amount, paidAt: now, ...(event.proof && { proof: event.proof }) };
      return { ...one, refund };
    }
    case 'ship_replacement': {
      const replacement = { courier: event.courier, resi: resiIn(event), at: one.replacement?.at ?? now };
      return { ...one, replacement };
    }
    case 'supplier_claim': {
      const { supplier, state, note, amount } = event;
      const claim = { supplier, state, at: now, ...(note && { note }), ...(amount !== undefined && { amount }) };
      return {
        ...one,
        supplierClaims: [...one.supplierClaims.filter((other) => other.supplier !== supplier), claim],
      };
    }
    case 'remind':
    case 'alarm': {
      const name = `${event.what}/${event.k}`;
      return one.rung.includes(name) ? one : { ...one, rung: [...one.rung, name] };
    }
    case 'erase_person':
      return erased(one);
    case 'ask_evidence':
    case 'review':
    case 'cancel':
    case 'receive':
    case 'expire':
    case 'note':
      return { ...one };
  }
}

/** As much as is kept of what somebody says at once. */
export const MOST_WORDS = 2_000;

/** What an appeal takes back; goods that came back stay where they are. */
const UNDECIDED = { decision: undefined, refund: undefined } as const;

const resiIn = ({ resi }: { resi: string }): string => readResi(resi) ?? resi;

const decided = (what: Decision['what'], reason: string | undefined, { by, now }: ChangeAt): Decision => ({
  what,
  by,
  at: now,
  ...(reason !== undefined && { reason }),
});

function shown(one: Case, files: readonly FileId[], words: string | undefined, { kinds, rules }: ChangeAt): Case {
  const fresh = [...new Set(files)].flatMap((file): Evidence[] => {
    const kind = kinds?.get(file);
    return kind === undefined || one.evidence.some((known) => known.file === file) ? [] : [{ file, kind }];
  });
  const evidence = [...one.evidence, ...fresh];
  const said = words === undefined ? one.words : [one.words, words].filter(Boolean).join('\n').slice(0, MOST_WORDS);
  const verdict = one.verdict && withEvidence(one.verdict, rules.policy.reasons[one.reason], evidence);
  return { ...one, evidence, words: said, ...(verdict && { verdict }) };
}

function approved(one: Case, event: Extract<CaseEvent, { type: 'approve' }>, at: ChangeAt): Case {
  const decision = { ...decided('approved', event.reason, at), remedy: event.remedy };
  const back = event.sendBack ?? (one.verdict?.sendBack === true && event.remedy !== 'kirim_kekurangan');
  // What came back before an appeal does not come back twice.
  const to = event.returnTo === undefined ? {} : { to: event.returnTo };
  const sendBack = one.sendBack ?? (back ? { pays: one.verdict?.pays ?? 'shop', ...to } : undefined);
  return { ...one, decision, sendBack, refund: refundOf(one, event) };
}

function remedied(one: Case, event: Extract<CaseEvent, { type: 'change_remedy' }>, at: ChangeAt): Case {
  const { second } = one.decision ?? {};
  const decision = { ...decided('approved', event.reason, at), remedy: event.remedy, ...(second && { second }) };
  return { ...one, decision, refund: refundOf(one, event), replacement: undefined };
}

function refundOf(one: Case, event: Extract<CaseEvent, { type: 'approve' | 'change_remedy' }>): Case['refund'] {
  const amount = amountOf(one, event);
  return isRefund(event.remedy) && amount !== undefined ? { amount } : undefined;
}

function destinationOf(
  event: Extract<CaseEvent, { type: 'give_destination' }>,
  { by, now }: ChangeAt,
): Case['destination'] {
  const { bank, number, holder, confirmed } = event;
  const sure = confirmed === true && by.desk === 'customer';
  return {
    bank: bank.trim(),
    number: asAccount(number),
    holder: holder.trim(),
    ...(sure && { confirmedAt: now }),
  };
}
