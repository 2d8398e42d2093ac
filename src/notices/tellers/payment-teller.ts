import { asChatId, readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Filled } from '../../dialogue/talk.ts';
import type { NoticeBody } from '../../shop/history.ts';
import { leftToPay } from '../../shop/orders/money.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Payment } from '../../shop/payments/payment.ts';
import type { Payments } from '../../shop/payments/payments.ts';
import { type HouseWords, sayIn } from '../house-words.ts';
import { reasonIn } from '../reason-words.ts';
import { showTime } from '../show-time.ts';
import type { Teller } from '../told.ts';
import { dataOf } from './notice-data.ts';

export interface PaymentTellerDeps extends HouseWords {
  readonly payments: Pick<Payments, 'find'>;
  readonly orders: Pick<Orders, 'find'>;
}

/** Names that a text about a payment may use. */
export const PAYMENT_VALUES = [
  'toko',
  'kode',
  'pesanan',
  'jumlah',
  'sisa',
  'batas',
  'alasan',
  'dari',
  'ke',
  'sejak',
] as const;

/** Creates the teller of payments. */
export function createPaymentTeller(deps: PaymentTellerDeps): Teller {
  return async (body) => {
    const code = readCode(body.code);
    const payment = code && (await deps.payments.find(code));
    if (!payment) return undefined;
    const orders = await ordersOf(payment, deps.orders);
    const chat = payment.chat ?? orders[0]?.chat;
    return {
      code: payment._id,
      rev: payment.rev,
      // Told in one thread with its order, so that "rejected" never comes before "proof received".
      thread: `order/${orders[0]?._id ?? payment._id}`,
      ...(chat !== undefined && { customer: asChatId(chat) }),
      values: (language) => values(deps, payment, orders, body, language),
    };
  };
}

/** The orders that a payment is for, as far as they are still there. */
export async function ordersOf(payment: Payment, orders: Pick<Orders, 'find'>): Promise<readonly Order[]> {
  const found = await Promise.all(payment.for.map(({ order }) => orders.find(order)));
  return found.filter((order) => order !== undefined);
}

function values(
  house: HouseWords,
  payment: Payment,
  orders: readonly Order[],
  body: NoticeBody,
  language: Language,
): Filled {
  const say = sayIn(house, language);
  const { name: toko, zone } = house.shop();
  const deadline = orders.map(({ pay }) => pay.deadline).find((at) => at !== undefined);
  return {
    toko,
    kode: payment._id,
    pesanan: orders.length === 0 ? '-' : orders.map(({ _id }) => _id).join(', '),
    jumlah: dataOf(body).amount ?? payment.amount ?? 0,
    sisa: orders.reduce((sum, order) => sum + leftToPay(order), 0),
    batas: deadline ? say('status.sampai', { batas: showTime(deadline, zone, language) }) : '',
    alasan: reasonIn(house, language, body.reason ?? '-'),
    dari: payment.name ?? orders[0]?.recipient.recipient ?? '-',
    ke: (dataOf(body).k ?? 0) + 1,
    sejak: showTime(payment.at, zone, language),
  };
}
