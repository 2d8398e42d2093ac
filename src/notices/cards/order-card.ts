import type { Choice, OutMessage } from '../../channels/channel.ts';
import { readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import { showPhone } from '../../core/phone.ts';
import type { By } from '../../shop/history.ts';
import type { AnyEvent } from '../../shop/orders/event.ts';
import { gateOf } from '../../shop/orders/gate.ts';
import { leftToPay, overPaid, paidOf, paymentState, receivedOf, refundedOf } from '../../shop/orders/money.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Parcel } from '../../shop/orders/parcel.ts';
import { stageOf } from '../../shop/orders/stage.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import { orderWords } from '../order-words.ts';
import { showTime } from '../show-time.ts';
import type { Card } from '../told.ts';
import { choiceMaker } from './card-choice.ts';

export interface OrderCardDeps extends HouseWords {
  readonly orders: Pick<Orders, 'find' | 'mayNot'>;
  supplierName(id: string): Promise<string>;
}

/** Creates the owner's card of an order, edited through its life. */
export function createOrderCard(deps: OrderCardDeps): Card {
  return async (text, language) => {
    const code = readCode(text);
    const order = code && (await deps.orders.find(code));
    if (!order) return undefined;
    const names = new Map<string, string>();
    for (const { supplier } of order.parcels) names.set(supplier, await deps.supplierName(supplier));
    return orderCard(deps, order, names, language);
  };
}

const OWNER: By = { desk: 'owner' };

function orderCard(
  deps: OrderCardDeps,
  order: Order,
  suppliers: ReadonlyMap<string, string>,
  language: Language,
): OutMessage {
  const say = sayIn(deps, language);
  const { recipient } = order;
  const person = [recipient.recipient, recipient.phone && showPhone(recipient.phone)].filter(Boolean).join(', ');
  const lines = [
    say('card.pesanan.judul', { kode: order._id, tahap: say(`card.tahap-${stageOf(order)}`) }),
    person,
    orderWords(deps, order, language).goods,
    moneyLine(deps, order, language, say),
    ...order.parcels.map((parcel) => parcelLine(deps, order, parcel, suppliers, say)),
    gateLine(order, say),
    order.note && say('card.pesanan.catatan', { catatan: order.note }),
    order.gift ? say('card.pesanan.hadiah', { dari: order.gift.sender }) : '',
  ];
  const choices = choicesOf(deps, order, say);
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    about: order._id,
    ...(choices.length > 0 && { choices }),
  };
}

function moneyLine(house: HouseWords, order: Order, language: Language, say: Say): string {
  const { deadline } = order.pay;
  const cost = order.lines.reduce((sum, line) => sum + line.cost * line.quantity, 0);
  const { goods, discount, fee, unique, total } = order.totals;
  const back = refundedOf(order);
  const axis = order.pay.way === 'cod' ? 'cod' : paymentState(order);
  const state = axis === 'paid' && back > 0 ? 'paid-kembali' : axis;
  const values = {
    total,
    laba: goods - cost - discount + fee + unique - back,
    masuk: paidOf(order),
    diterima: receivedOf(order),
    kembali: back,
    sisa: leftToPay(order),
    batas: deadline ? showTime(deadline, house.shop().zone, language) : '-',
  };
  return say(`card.pesanan.uang-${state === 'unpaid' && !deadline ? 'belum' : state}`, values);
}

function parcelLine(
  house: HouseWords,
  order: Order,
  parcel: Parcel,
  suppliers: ReadonlyMap<string, string>,
  say: Say,
): string {
  // Another courier than the promised one has other services.
  const { courier: promised, service } = parcel.shipping;
  const other = parcel.courier !== undefined && parcel.courier !== promised;
  const courier = courierName(house.couriers(), parcel.courier ?? promised, other ? '' : service);
  const values = {
    n: parcel.n,
    kota: order.recipient.city,
    kurir: courier,
    pemasok: suppliers.get(parcel.supplier) ?? parcel.supplier,
    keadaan: say(`card.paket-${parcel.state}`),
    resi: parcel.resi ?? '',
  };
  const line = say(parcel.resi === undefined ? 'card.pesanan.paket' : 'card.pesanan.paket-resi', values);
  const why = parcel.disputedAt ? say('card.pesanan.belum-sampai') : (parcel.refusal ?? parcel.track?.note ?? '');
  return [line, why].filter(Boolean).join(' · ');
}

// What stands between the order and its suppliers; once all has been handed over it says nothing more.
function gateLine(order: Order, say: Say): string {
  if (order.state !== 'placed' || !order.parcels.some(({ state }) => state === 'waiting')) return '';
  return gateOf(order)
    .map(({ check, green, overriddenBecause }) => {
      const mark = overriddenBecause === undefined ? (green ? '✅' : '⏳') : '⚠️';
      return `${mark} ${say(`card.periksa-${check}`)}`;
    })
    .join('  ');
}

// An unpaid order is never pressed on to a supplier from its card; whoever must, writes /teruskan and why.
const mayGo = (order: Order): boolean => order.pay.way === 'cod' || paymentState(order) === 'paid';

// Giving money back is offered where something went wrong; otherwise it is only a command.
const mayWantBack = (order: Order): boolean =>
  paidOf(order) > 0 &&
  (order.state === 'cancelled' ||
    overPaid(order) > 0 ||
    order.lines.some(({ out }) => out === true) ||
    order.parcels.some(({ state }) => state === 'refused' || state === 'returned' || state === 'lost'));

function choicesOf({ orders }: OrderCardDeps, order: Order, say: Say): readonly Choice[] {
  const { choice, done } = choiceMaker(order._id, order.rev);
  const may = (event: AnyEvent): boolean => orders.mayNot(order, event, OWNER) === undefined;
  const label = (name: string): string => say(`card.pesanan.tombol-${name}`);
  const some = (...states: Parcel['state'][]): boolean => order.parcels.some(({ state }) => states.includes(state));
  const placed = order.state === 'placed';
  if (placed && order.lines.some(({ confirmed }) => !confirmed)) {
    choice('ada', label('ada'), 1);
    choice('kosong', label('kosong'), 1);
  }
  if (placed && leftToPay(order) > 0 && order.pay.way !== 'cod' && order.pay.billedAt !== undefined) {
    choice(order.claims.length > 0 ? 'bukti' : 'terima', label(order.claims.length > 0 ? 'bukti' : 'terima'), 2);
    choice('perpanjang', label('perpanjang'), 2);
  }
  if (placed && mayGo(order) && some('waiting', 'refused', 'returned', 'lost'))
    choice('teruskan', label('teruskan'), 3);
  if (placed && some('handed-over', 'accepted', 'packed')) choice('resi', label('resi'), 3);
  if (placed && some('shipped', 'picked-up')) choice('sampai', label('sampai'), 3);
  if (placed && (some('refused', 'handed-over') || order.lines.some(({ out }) => out === true)))
    choice('alihkan', label('alihkan'), 3);
  if (order.state === 'expired') choice('hidupkan', label('hidupkan'), 3);
  if (mayWantBack(order) && may({ type: 'refund', amount: 1, reason: '-' })) choice('refund', label('refund'), 4);
  if (may({ type: 'cancel', reason: '-' })) choice('batal', label('batal'), 4);
  if (order.chat !== undefined) choice('balas', label('balas'), 5);
  if (order.state === 'completed') choice('pesan-untuk', label('pesan-untuk'), 6);
  choice('riwayat', label('riwayat'), 5);
  return done();
}
