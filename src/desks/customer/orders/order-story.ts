import type { Language } from '../../../core/language.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { type HouseWords, type Say, sayIn } from '../../../notices/house-words.ts';
import { orderWords } from '../../../notices/order-words.ts';
import { showDay, showTime } from '../../../notices/show-time.ts';
import { leftToPay, paidOf, paymentState } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { Parcel } from '../../../shop/orders/parcel.ts';
import { stageOf } from '../../../shop/orders/stage.ts';

/** An order on its three axes in the customer's words, with its way so far. */
export interface OrderStory {
  readonly kode: string;
  readonly tanggal: string;
  readonly barang: string;
  readonly total: number;
  readonly tahap: string;
  readonly bayar: string;
  readonly kiriman: string;
  /** A line each; empty before anything happened that a customer cares for. */
  readonly perjalanan: string;
}

/** Tells where an order stands; nothing in it names a supplier or a cost. */
export function orderStory(house: HouseWords, order: Order, language: Language): OrderStory {
  const say = sayIn(house, language);
  const { zone } = house.shop();
  const words = orderWords(house, order, language);
  return {
    kode: order._id,
    tanggal: showDay(order.at, zone, language),
    barang: words.goods,
    total: order.totals.total - order.waived,
    tahap: say(`pantau.tahap-${stageOf(order)}`),
    bayar: paymentInWords(order, say, (at) => showTime(at, zone, language)),
    kiriman: order.parcels.map((parcel) => parcelInWords(order, parcel, words.resi(parcel), say)).join('\n'),
    perjalanan: journey(order, say, (at) => showTime(at, zone, language)),
  };
}

/** A story as values for a text. */
export const asValues = (story: OrderStory): Filled => ({ ...story });

function paymentInWords(order: Order, say: Say, show: (at: Date) => string): string {
  const sisa = leftToPay(order);
  if (order.pay.way === 'cod' && sisa > 0) return say('pantau.bayar-cod');
  if (order.claims.length > 0 && sisa > 0) return say('pantau.bayar-checking');
  const state = paymentState(order);
  const { deadline } = order.pay;
  if (state === 'unpaid' && order.state === 'placed' && deadline !== undefined)
    return say('pantau.bayar-sampai', { sisa, batas: show(deadline) });
  return state === 'partly' ? say('pantau.bayar-partly', { masuk: paidOf(order), sisa }) : say(`pantau.bayar-${state}`);
}

function parcelInWords(order: Order, parcel: Parcel, resi: string, say: Say): string {
  const out = parcel.state === 'picked-up' && parcel.track?.status === 'out_for_delivery';
  const state = say(out ? 'pantau.kirim-out' : `pantau.kirim-${parcel.state}`);
  const keadaan = order.parcels.length > 1 ? say('pantau.paket', { n: parcel.n, keadaan: state }) : state;
  return resi === '' ? keadaan : `${keadaan}\n${resi}`;
}

/** What of an order's history a customer cares for; the rest is the shop's own business. */
export const TOLD_EVENTS = [
  'place',
  'place_ask',
  'claim',
  'paid',
  'hand_over',
  'pack',
  'ship',
  'pick_up',
  'out_for_delivery',
  'failed_attempt',
  'deliver',
  'receive',
  'return',
  'expire',
  'cancel',
  'refund',
  'complete',
] as const;
/** As many lines as a journey in a chat has; the newest ones. */
const MOST = 8;

function journey(order: Order, say: Say, show: (at: Date) => string): string {
  const entries = order.history.filter(({ event }) => TOLD_EVENTS.some((told) => told === event));
  const lines = entries.map(({ at, event }) =>
    say('pantau.baris-perjalanan', { waktu: show(at), kejadian: say(`pantau.jadi-${event.replaceAll('_', '-')}`) }),
  );
  // Two parcels that leave together are one line.
  return [...new Set(lines)].slice(-MOST).join('\n');
}
