import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { byCustomer } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { CANCEL_REASONS } from '../lists/fixed.ts';
import { myOrder } from '../orders/my-orders.ts';

const reasons = [
  'salah-pesan',
  'berubah-pikiran',
  'terlalu-lama',
  'ketemu-lain',
  'lain',
] as const satisfies readonly (keyof typeof CANCEL_REASONS)[];
const input = z.object({ pesanan: z.string(), alasan: z.enum(reasons) });

/** Cancels an order while it is unpaid; once money or a supplier is in it, the owner is asked. */
export const cancelOrder = (
  deps: Pick<CustomerDeps, 'house' | 'orders' | 'customers' | 'owner'>,
): Action<z.infer<typeof input>, 'cancelled' | 'requested' | 'already' | 'refused'> => ({
  name: 'cancel-order',
  kind: 'acts',
  input,
  outcomes: ['cancelled', 'requested', 'already', 'refused'],
  async run({ pesanan, alasan }, at) {
    const order = await myOrder(deps, pesanan, at);
    if (order === undefined) return { outcome: 'refused' };
    // The owner reads the reason too, in the language of the house.
    const reason = sayIn(deps.house, 'id')(CANCEL_REASONS[alasan]);
    const done = await deps.orders.apply(order._id, { type: 'cancel', reason }, { key: at.key, by: byCustomer(at) });
    if (done.ok) return { outcome: 'cancelled' };
    if (order.state !== 'placed') return { outcome: 'already' };
    await deps.owner.ask({ what: 'cancel', order: order._id, words: reason }, at);
    return { outcome: 'requested' };
  },
});
