import { type Key, keyOf } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { NewDuty } from '../../store/duties.ts';
import { type By, type Entry, nextEntry, withEntry } from '../history.ts';
import { changed } from './change.ts';
import type { AnyEvent, MoveRefused } from './event.ts';
import { objection } from './guards.ts';
import { paymentState } from './money.ts';
import { leads, ORDER, PARCEL, PARCEL_EVENTS, PAYMENT, PAYMENT_EVENTS } from './moves.ts';
import type { Order } from './order.ts';
import { owed } from './owes.ts';
import type { OrderSop } from './sop.ts';
import { told } from './told.ts';

/** Under which cause, by whom, when, and with which time limits an order moves. */
export interface MoveAt {
  readonly key: Key;
  readonly by: By;
  readonly now: Date;
  readonly sop: OrderSop;
}

/** An order after a move, with what it then owes; `unchanged` when there was nothing to do. */
export interface Moved {
  readonly type: 'moved' | 'unchanged';
  readonly order: Order;
  readonly owes: readonly NewDuty[];
}

/** Moves an order by the table, its guards and what follows. Pure: same arguments, same answer. */
export function next(order: Order, event: AnyEvent, at: MoveAt): Result<Moved, MoveRefused> {
  const refused = refusalOf(order, event, at);
  if (refused) return err(refused);
  const after = changed(order, event, at);
  if (after === order) return ok({ type: 'unchanged', order, owes: [] });
  const entry = entryOf(order, after, event, at);
  if (!entry) return ok(completedToo({ type: 'moved', order: after, owes: [] }, at));
  const whole = { ...after, history: withEntry(after.history, entry) };
  return ok(completedToo({ type: 'moved', order: whole, owes: owed(order, whole, event, entry) }, at));
}

/** Why the event may not happen to the order as it is; undefined when it may. */
export function refusalOf(
  order: Order,
  event: AnyEvent,
  at: { readonly by: By; readonly now: Date },
): MoveRefused | undefined {
  const refuse = (axis: MoveRefused['axis'], state: string, why: MoveRefused['why'], details?: readonly string[]) => ({
    code: 'order-move-refused' as const,
    event: event.type,
    axis,
    state,
    why,
    ...(details && { details }),
  });
  if (leads(ORDER, order.state, event.type) === undefined) return refuse('order', order.state, 'not-now');
  const payment = paymentState(order);
  if (PAYMENT_EVENTS.has(event.type) && leads(PAYMENT, payment, event.type) === undefined) {
    const why = { paid: 'paid', partly: 'money-in', unpaid: 'not-now', refunded: 'not-now' } as const;
    return refuse('payment', payment, why[payment]);
  }
  const parcels = parcelsOf(order, event);
  if (parcels.length === 0 && PARCEL_EVENTS.has(event.type)) {
    return refuse('fulfilment', order.parcels.map(({ state }) => state).join(), 'no-such-parcel');
  }
  const stuck = parcels.find(({ state }) => leads(PARCEL, state, event.type) === undefined);
  if (stuck) return refuse('fulfilment', stuck.state, 'not-now', [String(stuck.n)]);
  const no = objection(order, event, at);
  return no && refuse(PARCEL_EVENTS.has(event.type) ? 'fulfilment' : 'order', order.state, no.why, no.details);
}

/** The parcels that an event is about; a receipt without a number is about all that can have come. */
function parcelsOf(order: Order, event: AnyEvent): Order['parcels'] {
  if (!PARCEL_EVENTS.has(event.type)) return [];
  const n = 'parcel' in event ? event.parcel : undefined;
  if (n !== undefined) return order.parcels.filter((parcel) => parcel.n === n);
  return order.parcels.filter(({ state }) => leads(PARCEL, state, event.type) !== undefined);
}

function entryOf(order: Order, after: Order, event: AnyEvent, at: MoveAt): Entry | undefined {
  const as = told(order, after, event);
  if (!as) return undefined;
  const reason = 'reason' in event ? event.reason : undefined;
  const { key, by, now } = at;
  return nextEntry(order.history, { key, at: now, by, event: as.event, ...(reason && { reason }), data: as.data });
}

// The last parcel received completes the order: a fact of its own in the history, under a key of its own.
function completedToo(moved: Moved, at: MoveAt): Moved {
  const { order } = moved;
  const live = order.parcels.filter(({ state }) => state !== 'cancelled');
  const all = live.length > 0 && live.every(({ state }) => state === 'received');
  if (order.state !== 'placed' || !all) return moved;
  const done = next(order, { type: 'complete' }, { ...at, key: keyOf(at.key, 'complete') });
  return done.ok ? { ...moved, order: done.value.order, owes: [...moved.owes, ...done.value.owes] } : moved;
}
