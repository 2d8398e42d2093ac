import { paymentState } from './money.ts';
import type { Order } from './order.ts';
import type { Parcel, ParcelState } from './parcel.ts';

/** What a person is shown of an order in one word; computed from the axes, never stored. */
export const STAGES = [
  'placing',
  'checking-stock',
  'stock-problem',
  'awaiting-payment',
  'checking-payment',
  'part-paid',
  'to-forward',
  'at-supplier',
  'refused-by-supplier',
  'packed',
  'shipped',
  'on-the-way',
  'delivered',
  'coming-back',
  'lost',
  'completed',
  'expired',
  'cancelled',
  'dropped',
] as const;
export type Stage = (typeof STAGES)[number];

/** The stage of an order: of several parcels the one that needs most looking after, then the one least far. */
export function stageOf(order: Order): Stage {
  switch (order.state) {
    case 'placing':
    case 'reopening':
      return 'placing';
    case 'dropped':
    case 'expired':
    case 'cancelled':
    case 'completed':
      return order.state;
    case 'placed':
      return placedStage(order);
  }
}

/** The stage of one parcel of a placed order. */
export function parcelStage(parcel: Parcel): Stage {
  return BY_PARCEL[parcel.state];
}

const BY_PARCEL: Readonly<Record<ParcelState, Stage>> = {
  lost: 'lost',
  refused: 'refused-by-supplier',
  returning: 'coming-back',
  returned: 'coming-back',
  waiting: 'to-forward',
  'handed-over': 'at-supplier',
  accepted: 'at-supplier',
  packed: 'packed',
  shipped: 'shipped',
  'picked-up': 'on-the-way',
  delivered: 'delivered',
  received: 'completed',
  cancelled: 'cancelled',
};
// In the order in which a parcel speaks for the whole order.
const SPEAKS: readonly string[] = Object.keys(BY_PARCEL);

function placedStage(order: Order): Stage {
  const live = order.parcels.filter(({ state }) => state !== 'cancelled');
  const speaker = live.toSorted((a, b) => SPEAKS.indexOf(a.state) - SPEAKS.indexOf(b.state))[0];
  if (!speaker) return 'cancelled';
  if (speaker.state !== 'waiting') return parcelStage(speaker);
  return beforeSupplier(order);
}

function beforeSupplier(order: Order): Stage {
  const paid = order.pay.way === 'cod' || paymentState(order) === 'paid';
  if (order.lines.some(({ out }) => out === true)) return 'stock-problem';
  if (order.pay.billedAt === undefined || (paid && order.lines.some(({ confirmed }) => !confirmed)))
    return 'checking-stock';
  if (paid) return 'to-forward';
  if (order.claims.length > 0) return 'checking-payment';
  return paymentState(order) === 'partly' ? 'part-paid' : 'awaiting-payment';
}
