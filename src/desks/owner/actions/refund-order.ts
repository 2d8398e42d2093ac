import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), jumlah: z.number().int().positive(), alasan: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** Writes down money that was sent back to a customer; sending it is the owner's own hand. */
export const refundOrder = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'refund-order',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, jumlah, alasan }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const done = { text: 'owner.dikembalikan', with: { kode: order._id, jumlah } };
    return moveOrder(deps, order._id, { type: 'refund', amount: jumlah, reason: alasan }, done, at);
  },
});
