import { HOUR, MINUTE } from '../../core/clock.ts';
import { alarmName } from './change.ts';
import type { Alarm, OrderEvent } from './event.ts';
import { gateOpen } from './gate.ts';
import { paidOf, paymentState } from './money.ts';
import type { Order } from './order.ts';
import type { Parcel } from './parcel.ts';
import { outOfQuiet } from './quiet.ts';
import type { OrderSop } from './sop.ts';

/** Something that happens to an order by itself at a time: an event, or the end of a placing that was cut off. */
export interface Step {
  readonly at: Date;
  /** The same step of the same order has the same name, so it happens once. */
  readonly name: string;
  readonly does: OrderEvent | { readonly type: 'finish' };
}

/** The earliest moment at which something of the order is due; pure, computed at each save. */
export function due(order: Order, sop: OrderSop): Date | undefined {
  return stepsOf(order, sop)[0]?.at;
}

/** What is due by now, in order. Of several missed reminders of one kind only the last is left. */
export function dueBy(order: Order, sop: OrderSop, now: Date): Step[] {
  const late = stepsOf(order, sop).filter(({ at }) => at <= now);
  const kindOf = ({ name }: Step): string => name.replace(/\/\d+$/, '');
  return late.filter((step, i) => !late.slice(i + 1).some((later) => kindOf(later) === kindOf(step)));
}

function stepsOf(order: Order, sop: OrderSop): Step[] {
  const steps = [...placingSteps(order), ...(order.state === 'placed' ? placedSteps(order, sop) : [])];
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

// Whoever was placing it is gone: the clockwork brings it to an end, one way or the other.
function placingSteps(order: Order): Step[] {
  if (order.state !== 'placing' && order.state !== 'reopening') return [];
  const since = order.history.at(-1)?.at ?? order.at;
  return [{ at: after(since, MINUTE), name: 'finish', does: { type: 'finish' } }];
}

function placedSteps(order: Order, sop: OrderSop): Step[] {
  return [
    ...stockSteps(order, sop),
    ...paySteps(order, sop),
    ...order.parcels.flatMap((parcel) => parcelSteps(order, parcel, sop)),
  ];
}

function stockSteps(order: Order, sop: OrderSop): Step[] {
  if (order.pay.billedAt !== undefined || order.lines.some(({ out }) => out === true)) return [];
  return alarms(order, 'stock_silent', undefined, order.at, sop.stock.alarmHours);
}

// A proof that nobody has judged stops reminders and expiry; money that came in stops expiry.
function paySteps(order: Order, sop: OrderSop): Step[] {
  const { billedAt, deadline } = order.pay;
  if (!billedAt || !deadline || order.claims.length > 0 || paymentState(order) === 'paid') return [];
  const reminders = sop.pay.remindHours.flatMap((hours, k): Step[] => {
    const at = outOfQuiet(after(billedAt, hours * HOUR), sop.quiet);
    return k < order.reminded || at >= deadline ? [] : [{ at, name: `remind/${k}`, does: { type: 'remind', k } }];
  });
  if (paidOf(order) > 0) return [...reminders, ...alarms(order, 'part_paid_at_deadline', undefined, deadline, [0])];
  return [...reminders, { at: deadline, name: `expire/${deadline.getTime()}`, does: { type: 'expire' } }];
}

function parcelSteps(order: Order, parcel: Parcel, sop: OrderSop): Step[] {
  const { n } = parcel;
  switch (parcel.state) {
    case 'waiting': {
      const since = latest(order.pay.paidAt ?? order.pay.billedAt, order.stockConfirmedAt);
      return since && gateOpen(order) ? alarms(order, 'not_forwarded', n, since, sop.forward.alarmHours) : [];
    }
    case 'handed-over':
      return [
        ...alarms(order, 'supplier_silent', n, parcel.handedOverAt, sop.supplier.silentHours),
        ...alarms(order, 'resi_missing', n, parcel.handedOverAt, sop.supplier.resiHours),
      ];
    case 'accepted':
    case 'packed':
      return alarms(order, 'resi_missing', n, parcel.handedOverAt, sop.supplier.resiHours);
    case 'shipped':
    case 'picked-up':
      return [
        ...alarms(order, 'parcel_late', n, parcel.shippedAt, sop.parcel.lateHours),
        ...questions(order, parcel, parcel.shippedAt, sop.receipt.askUndeliveredHours, sop),
      ];
    case 'delivered':
      return arrivalSteps(order, parcel, sop);
    case 'refused':
    case 'received':
    case 'returning':
    case 'returned':
    case 'lost':
    case 'cancelled':
      return [];
  }
}

// The customer is asked; without a word of theirs the order ends by itself, but never while they say that it did not come or
// that it is not right. Who complained of goods has them: once that is over nobody asks again whether they came.
function arrivalSteps(order: Order, parcel: Parcel, sop: OrderSop): Step[] {
  const { n, deliveredAt, disputedAt } = parcel;
  if (!deliveredAt || disputedAt || hasOpenCase(order)) return [];
  const at = after(latest(deliveredAt, order.caseClosedAt) ?? deliveredAt, sop.receipt.completeHours * HOUR);
  const end: Step = { at, name: `receive/${n}/0`, does: { type: 'receive', parcel: n } };
  if (order.caseClosedAt !== undefined) return [end];
  const asked = questions(order, parcel, deliveredAt, sop.receipt.askHours, sop).filter((step) => step.at < at);
  return [...asked, end];
}

function questions(
  order: Order,
  parcel: Parcel,
  since: Date | undefined,
  hours: readonly number[],
  sop: OrderSop,
): Step[] {
  if (!since || parcel.disputedAt || hasOpenCase(order)) return [];
  return hours.flatMap((hour, k): Step[] => {
    if (k < parcel.asked) return [];
    const at = outOfQuiet(after(since, hour * HOUR), sop.quiet);
    const name = `ask_receipt/${parcel.n}/${since.getTime()}/${k}`;
    return [{ at, name, does: { type: 'ask_receipt', parcel: parcel.n, k } }];
  });
}

const hasOpenCase = ({ openCases = [] }: Order): boolean => openCases.length > 0;

// Alarms are the owner's and ring by day and night.
function alarms(
  order: Order,
  what: Alarm,
  parcel: number | undefined,
  since: Date | undefined,
  hours: readonly number[],
): Step[] {
  if (!since) return [];
  const rung = lastRung(order, what, parcel);
  return hours.flatMap((hour, k): Step[] => {
    if (k <= rung) return [];
    const name = alarmName(what, parcel, k);
    const does: OrderEvent = { type: 'alarm', what, k, ...(parcel !== undefined && { parcel }) };
    return [{ at: after(since, hour * HOUR), name, does }];
  });
}

// One that came later stands for those before it, which were missed: told twice at once it is only noise.
function lastRung({ alarms: rung }: Order, what: Alarm, parcel: number | undefined): number {
  const prefix = alarmName(what, parcel, 0).slice(0, -1);
  return Math.max(-1, ...rung.flatMap((name) => (name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : [])));
}

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a > b ? a : b) : (a ?? b));
