import type { Json } from '../../core/json.ts';
import { courierWord } from './courier-word.ts';
import type { AnyEvent } from './event.ts';
import { leftToPay, overPaid, paidOf } from './money.ts';
import type { Order } from './order.ts';

/** The names under which entries of an order's history can be told; `flows/status.yaml` says to whom. */
export const ORDER_ENTRIES = [
  'place',
  'place_ask',
  'drop',
  'reopen',
  'remind',
  'reprice',
  'extend',
  'expire',
  'cancel',
  'claim',
  'unclaim',
  'part_paid',
  'paid',
  'paid_more',
  'unallot',
  'waive',
  'refund',
  'number',
  'confirm_part',
  'confirm_stock',
  'deny_stock',
  'set_address',
  'override_gate',
  'alarm_stock_silent',
  'alarm_not_forwarded',
  'alarm_part_paid_at_deadline',
  'alarm_supplier_silent',
  'alarm_resi_missing',
  'alarm_parcel_late',
  'hand_over',
  'accept',
  'refuse',
  'reassign',
  'pack',
  'ship',
  'pick_up',
  'out_for_delivery',
  'failed_attempt',
  'on_hold',
  'deliver',
  'ask_receipt',
  'receive',
  'not_received',
  'return',
  'come_back',
  'lose',
  'cancel_parcel',
  'real_shipping',
  'complete',
  'note',
  'erase_person',
] as const;

/** Kept in the history, but nobody is to be told. */
export const UNTOLD: ReadonlySet<string> = new Set<(typeof ORDER_ENTRIES)[number]>([
  'note',
  'erase_person',
  'real_shipping',
]);

/** The entry that a move leaves: its name and what a text about it may say; undefined leaves none. */
export function told(
  order: Order,
  after: Order,
  event: AnyEvent,
): { readonly event: string; readonly data: { readonly [name: string]: Json } } | undefined {
  switch (event.type) {
    case 'place':
      return { event: after.pay.billedAt ? 'place' : 'place_ask', data: { total: after.totals.total } };
    case 'drop':
      return { event: 'drop', data: { problems: event.refusal.problems.map(({ code }) => code) } };
    case 'remind':
      return { event: 'remind', data: { k: event.k, left: leftToPay(after) } };
    case 'reprice': {
      const data = { total: after.totals.total, left: leftToPay(after), over: overPaid(after) };
      return { event: leftToPay(after) === 0 && leftToPay(order) > 0 ? 'paid' : 'reprice', data };
    }
    case 'extend':
      return { event: 'extend', data: { until: event.until.toISOString() } };
    case 'cancel':
    case 'expire':
      return { event: event.type, data: { paid: paidOf(after) } };
    case 'claim':
    case 'unclaim':
      return { event: event.type, data: { payment: event.payment } };
    case 'allot': {
      const fresh = { payment: event.payment, amount: event.amount, left: leftToPay(after), over: overPaid(after) };
      if (leftToPay(after) > 0) return { event: 'part_paid', data: fresh };
      return { event: leftToPay(order) > 0 ? 'paid' : 'paid_more', data: fresh };
    }
    case 'unallot':
      return { event: 'unallot', data: { payment: event.payment, left: leftToPay(after) } };
    case 'waive':
      // What the customer is let off may be the rest of the bill.
      return { event: leftToPay(after) === 0 ? 'paid' : 'waive', data: { amount: event.amount } };
    case 'refund':
      return { event: 'refund', data: { amount: event.amount, paid: paidOf(after) } };
    case 'number':
      return { event: 'number', data: { invoice: event.invoice } };
    case 'confirm_stock': {
      const all = after.lines.every(({ confirmed }) => confirmed);
      return { event: all ? 'confirm_stock' : 'confirm_part', data: { skus: [...(event.skus ?? [])] } };
    }
    case 'deny_stock':
      return { event: 'deny_stock', data: { sku: event.sku, paid: paidOf(after) } };
    case 'override_gate':
      return { event: 'override_gate', data: { check: event.check } };
    case 'alarm':
      return { event: `alarm_${event.what}`, data: { k: event.k, ...(event.parcel && { parcel: event.parcel }) } };
    case 'ship':
      return { event: 'ship', data: { parcel: event.parcel, courier: event.courier, resi: event.resi } };
    case 'track': {
      const parcel = order.parcels.find(({ n }) => n === event.parcel);
      const word = parcel && courierWord(parcel, event.status);
      if (word?.type !== 'told') return undefined;
      return { event: word.as, data: { parcel: event.parcel, ...(event.note && { note: event.note }) } };
    }
    case 'reassign':
      return { event: 'reassign', data: { parcel: event.parcel, supplier: event.supplier } };
    case 'deliver':
    case 'not_received':
      return { event: event.type, data: { parcel: event.parcel, ...(event.note && { note: event.note }) } };
    case 'real_shipping':
      return { event: 'real_shipping', data: { parcel: event.parcel, cost: event.cost } };
    case 'receive':
      return { event: 'receive', data: event.parcel === undefined ? {} : { parcel: event.parcel } };
    case 'ask_receipt':
      return { event: 'ask_receipt', data: { parcel: event.parcel, k: event.k } };
    case 'hand_over':
    case 'accept':
    case 'refuse':
    case 'pack':
    case 'pick_up':
    case 'return':
    case 'come_back':
    case 'lose':
    case 'cancel_parcel':
      return { event: event.type, data: { parcel: event.parcel } };
    case 'note':
      return { event: 'note', data: { text: event.text } };
    case 'open_case':
    case 'close_case':
      // The case has a history of its own.
      return undefined;
    case 'reopen':
    case 'set_address':
    case 'complete':
    case 'erase_person':
      return { event: event.type, data: {} };
  }
}
