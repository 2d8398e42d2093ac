import type { EventType } from './event.ts';
import type { PaymentState } from './money.ts';
import type { OrderState } from './order.ts';
import type { ParcelState } from './parcel.ts';

/** One state's row: events that leave it as it is, and events with where they lead; what is not here is refused. */
type Row<To extends string> = Readonly<Partial<Record<EventType, To>>> & {
  readonly stays?: readonly EventType[];
};
export type Moves<State extends string, To extends string = State> = Readonly<Record<State, Row<To>>>;

// The whole life of an order. Three axes that never mix: an event moves every axis that names it, and all must allow it.
// Beside the table stand the guards (guards.ts), what changes (change.ts) and what is owed (owes.ts).

const MONEY = ['claim', 'unclaim', 'allot', 'unallot', 'waive', 'refund', 'number'] as const;
const PARCELS = ['hand_over', 'accept', 'refuse', 'reassign', 'pack', 'ship', 'pick_up', 'track', 'deliver'] as const;
const ARRIVAL = ['ask_receipt', 'receive', 'not_received', 'return', 'come_back', 'lose', 'cancel_parcel'] as const;
const CHECKS = ['confirm_stock', 'deny_stock', 'set_address', 'override_gate'] as const;
const ALWAYS = ['open_case', 'close_case', 'note', 'erase_person'] as const;

/** Whether the order as a whole lives. */
export const ORDER: Moves<OrderState> = {
  placing: { place: 'placed', drop: 'dropped' },
  reopening: { place: 'placed', drop: 'expired' },
  placed: {
    stays: [
      'remind',
      'extend',
      'alarm',
      'reprice',
      'real_shipping',
      ...MONEY,
      ...CHECKS,
      ...PARCELS,
      ...ARRIVAL,
      ...ALWAYS,
    ],
    expire: 'expired',
    cancel: 'cancelled',
    complete: 'completed',
  },
  dropped: { stays: ALWAYS },
  expired: { stays: ['unclaim', ...ALWAYS], reopen: 'reopening' },
  cancelled: { stays: ['unclaim', 'unallot', 'refund', 'number', ...ALWAYS] },
  completed: { stays: ['real_shipping', ...MONEY, ...ALWAYS] },
};

/** Where the money stands; the state after an event is what the sums then say, so the table says only what may happen. */
export const PAYMENT: Moves<PaymentState> = {
  unpaid: { stays: ['remind', 'claim', 'unclaim', 'allot', 'waive', 'expire'] },
  partly: { stays: ['remind', 'claim', 'unclaim', 'allot', 'unallot', 'waive', 'refund'] },
  paid: { stays: ['claim', 'unclaim', 'allot', 'unallot', 'refund', 'number'] },
  refunded: { stays: ['claim', 'unclaim', 'allot', 'unallot', 'number'] },
};

/** Where each supplier's parcel is. `track` stays here: the courier's word leads where it says, see courier-word.ts. */
export const PARCEL: Moves<ParcelState> = {
  waiting: { hand_over: 'handed-over', reassign: 'waiting', cancel_parcel: 'cancelled' },
  'handed-over': {
    accept: 'accepted',
    refuse: 'refused',
    pack: 'packed',
    ship: 'shipped',
    reassign: 'waiting',
    cancel_parcel: 'cancelled',
  },
  accepted: { refuse: 'refused', pack: 'packed', ship: 'shipped', reassign: 'waiting', cancel_parcel: 'cancelled' },
  refused: { hand_over: 'handed-over', accept: 'accepted', reassign: 'waiting', cancel_parcel: 'cancelled' },
  packed: { refuse: 'refused', ship: 'shipped', cancel_parcel: 'cancelled' },
  shipped: {
    stays: ['ship', 'track', 'ask_receipt', 'not_received'],
    pick_up: 'picked-up',
    deliver: 'delivered',
    receive: 'received',
    return: 'returning',
    lose: 'lost',
  },
  'picked-up': {
    stays: ['ship', 'track', 'ask_receipt', 'not_received'],
    deliver: 'delivered',
    receive: 'received',
    return: 'returning',
    lose: 'lost',
  },
  delivered: {
    stays: ['deliver', 'track', 'ask_receipt', 'not_received'],
    receive: 'received',
    return: 'returning',
    lose: 'lost',
  },
  received: {},
  returning: { stays: ['track'], come_back: 'returned', deliver: 'delivered', lose: 'lost' },
  returned: { hand_over: 'handed-over', reassign: 'waiting', cancel_parcel: 'cancelled' },
  lost: { hand_over: 'handed-over', deliver: 'delivered', reassign: 'waiting', cancel_parcel: 'cancelled' },
  cancelled: {},
};

/** Where an event leads from a state; undefined when it is refused there. */
export const leads = <S extends string>(table: Moves<S>, state: S, event: EventType): S | undefined =>
  table[state].stays?.includes(event) === true ? state : table[state][event];

/** Every event that an axis names, with all rows in which it may happen. */
const eventsOf = (table: Moves<string>): ReadonlySet<string> =>
  new Set(Object.values(table).flatMap(({ stays = [], ...moves }) => [...stays, ...Object.keys(moves)]));

/** The events that the payment axis has a say in. */
export const PAYMENT_EVENTS: ReadonlySet<string> = eventsOf(PAYMENT);
/** The events that happen to a parcel. */
export const PARCEL_EVENTS: ReadonlySet<string> = eventsOf(PARCEL);
