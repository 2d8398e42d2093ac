import { courierWord } from './courier-word.ts';
import type { OrderEvent } from './event.ts';
import { asResi } from './guards.ts';
import { leads, PARCEL } from './moves.ts';
import type { Order } from './order.ts';
import type { Parcel, ParcelState } from './parcel.ts';

/** The events that happen to one parcel, or to all that can have come. */
export type ParcelEvent = Exclude<Extract<OrderEvent, { parcel?: unknown }>, { type: 'alarm' }>;

/** The order with the parcel as the event leaves it; the same order when the courier said nothing new. */
export function changedParcel(order: Order, event: ParcelEvent, now: Date): Order {
  const hit = (parcel: Parcel): boolean =>
    event.parcel === undefined ? leads(PARCEL, parcel.state, event.type) !== undefined : parcel.n === event.parcel;
  const parcels = order.parcels.map((parcel) => (hit(parcel) ? moved(parcel, event, now) : parcel));
  if (parcels.every((parcel, i) => parcel === order.parcels[i])) return order;
  // A parcel that starts anew may be late anew.
  const anew = event.type === 'hand_over' || event.type === 'reassign';
  const alarms = anew ? order.alarms.filter((alarm) => alarm.split('/')[1] !== String(event.parcel)) : order.alarms;
  return { ...order, parcels, alarms, ...(event.type === 'reassign' && { lines: reassignedLines(order, event) }) };
}

function moved(parcel: Parcel, event: ParcelEvent, now: Date): Parcel {
  const to = leads(PARCEL, parcel.state, event.type) ?? parcel.state;
  const there = { ...parcel, state: to };
  switch (event.type) {
    case 'hand_over':
      return { ...there, ...FRESH, handedOverAt: now };
    case 'accept':
      return { ...there, acceptedAt: now, refusal: undefined };
    case 'refuse':
      return { ...there, refusal: event.reason };
    case 'reassign':
      return { ...there, ...FRESH, supplier: event.supplier };
    case 'pack':
      return { ...there, packedAt: now };
    case 'ship':
      if (parcel.resi === asResi(event.resi) && parcel.courier === event.courier) return parcel;
      return {
        ...there,
        courier: event.courier,
        resi: asResi(event.resi),
        shippedAt: parcel.shippedAt ?? now,
        track: undefined,
      };
    case 'pick_up':
      return { ...there, pickedUpAt: now };
    case 'track':
      return tracked(parcel, event, now);
    case 'deliver':
      if (parcel.state === 'delivered' && parcel.disputedAt === undefined) return parcel;
      return { ...there, deliveredAt: now, asked: 0, disputedAt: undefined };
    case 'ask_receipt':
      return { ...there, asked: Math.max(parcel.asked, event.k + 1) };
    case 'receive':
      return { ...there, receivedAt: now, closedAt: now, disputedAt: undefined };
    case 'not_received':
      return { ...there, disputedAt: now };
    case 'come_back':
    case 'lose':
    case 'cancel_parcel':
      return { ...there, closedAt: now };
    case 'return':
      return there;
    case 'real_shipping':
      return { ...parcel, realShipping: event.cost };
  }
}

/** What a parcel forgets when it is sent for again. */
const FRESH = {
  refusal: undefined,
  courier: undefined,
  resi: undefined,
  acceptedAt: undefined,
  packedAt: undefined,
  shippedAt: undefined,
  pickedUpAt: undefined,
  deliveredAt: undefined,
  closedAt: undefined,
  disputedAt: undefined,
  track: undefined,
  asked: 0,
} as const;

function tracked(parcel: Parcel, event: Extract<ParcelEvent, { type: 'track' }>, now: Date): Parcel {
  const word = courierWord(parcel, event.status);
  if (word.type === 'nothing') return parcel;
  const { status, at, note } = event;
  const track = { status, at, ...(note !== undefined && { note }) };
  const to = word.type === 'told' ? (word.to ?? parcel.state) : parcel.state;
  return { ...parcel, track, state: to, ...(to !== parcel.state && arrivedAt(to, now)) };
}

function arrivedAt(to: ParcelState, now: Date): Partial<Parcel> {
  if (to === 'picked-up') return { pickedUpAt: now };
  if (to === 'delivered') return { deliveredAt: now, asked: 0 };
  return to === 'returned' || to === 'lost' ? { closedAt: now } : {};
}

function reassignedLines(order: Order, event: Extract<ParcelEvent, { type: 'reassign' }>): Order['lines'] {
  const skus = order.parcels.find(({ n }) => n === event.parcel)?.skus ?? [];
  return order.lines.map((line) =>
    skus.includes(line.sku)
      ? { ...line, supplier: event.supplier, cost: event.costs[line.sku] ?? line.cost, out: undefined }
      : line,
  );
}
