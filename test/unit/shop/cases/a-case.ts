import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFileId, asPersonId, type Code, codeOf, keyOf } from '../../../../src/core/ids.ts';
import type { Case, CaseState } from '../../../../src/shop/cases/case.ts';
import type { DueRules } from '../../../../src/shop/cases/due.ts';
import type { AnyEvent, EventType } from '../../../../src/shop/cases/event.ts';
import { loadPolicy } from '../../../../src/shop/cases/load-policy.ts';
import { type MoveAt, type Moved, next } from '../../../../src/shop/cases/next.ts';
import type { Policy } from '../../../../src/shop/cases/policy.ts';
import { HOUSE } from '../../../../src/shop/history.ts';

/** A Monday, noon in Jakarta. */
export const NOON = new Date('2026-11-23T05:00:00Z');
export const hours = (count: number, since = NOON): Date => new Date(since.getTime() + count * 3_600_000);

export const POLICY_FILE = 'flows/policy.yaml';
export const POLICY_TEXT = readFileSync(join(import.meta.dirname, '../../../..', POLICY_FILE), 'utf8');

export const POLICY: Policy = (() => {
  const read = loadPolicy({ file: POLICY_FILE, text: POLICY_TEXT });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
})();

export const RULES: DueRules = {
  policy: POLICY,
  zone: 'Asia/Jakarta',
  quiet: { from: '21:00', to: '07:00', zone: 'Asia/Jakarta' },
};

export const OWNER = { desk: 'owner', id: 'owner-1', name: 'Rina' } as const;
export const OTHER_OWNER = { desk: 'owner', id: 'owner-2', name: 'Budi' } as const;
export const CUSTOMER = { desk: 'customer', id: 'p-1' } as const;
export const SUPPLIER = { desk: 'supplier', id: 'sup-1' } as const;

export const PHOTO = asFileId('a'.repeat(64));
export const VIDEO = asFileId('b'.repeat(64));
const KINDS = new Map([
  [PHOTO, 'photo'],
  [VIDEO, 'video'],
] as const);

export const VERDICT = {
  inWindow: true,
  until: hours(60),
  evidenceComplete: true,
  missing: [],
  pays: 'shop',
  sendBack: true,
  findings: ['in-window'],
} as const satisfies Case['verdict'];

export const DESTINATION = { bank: 'BCA', number: '1234567890', holder: 'Siti Aminah' } as const;

/** A broken bag of 50.000 with a photo and a video, in review, with what the test changes. */
export function aCase(changes: Partial<Case> = {}): Case {
  return {
    _id: codeOf(keyOf('test', 'case')),
    v: 1,
    rev: 2,
    duties: [],
    key: keyOf('test', 'case'),
    order: codeOf(keyOf('test', 'order')),
    customer: asPersonId('p-1'),
    kind: 'retur',
    reason: 'rusak',
    wish: 'refund_penuh',
    lines: [{ sku: 'TAS-1', quantity: 1, name: 'Tas', price: 50_000, supplier: 'sup-1', parcel: 1 }],
    suppliers: ['sup-1'],
    words: 'talinya putus',
    evidence: [{ file: PHOTO, kind: 'photo' }],
    verdict: VERDICT,
    state: 'in-review',
    since: NOON,
    supplierClaims: [],
    rung: [],
    at: NOON,
    history: [{ n: 1, key: 'test/case', at: NOON, by: HOUSE, event: 'open' }],
    ...changes,
  };
}

const APPROVED = { what: 'approved', by: OWNER, at: NOON, remedy: 'refund_penuh' } as const;
const REFUND = { decision: APPROVED, refund: { amount: 50_000 } } as const;
const BACK = { sendBack: { pays: 'shop' } } as const;
const SENT = { sendBack: { pays: 'shop', sent: { courier: 'jne', resi: 'JX1234567890', at: NOON } } } as const;
const CAME = { sendBack: { ...SENT.sendBack, arrivedAt: NOON } } as const;

