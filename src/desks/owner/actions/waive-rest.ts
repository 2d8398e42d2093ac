import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), jumlah: z.number().int().positive().optional(), alasan: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** Lets a customer off the rest of the bill, or a part of it. */
export const waiveRest = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'waive-rest',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, jumlah, alasan }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const amount = jumlah ?? leftToPay(order);
    const done = { text: 'owner.dibebaskan', with: { kode: order._id, jumlah: amount } };
    return moveOrder(deps, order._id, { type: 'waive', amount, reason: alasan }, done, at);
  },
});
