import { keyOf } from '../../core/ids.ts';
import type { NewDuty } from '../../store/duties.ts';
import { type Entry, noticeOf } from '../history.ts';
import type { OrderEvent } from '../orders/event.ts';
import type { PurchaseEvent } from './event.ts';
import type { Purchase, PurchaseState } from './purchase.ts';

/** What a move of a purchase owes: a notice, and the order's own move. Keys: `<code>/<history n>/<duty>`. */
export function owedByPurchase(before: Purchase, after: Purchase, event: PurchaseEvent, entry: Entry): NewDuty[] {
  // One that nobody has seen yet, or that the supplier has not got, is taken back without a word.
  const unseen = before.state === 'empty' || (before.state === 'ready' && before.offeredAt === undefined);
  const told = event.type === 'withdraw' && unseen ? [] : [noticeOf('purchase', after._id, entry)];
  const move = orderMove(before, event);
  if (!move) return told;
  const { order } = after;
  const moves: NewDuty = {
    key: keyOf(after._id, entry.n, 'order'),
    kind: 'order',
    to: `order/${order}`,
    body: { order, event: move },
  };
  return [moves, ...told];
}

type SupplierMove = Extract<OrderEvent, { type: 'accept' | 'refuse' | 'pack' | 'ship' }>;

const WITH_SUPPLIER: readonly PurchaseState[] = ['ready', 'sent', 'accepted'];

/** What the order hears of an answer; what it knows already it is not told again. */
function orderMove(before: Purchase, event: PurchaseEvent): SupplierMove | undefined {
  const { parcel } = before;
  switch (event.type) {
    case 'accept':
      return { type: 'accept', parcel };
    case 'empty':
      return { type: 'refuse', parcel, reason: event.reason };
    case 'pack':
      return WITH_SUPPLIER.includes(before.state) ? { type: 'pack', parcel } : undefined;
    case 'ship':
      return { type: 'ship', parcel, courier: event.courier, resi: event.resi, ...(event.shared && { shared: true }) };
    case 'send':
    case 'offer':
    case 'forward':
    case 'remind':
    case 'note':
    case 'withdraw':
      return undefined;
  }
}