/** A case that came to a state the usual way, with money to go back. */
export function inState(state: CaseState, changes: Partial<Case> = {}): Case {
  return aCase({ state, ...BY_STATE[state], ...changes });
}
const BY_STATE: Readonly<Record<CaseState, Partial<Case>>> = {
  opening: { verdict: undefined },
  dropped: { verdict: undefined },
  'awaiting-evidence': { evidence: [], verdict: { ...VERDICT, evidenceComplete: false, missing: ['photo'] } },
  'in-review': {},
  'awaiting-second': { ...REFUND, ...BACK },
  'awaiting-return': { ...REFUND, ...BACK },
  'sent-back': { ...REFUND, ...SENT },
  arrived: { ...REFUND, ...CAME },
  inspected: { ...REFUND, ...CAME, inspection: { fit: false, note: 'sudah dipakai', at: NOON } },
  resolving: { ...REFUND, destination: { ...DESTINATION, confirmedAt: NOON } },
  'replacement-sent': {
    decision: { ...APPROVED, remedy: 'tukar' },
    replacement: { courier: 'jne', resi: 'JX1234567890', at: NOON },
  },
  completed: { ...REFUND, refund: { amount: 50_000, paidAt: NOON }, closedAt: NOON },
  rejected: { decision: { what: 'rejected', by: OWNER, at: NOON, reason: 'bekas pakai' }, closedAt: NOON },
  cancelled: { closedAt: NOON },
  expired: { closedAt: NOON },
};

let made = 0;

/** By the owner, now, unless the test says otherwise; each call is a cause of its own. */
export const at = (changes: Partial<MoveAt> = {}): MoveAt => ({
  key: keyOf('test', 'cause', ++made),
  by: OWNER,
  now: NOON,
  rules: RULES,
  kinds: KINDS,
  ...changes,
});

/** Moves a case by events that are expected to be allowed. */
export function walked(one: Case, ...events: readonly (AnyEvent | [AnyEvent, Partial<MoveAt>])[]): Moved {
  return events.reduce<Moved>(
    (moved, step) => {
      const [event, changes] = Array.isArray(step) ? step : [step, {}];
      const done = next(moved.case, event, at(changes));
      if (!done.ok) throw new Error(`${event.type} in ${done.error.state}: ${done.error.why}`);
      return done.value;
    },
    { type: 'unchanged', case: one, owes: [] },
  );
}

/** One event of each kind. */
export const SAMPLES: Readonly<{ [E in EventType]: Extract<AnyEvent, { type: E }> }> = {
  submit: { type: 'submit', verdict: VERDICT, dispute: [] },
  drop: { type: 'drop', problems: [{ code: 'no-lines' }] },
  add_evidence: { type: 'add_evidence', files: [VIDEO, PHOTO] },
  ask_evidence: { type: 'ask_evidence', reason: 'foto label' },
  review: { type: 'review' },
  approve: { type: 'approve', remedy: 'refund_penuh' },
  approve_second: { type: 'approve_second' },
  reject: { type: 'reject', reason: 'bekas pakai' },
  settle: { type: 'settle', reason: 'sudah dijelaskan' },
  appeal: { type: 'appeal', words: 'belum saya pakai' },
  cancel: { type: 'cancel', reason: 'tidak jadi' },
  send_back: { type: 'send_back', courier: 'jnt', resi: 'jx 0987-654321' },
  waive_return: { type: 'waive_return' },
  arrive: { type: 'arrive' },
  inspect: { type: 'inspect', fit: true, note: '' },
  resolve: { type: 'resolve', reason: 'dipotong' },
  change_remedy: { type: 'change_remedy', remedy: 'tukar', reason: 'pembeli minta barang' },
  give_destination: { type: 'give_destination', ...DESTINATION },
  confirm_destination: { type: 'confirm_destination', number: DESTINATION.number },
  pay_refund: { type: 'pay_refund' },
  ship_replacement: { type: 'ship_replacement', courier: 'jnt', resi: 'JX0987654321' },
  receive: { type: 'receive' },
  supplier_claim: { type: 'supplier_claim', supplier: 'sup-1', state: 'asked' },
  remind: { type: 'remind', what: 'evidence', k: 0 },
  alarm: { type: 'alarm', what: 'review_waiting', k: 0 },
  expire: { type: 'expire' },
  note: { type: 'note', text: 'pelanggan lama' },
  erase_person: { type: 'erase_person' },
};

/** The states in which each event may happen are told in the tests by these names. */
export const ALL_EVENTS: readonly EventType[] = Object.values(SAMPLES).map(({ type }) => type);

/** A case's own code, for keys. */
export const CODE: Code = aCase()._id;
