import { CASE_STATES, type CaseState } from './case.ts';
import type { EventType } from './event.ts';

/** One state's row: events that leave it as it is, and events with where they lead, of several where choose.ts says. */
export type Row = Readonly<Partial<Record<EventType, CaseState | readonly CaseState[]>>> & {
  readonly stays?: readonly EventType[];
};

const ALWAYS = ['note', 'supplier_claim', 'erase_person'] as const;
const MONEY = ['give_destination', 'confirm_destination'] as const;
const RINGS = ['remind', 'alarm'] as const;

/**
 * The whole life of a complaint or retur; what is not here is refused.
 * A refund ends also a case that somebody else decided on while its order was giving the money.
 * Beside the table stand the guards (guards.ts), what changes (change.ts) and what is owed (owes.ts).
 */
export const CASE: Readonly<Record<CaseState, Row>> = {
  opening: { stays: ['erase_person'], submit: ['awaiting-evidence', 'in-review'], drop: 'dropped' },
  dropped: { stays: ['erase_person'] },
  'awaiting-evidence': {
    stays: [...RINGS, ...MONEY, ...ALWAYS],
    add_evidence: ['awaiting-evidence', 'in-review'],
    review: 'in-review',
    settle: 'completed',
    cancel: 'cancelled',
    expire: 'expired',
  },
  'in-review': {
    stays: ['add_evidence', ...RINGS, ...MONEY, ...ALWAYS],
    ask_evidence: 'awaiting-evidence',
    approve: ['awaiting-second', 'awaiting-return', 'resolving'],
    reject: 'rejected',
    settle: 'completed',
    cancel: 'cancelled',
  },
  'awaiting-second': {
    stays: ['add_evidence', ...RINGS, ...MONEY, ...ALWAYS],
    approve_second: ['awaiting-return', 'resolving'],
    pay_refund: 'completed',
    reject: 'rejected',
    cancel: 'cancelled',
  },
  'awaiting-return': {
    stays: ['add_evidence', ...RINGS, ...MONEY, ...ALWAYS],
    send_back: 'sent-back',
    arrive: 'arrived',
    waive_return: 'resolving',
    cancel: 'cancelled',
    expire: 'expired',
  },
  'sent-back': { stays: ['send_back', ...RINGS, ...MONEY, ...ALWAYS], arrive: 'arrived', waive_return: 'resolving' },
  arrived: { stays: [...RINGS, ...MONEY, ...ALWAYS], inspect: ['inspected', 'resolving'] },
  inspected: { stays: [...RINGS, ...MONEY, ...ALWAYS], resolve: 'resolving', reject: 'rejected' },
  resolving: {
    stays: [...RINGS, ...MONEY, ...ALWAYS],
    change_remedy: ['awaiting-second', 'resolving'],
    pay_refund: 'completed',
    ship_replacement: 'replacement-sent',
    cancel: 'cancelled',
  },
  'replacement-sent': {
    stays: ['ship_replacement', ...RINGS, ...ALWAYS],
    change_remedy: ['awaiting-second', 'resolving'],
    pay_refund: 'completed',
    receive: 'completed',
  },
  completed: { stays: ALWAYS },
  rejected: { stays: ALWAYS, appeal: 'in-review' },
  cancelled: { stays: ALWAYS, pay_refund: 'completed' },
  expired: { stays: ALWAYS },
};

/** Where an event may lead from a state; none when it is refused there. */
export function leads(state: CaseState, event: EventType): readonly CaseState[] {
  const row = CASE[state];
  if (row.stays?.includes(event) === true) return [state];
  const to = row[event];
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to;
}

/** States after which nothing more is expected; a rejected one may be appealed for a while. */
export const CLOSED: ReadonlySet<CaseState> = new Set(['dropped', 'completed', 'rejected', 'cancelled', 'expired']);

/** States in which somebody waits for something. */
export const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter((state) => !CLOSED.has(state));
