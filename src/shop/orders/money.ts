import type { Rupiah } from '../../core/money.ts';
import type { Order } from './order.ts';

/** The payment axis; computed from the money, never stored. */
export const PAYMENT_STATES = ['unpaid', 'partly', 'paid', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What came in for an order and was not given back. */
export const paidOf = (order: Order): Rupiah => receivedOf(order) - refundedOf(order);

/** What came in for an order. */
export const receivedOf = (order: Order): Rupiah => sum(order.allotments);

/** What was given back. */
export const refundedOf = (order: Order): Rupiah => sum(order.refunds);

/** What is still to be paid; never below 0. */
export const leftToPay = (order: Order): Rupiah => Math.max(0, order.totals.total - order.waived - receivedOf(order));

/** What came in beyond the bill; given back or kept as the customer wishes. */
export const overPaid = (order: Order): Rupiah =>
  Math.max(0, paidOf(order) - Math.max(0, order.totals.total - order.waived));

/** Where the payment of an order stands. */
export function paymentState(order: Order): PaymentState {
  const received = receivedOf(order);
  if (order.refunds.length > 0 && paidOf(order) <= 0) return 'refunded';
  if (leftToPay(order) === 0) return 'paid';
  return received > 0 ? 'partly' : 'unpaid';
}

/** Kinds of what the ledger keeps. */
export const LEDGER_KINDS = [
  'deposit',
  'sale',
  'shipping',
  'fee',
  'discount',
  'unique',
  'waived',
  'overpaid',
  'refund',
  'cost',
  'real_shipping',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

const AT_SUPPLIER = new Set(['handed-over', 'accepted', 'packed', 'shipped', 'picked-up', 'delivered', 'received']);

/**
 * What the ledger has to say of an order as it is now. What a move owes the ledger is the difference to the order before it,
 * so the ledger's sum is the money that came in less what was given back, whatever happened in between.
 */
export function booked(order: Order): Readonly<Record<LedgerKind, Rupiah>> {
  const { goods, shipping, fee, discount, unique, total } = order.totals;
  const received = receivedOf(order);
  const earned = order.pay.paidAt !== undefined && leftToPay(order) === 0;
  const when = (amount: Rupiah): Rupiah => (earned ? amount : 0);
  const sent = order.parcels.filter(({ state }) => AT_SUPPLIER.has(state));
  const costs = order.lines.filter(({ sku }) => sent.some(({ skus }) => skus.includes(sku)));
  return {
    deposit: earned ? 0 : received,
    sale: when(goods),
    shipping: when(shipping),
    fee: when(fee),
    discount: when(-discount),
    unique: when(unique),
    waived: when(-order.waived),
    overpaid: when(received - (total - order.waived)),
    refund: -refundedOf(order),
    cost: -costs.reduce((all, { cost, quantity }) => all + cost * quantity, 0),
    real_shipping: -order.parcels.reduce((all, { realShipping }) => all + (realShipping ?? 0), 0),
  };
}

const sum = (amounts: readonly { readonly amount: Rupiah }[]): Rupiah =>
  amounts.reduce((all, { amount }) => all + amount, 0);
