import { HOUR } from '../../core/clock.ts';
import type { By } from '../history.ts';
import { erasedAddress } from './address.ts';
import { changedParcel } from './change-parcel.ts';
import type { AnyEvent } from './event.ts';
import { leftToPay } from './money.ts';
import { leads, ORDER } from './moves.ts';
import type { Order } from './order.ts';
import { withReprice } from './reprice.ts';
import { searchFields } from './search-fields.ts';
import type { OrderSop } from './sop.ts';

interface ChangeAt {
  readonly by: By;
  readonly now: Date;
  readonly key: string;
  readonly sop: OrderSop;
}

/** The order as an allowed event leaves it, history aside; the very same order when there was nothing to do. */
export function changed(order: Order, event: AnyEvent, at: ChangeAt): Order {
  const after = withFields(order, event, at);
  if (after === order) return order;
  const state = leads(ORDER, order.state, event.type) ?? order.state;
  const closes = state !== order.state && CLOSED.has(state);
  const opens = state === 'placed' && order.state !== 'placed';
  return {
    ...after,
    state,
    ...(closes && { closedAt: at.now }),
    ...(opens && { closedAt: undefined }),
    ...searchFields(after),
  };
}

const CLOSED: ReadonlySet<string> = new Set(['dropped', 'expired', 'cancelled', 'completed']);

function withFields(order: Order, event: AnyEvent, at: ChangeAt): Order {
  const { now } = at;
  switch (event.type) {
    case 'place': {
      const total = order.totals.total - order.totals.unique + event.unique;
      const pay = { ...order.pay, ...(event.claim !== undefined && { claim: event.claim }) };
      return billed({ ...order, totals: { ...order.totals, unique: event.unique, total }, pay, reminded: 0 }, at);
    }
    case 'drop':
      return { ...order, refusal: event.refusal };
    case 'reopen':
      return { ...order, refusal: undefined, pay: { ...order.pay, billedAt: undefined, deadline: undefined } };
    case 'reprice': {
      const { unique, claim } = event;
      const pay = { ...order.pay, ...(claim !== undefined && { claim }) };
      return paidMark({ ...withReprice(order, event, unique), pay }, now);
    }
    case 'remind':
      return { ...order, reminded: Math.max(order.reminded, event.k + 1) };
    case 'extend':
      return { ...order, pay: { ...order.pay, deadline: event.until } };
    case 'claim':
      return claimed(order, event, now);
    case 'unclaim':
      return unclaimed(order, event.payment, at);
    case 'allot':
      return allotted(order, event, now);
    case 'unallot': {
      const allotments = order.allotments.filter(({ payment }) => payment !== event.payment);
      return { ...order, allotments, pay: { ...order.pay, paidAt: undefined } };
    }
    case 'waive':
      return paidMark({ ...order, waived: order.waived + event.amount }, now);
    case 'refund': {
      const refund = { key: at.key, amount: event.amount, at: now, reason: event.reason };
      return { ...order, refunds: [...order.refunds, refund] };
    }
    case 'number':
      return order.invoice === undefined ? { ...order, invoice: event.invoice } : order;
    case 'confirm_stock': {
      const { skus } = event;
      const lines = order.lines.map((line) =>
        skus === undefined || skus.includes(line.sku) ? { ...line, confirmed: true, out: undefined } : line,
      );
      return billed({ ...order, lines }, at);
    }
    case 'deny_stock':
      return {
        ...order,
        lines: order.lines.map((line) => (line.sku === event.sku ? { ...line, confirmed: false, out: true } : line)),
      };
    case 'set_address':
      return { ...order, recipient: event.recipient };
    case 'override_gate': {
      const override = { check: event.check, reason: event.reason, at: now, by: at.by };
      return { ...order, overrides: [...order.overrides, override] };
    }
    case 'alarm': {
      const alarm = alarmName(event.what, event.parcel, event.k);
      return order.alarms.includes(alarm) ? order : { ...order, alarms: [...order.alarms, alarm] };
    }
    case 'open_case':
      return hasCase(order, event.case) ? order : { ...order, openCases: [...(order.openCases ?? []), event.case] };
    case 'close_case': {
      const openCases = (order.openCases ?? []).filter((code) => code !== event.case);
      return hasCase(order, event.case) ? { ...order, openCases, caseClosedAt: now } : order;
    }
    case 'erase_person':
      return erased(order);
    case 'expire':
    case 'cancel':
    case 'complete':
    case 'note':
      return { ...order };
    default:
      return changedParcel(order, event, now);
  }
}

const hasCase = ({ openCases = [] }: Order, code: string): boolean => openCases.includes(code);

/** How an alarm that was given is remembered. */
export const alarmName = (what: string, parcel: number | undefined, k: number): string => `${what}/${parcel ?? 0}/${k}`;

/** Entries whose data is what somebody wrote in their own words. */
const WORDS_OF_PEOPLE: ReadonlySet<string> = new Set(['note', 'not_received', 'deliver']);

function erased(order: Order): Order {
  const history = order.history.map((entry) => ({
    ...entry,
    by: entry.by.desk === 'customer' ? { desk: entry.by.desk } : entry.by,
    ...(WORDS_OF_PEOPLE.has(entry.event) && { data: undefined }),
    ...(entry.by.desk === 'customer' && { reason: undefined }),
  }));
  return { ...order, recipient: erasedAddress(order.recipient), note: '', gift: undefined, chat: undefined, history };
}

// The bill is written when all stock is sure; from then on the deadline runs.
function billed(order: Order, { now, sop }: ChangeAt): Order {
  if (order.pay.billedAt !== undefined || order.lines.some(({ confirmed }) => !confirmed)) return order;
  const deadline = order.pay.way === 'cod' ? undefined : new Date(now.getTime() + sop.pay.hours * HOUR);
  return paidMark({ ...order, stockConfirmedAt: now, pay: { ...order.pay, billedAt: now, deadline } }, now);
}

function claimed(order: Order, event: { payment: string; amount?: number | undefined }, now: Date): Order {
  const { payment, amount } = event;
  if (order.claims.some((claim) => claim.payment === payment)) return order;
  if (order.allotments.some((allotment) => allotment.payment === payment)) return order;
  return { ...order, claims: [...order.claims, { payment, at: now, ...(amount !== undefined && { amount }) }] };
}

// Whose proof was refused still gets some hours to pay.
function unclaimed(order: Order, payment: string, { now, sop }: ChangeAt): Order {
  if (!order.claims.some((claim) => claim.payment === payment)) return order;
  const claims = order.claims.filter((claim) => claim.payment !== payment);
  const grace = new Date(now.getTime() + sop.pay.graceHours * HOUR);
  const { deadline } = order.pay;
  const later = deadline !== undefined && deadline < grace ? grace : deadline;
  return { ...order, claims, pay: { ...order.pay, deadline: later } };
}

function allotted(order: Order, event: { payment: string; amount: number }, now: Date): Order {
  const { payment, amount } = event;
  if (order.allotments.some((allotment) => allotment.payment === payment)) return order;
  const claims = order.claims.filter((claim) => claim.payment !== payment);
  return paidMark({ ...order, claims, allotments: [...order.allotments, { payment, amount, at: now }] }, now);
}

function paidMark(order: Order, now: Date): Order {
  const first = leftToPay(order) === 0 && order.pay.paidAt === undefined;
  return first ? { ...order, pay: { ...order.pay, paidAt: now } } : order;
}
