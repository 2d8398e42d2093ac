import { missingParts } from './address.ts';
import { paymentState } from './money.ts';
import { CHECKS, type Check, type Order } from './order.ts';

/** One check of the gate; `open` names what is missing, an override carries the owner's reason. */
export interface GateCheck {
  readonly check: Check;
  readonly green: boolean;
  /** Skus to be confirmed, `money`, or the missing parts of the address. */
  readonly open: readonly string[];
  readonly overriddenBecause?: string;
}

/** What must be green before anything goes to a supplier: stock, payment, address. */
export function gateOf(order: Order): readonly GateCheck[] {
  return CHECKS.map((check) => {
    const open = openOf(order, check);
    const override = order.overrides.findLast((one) => one.check === check);
    const green = open.length === 0 || override !== undefined;
    return { check, green, open, ...(override && { overriddenBecause: override.reason }) };
  });
}

/** True when nothing stands between the order and its suppliers. */
export const gateOpen = (order: Order): boolean => gateOf(order).every(({ green }) => green);

function openOf(order: Order, check: Check): readonly string[] {
  switch (check) {
    case 'stock':
      return linesToSend(order).flatMap(({ sku, confirmed, out }) => (confirmed && out !== true ? [] : [sku]));
    case 'payment':
      return order.pay.way === 'cod' || paymentState(order) === 'paid' ? [] : ['money'];
    case 'address':
      return missingParts(order.recipient);
  }
}

function linesToSend(order: Order): Order['lines'] {
  const cancelled = order.parcels.filter(({ state }) => state === 'cancelled').flatMap(({ skus }) => skus);
  return order.lines.filter(({ sku }) => !cancelled.includes(sku));
}
