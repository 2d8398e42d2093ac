import type { Choice, OutMessage, StoredFile } from '../../channels/channel.ts';
import { type FileId, readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import { showPhone } from '../../core/phone.ts';
import { leftToPay } from '../../shop/orders/money.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Payment } from '../../shop/payments/payment.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import { orderWords } from '../order-words.ts';
import { reasonIn } from '../reason-words.ts';
import { showTime } from '../show-time.ts';
import { ordersOf, type PaymentTellerDeps } from '../tellers/payment-teller.ts';
import type { Card } from '../told.ts';
import { choiceMaker } from './card-choice.ts';

export interface PaymentCardDeps extends PaymentTellerDeps {
  /** A stored file as it can be sent on. */
  file(id: FileId): Promise<StoredFile | undefined>;
}

/** Creates the owner's card of a payment: the picture, what is odd about it, and the decision or who took it. */
export function createPaymentCard(deps: PaymentCardDeps): Card {
  return async (text, language) => {
    const code = readCode(text);
    const payment = code && (await deps.payments.find(code));
    if (!payment) return undefined;
    const orders = await ordersOf(payment, deps.orders);
    const [first] = payment.evidence;
    const file = first === undefined ? undefined : await deps.file(first);
    return paymentCard(deps, payment, orders, language, file);
  };
}

/** Draws the card of a payment as it now stands. */
export function paymentCard(
  house: HouseWords,
  payment: Payment,
  orders: readonly Order[],
  language: Language,
  file?: StoredFile,
): OutMessage {
  const say = sayIn(house, language);
  const lines = [
    say(`card.bayar.judul-${payment.way}`, { kode: payment._id }),
    ...orders.map((order) => orderLine(house, order, language, say)),
    fromLine(payment, orders, say),
    payment.amount === undefined ? '' : say('card.bayar.tertulis', { jumlah: payment.amount }),
    payment.evidence.length > 1 ? say('card.bayar.berkas', { jumlah: payment.evidence.length }) : '',
    ...warnings(payment, say),
    stateLine(house, payment, language, say),
  ];
  const choices = choicesOf(payment, say);
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    about: orders[0]?._id ?? payment._id,
    ...(choices.length > 0 && { choices }),
    ...(file && { file }),
  };
}

function orderLine(house: HouseWords, order: Order, language: Language, say: Say): string {
  const { short } = orderWords(house, order, language);
  return say('card.bayar.pesanan', { kode: order._id, barang: short, sisa: leftToPay(order) });
}

function fromLine(payment: Payment, orders: readonly Order[], say: Say): string {
  const to = orders[0]?.recipient;
  const name = payment.name ?? to?.recipient ?? '';
  if (name === '') return '';
  return say('card.bayar.dari', { nama: name, telepon: to && to.phone !== '' ? showPhone(to.phone) : '-' });
}

const warnings = (payment: Payment, say: Say): string[] => [
  ...payment.flags.map((flag) => say(`card.bayar.awas-${flag}`)),
  ...payment.reuse.map(({ how, payment: other }) => say(`card.bayar.foto-${how}`, { kode: other })),
];

function stateLine(house: HouseWords, payment: Payment, language: Language, say: Say): string {
  const at = payment.decided?.at ?? payment.at;
  return say(`card.bayar.kini-${payment.state}`, {
    siapa: payment.decided?.by.name ?? say('card.rumah'),
    waktu: showTime(at, house.shop().zone, language),
    alasan: reasonIn(house, language, payment.decided?.reason ?? '-'),
    jumlah: payment.amount ?? 0,
  });
}

function choicesOf(payment: Payment, say: Say): readonly Choice[] {
  const { choice, done } = choiceMaker(payment._id, payment.rev);
  switch (payment.state) {
    case 'claimed':
      choice('terima', say('card.bayar.tombol-terima'), 1);
      choice('tolak', say('card.bayar.tombol-tolak'), 1);
      choice('jumlah', say('card.bayar.tombol-jumlah'), 2);
      return done();
    case 'unmatched':
      choice('cocokkan', say('card.bayar.tombol-cocokkan'), 1);
      choice('kembalikan', say('card.bayar.tombol-kembalikan'), 1);
      return done();
    case 'late':
      choice('hidupkan', say('card.bayar.tombol-hidupkan'), 1);
      choice('kembalikan', say('card.bayar.tombol-kembalikan'), 1);
      return done();
    case 'approved':
      choice('cabut', say('card.bayar.tombol-cabut'), 1);
      return done();
    case 'rejected':
    case 'returned':
      return done();
  }
}
