import type { LineChoice } from '../../../dialogue/talk.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';

/** What its customer can do with an order now, as buttons that name it; on channels without buttons, words with its code. */
export function orderButtons(order: Order): readonly LineChoice[] {
  const verbs = verbsFor(order);
  return verbs.map((verb, i) => ({
    label: { text: `pantau.tombol-${verb}` },
    tap: { verb, code: order._id, rev: order.rev },
    row: Math.floor(i / 2),
  }));
}

/** The verbs that an order's buttons may have. */
export const ORDER_VERBS = ['bayar', 'bukti', 'ubah', 'batal', 'terima', 'belum', 'komplain', 'lagi'] as const;
type Verb = (typeof ORDER_VERBS)[number];

function verbsFor(order: Order): readonly Verb[] {
  if (order.state === 'completed') return ['komplain', 'lagi'];
  if (order.state !== 'placed') return ['lagi'];
  const states = new Set(order.parcels.map(({ state }) => state));
  if (states.has('delivered')) return ['terima', 'belum', 'komplain'];
  if (states.has('shipped') || states.has('picked-up')) return ['terima', 'belum'];
  const waits =
    order.pay.way !== 'cod' && order.pay.billedAt !== undefined && leftToPay(order) > 0 && order.claims.length === 0;
  return waits ? ['bayar', 'bukti', 'ubah', 'batal'] : ['ubah', 'batal'];
}
