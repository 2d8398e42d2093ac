import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { paidOf } from '../../../shop/orders/money.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), alasan: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** Cancels an order; what was paid waits to be given back. */
export const cancelOrder = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'cancel-order',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, alasan }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const paid = paidOf(order);
    const done =
      paid > 0
        ? {
            text: 'owner.dibatalkan-ada-uang',
            with: { kode: order._id, jumlah: paid },
            choices: [{ label: { text: 'card.pesanan.tombol-refund' }, tap: { verb: 'refund', code: order._id } }],
          }
        : { text: 'owner.dibatalkan', with: { kode: order._id } };
    return moveOrder(deps, order._id, { type: 'cancel', reason: alasan }, done, at);
  },
});
