import { HOUR } from '../../../core/clock.ts';
import { missingParts } from '../../../shop/orders/address.ts';
import { gateOpen } from '../../../shop/orders/gate.ts';
import { overPaid, paidOf, paymentState } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { Parcel } from '../../../shop/orders/parcel.ts';
import type { OrderSop } from '../../../shop/orders/sop.ts';
import type { WorkItem, WorkKind } from './work-item.ts';

/** What an order wants of a person now. Pure. What a supplier or courier is simply still doing only shows once it is late. */
export function orderWork(order: Order, sop: OrderSop, now: Date, short: string): readonly WorkItem[] {
  if (order.state !== 'placed') return [];
  const item = (kind: WorkKind, since: Date, limitHours: number | undefined): WorkItem => ({
    kind,
    code: order._id,
    what: short,
    since,
    limitMs: (limitHours ?? 0) * HOUR,
  });
  const items = [
    ...stockWork(order, sop, item),
    ...moneyWork(order, now, item),
    ...order.parcels.flatMap((parcel) => parcelWork(order, parcel, sop, item)),
  ];
  return items.filter(({ kind, since, limitMs }) => !ONLY_LATE.has(kind) || now.getTime() - since.getTime() >= limitMs);
}

/** Somebody else's turn, until it takes too long. */
const ONLY_LATE: ReadonlySet<WorkKind> = new Set(['stock', 'silent', 'resi', 'late-parcel']);

type Make = (kind: WorkKind, since: Date, limitHours: number | undefined) => WorkItem;

function stockWork(order: Order, sop: OrderSop, item: Make): readonly WorkItem[] {
  if (order.lines.some(({ out }) => out === true)) return [item('sold-out', lastAt(order, 'deny_stock'), 0)];
  const asked = order.lines.some(({ confirmed }) => !confirmed);
  return asked ? [item('stock', order.at, sop.stock.alarmHours[0])] : [];
}

function moneyWork(order: Order, now: Date, item: Make): readonly WorkItem[] {
  const over = overPaid(order);
  const { deadline } = order.pay;
  const stuck = paymentState(order) === 'partly' && deadline !== undefined && deadline <= now;
  return [
    ...(over > 0 ? [item('overpaid', lastAt(order, 'paid_more'), 24)] : []),
    ...(stuck ? [item('part-paid', deadline, 0)] : []),
  ];
}

function parcelWork(order: Order, parcel: Parcel, sop: OrderSop, item: Make): readonly WorkItem[] {
  const { handedOverAt = order.at, shippedAt = order.at } = parcel;
  if (parcel.disputedAt) return [item('dispute', parcel.disputedAt, 0)];
  switch (parcel.state) {
    case 'waiting':
      return waitingWork(order, sop, item);
    case 'handed-over':
      return [item('silent', handedOverAt, sop.supplier.silentHours[0])];
    case 'accepted':
    case 'packed':
      return [item('resi', handedOverAt, sop.supplier.resiHours[0])];
    case 'refused':
      return [item('refused', lastAt(order, 'refuse'), 0)];
    case 'shipped':
    case 'picked-up':
      return [item('late-parcel', shippedAt, sop.parcel.lateHours[0])];
    case 'returning':
    case 'returned':
      return [item('coming-back', lastAt(order, 'return', 'come_back'), 4)];
    case 'lost':
      return [item('lost', lastAt(order, 'lose'), 0)];
    case 'delivered':
    case 'received':
    case 'cancelled':
      return [];
  }
}

function waitingWork(order: Order, sop: OrderSop, item: Make): readonly WorkItem[] {
  const paid = order.pay.way === 'cod' ? order.pay.billedAt : order.pay.paidAt;
  if (!paid || paidOf(order) < 0) return [];
  const since = order.stockConfirmedAt && order.stockConfirmedAt > paid ? order.stockConfirmedAt : paid;
  if (gateOpen(order)) return [item('forward', since, sop.forward.alarmHours[0])];
  return missingParts(order.recipient).length > 0 ? [item('address', since, 1)] : [];
}

const lastAt = (order: Order, ...events: readonly string[]): Date =>
  order.history.findLast(({ event }) => events.includes(event))?.at ?? order.at;
