import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), kata: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** Writes a remark into an order's history, for people of the shop only. */
export const noteOrder = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'note-order',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, kata }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const done = { text: 'owner.dicatat', with: { kode: order._id } };
    return moveOrder(deps, order._id, { type: 'note', text: kata }, done, at);
  },
});
