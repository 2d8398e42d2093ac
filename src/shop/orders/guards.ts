import type { By } from '../history.ts';
import type { AnyEvent, Reprice, Why } from './event.ts';
import { gateOf } from './gate.ts';
import { leftToPay, paidOf, paymentState } from './money.ts';
import type { Order } from './order.ts';
import type { ParcelState } from './parcel.ts';
import { repriced } from './reprice.ts';

/** Why not, with what a person can do about it; undefined lets the event through. */
export interface Objection {
  readonly why: Why;
  readonly details?: readonly string[];
}

/** What the table allows may still be wrong now: the guards, a small function for each event that has one. */
export function objection(order: Order, event: AnyEvent, at: { by: By; now: Date }): Objection | undefined {
  switch (event.type) {
    case 'expire':
      return mayExpire(order, at.now);
    case 'remind':
      return leftToPay(order) === 0 || order.claims.length > 0 ? { why: 'not-now' } : undefined;
    case 'extend':
      return event.until > at.now && order.pay.billedAt !== undefined ? undefined : { why: 'not-now' };
    case 'cancel':
      return mayCancel(order, event.reason, at.by);
    case 'allot':
      return event.amount > 0 ? undefined : { why: 'too-much' };
    case 'unallot':
      return order.allotments.some(({ payment }) => payment === event.payment) ? undefined : { why: 'not-now' };
    case 'waive':
      return byOwner(at.by, event.reason) ?? (fits(event.amount, leftToPay(order)) ? undefined : { why: 'too-much' });
    case 'refund':
      return byOwner(at.by, event.reason) ?? (fits(event.amount, paidOf(order)) ? undefined : { why: 'too-much' });
    case 'number':
      return order.pay.paidAt === undefined ? { why: 'payment-open' } : undefined;
    case 'confirm_stock':
      return knowsSkus(order, event.skus ?? []);
    case 'deny_stock':
      return knowsSkus(order, [event.sku]);
    case 'set_address':
      return order.parcels.every(({ state }) => BEFORE_SUPPLIER.has(state)) ? undefined : { why: 'handed-over' };
    case 'override_gate':
      return byOwner(at.by, event.reason);
    case 'hand_over':
      return gateObjection(order);
    case 'ship':
      return RESI.test(asResi(event.resi)) ? undefined : { why: 'resi-not-readable' };
    case 'cancel_parcel':
    case 'reassign':
      return byOwner(at.by, event.type === 'cancel_parcel' ? event.reason : 'another supplier');
    case 'real_shipping':
      return order.parcels.some(({ n }) => n === event.parcel) ? undefined : { why: 'no-such-parcel' };
    case 'reprice':
      return byOwner(at.by, event.reason) ?? mayReprice(order, event);
    case 'complete':
      if ((order.openCases ?? []).length > 0) return { why: 'case-open', details: order.openCases ?? [] };
      return order.parcels.every(({ state }) => OVER.has(state)) ? undefined : { why: 'parcels-open' };
    case 'claim':
    case 'unclaim':
    case 'alarm':
    case 'accept':
    case 'refuse':
    case 'pack':
    case 'track':
    case 'pick_up':
    case 'deliver':
    case 'ask_receipt':
    case 'receive':
    case 'not_received':
    case 'return':
    case 'come_back':
    case 'lose':
    case 'open_case':
    case 'close_case':
    case 'note':
    case 'erase_person':
    case 'place':
    case 'drop':
    case 'reopen':
      return undefined;
  }
}

/** A resi in its one writing: upper case, no spaces or dashes. */
export const asResi = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

/** No courier's numbers are shorter or longer; which courier it looks like only warns, elsewhere. */
const RESI = /^[A-Z0-9]{8,25}$/;

/** Parcel states in which nothing lies with a supplier. */
const BEFORE_SUPPLIER: ReadonlySet<ParcelState> = new Set(['waiting', 'refused', 'returned', 'cancelled']);
/** Parcel states after which nothing more is expected. */
const OVER: ReadonlySet<ParcelState> = new Set(['received', 'returned', 'lost', 'cancelled']);
const ON_ITS_WAY: ReadonlySet<ParcelState> = new Set(['shipped', 'picked-up', 'delivered', 'received', 'returning']);

// The money is looked at first: a proof that nobody has judged stops the clock.
function mayExpire(order: Order, now: Date): Objection | undefined {
  if (order.claims.length > 0) return { why: 'proof-waiting' };
  if (paidOf(order) > 0) return { why: 'money-in' };
  const { deadline } = order.pay;
  return deadline !== undefined && deadline <= now ? undefined : { why: 'not-now' };
}

function mayCancel(order: Order, reason: string, by: By): Objection | undefined {
  if (by.desk === 'supplier') return { why: 'owner-only' };
  const shipped = order.parcels.filter(({ state }) => ON_ITS_WAY.has(state));
  if (shipped.length > 0) return { why: 'shipped', details: shipped.map(({ n }) => String(n)) };
  if (by.desk !== 'customer') return reason.trim() === '' ? { why: 'reason-missing' } : undefined;
  if (order.claims.length > 0) return { why: 'proof-waiting' };
  if (paymentState(order) !== 'unpaid') return { why: 'paid' };
  return order.parcels.every(({ state }) => BEFORE_SUPPLIER.has(state)) ? undefined : { why: 'handed-over' };
}

function gateObjection(order: Order): Objection | undefined {
  const red = gateOf(order).find(({ green }) => !green);
  return red && { why: `${red.check}-open`, details: red.open };
}

function mayReprice(order: Order, change: Reprice): Objection | undefined {
  if (!order.parcels.every(({ state }) => BEFORE_SUPPLIER.has(state))) return { why: 'handed-over' };
  const strange = (change.shipping ?? []).filter(({ parcel }) => !order.parcels.some(({ n }) => n === parcel));
  if (strange.length > 0) return { why: 'no-such-parcel', details: strange.map(({ parcel }) => String(parcel)) };
  const { discount, total, unique } = repriced(order, change);
  return discount >= 0 && total - unique >= 0 ? undefined : { why: 'too-much' };
}

function byOwner(by: By, reason: string): Objection | undefined {
  if (by.desk === 'customer' || by.desk === 'supplier') return { why: 'owner-only' };
  return reason.trim() === '' ? { why: 'reason-missing' } : undefined;
}

function knowsSkus(order: Order, skus: readonly string[]): Objection | undefined {
  const strange = skus.filter((sku) => !order.lines.some((line) => line.sku === sku));
  return strange.length > 0 ? { why: 'no-such-line', details: strange } : undefined;
}

const fits = (amount: number, most: number): boolean => amount > 0 && amount <= most;
