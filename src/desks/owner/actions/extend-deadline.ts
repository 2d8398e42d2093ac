import { z } from 'zod';
import { HOUR } from '../../../core/clock.ts';
import type { Action } from '../../../dialogue/action.ts';
import { showTime } from '../../../notices/show-time.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), jam: z.coerce.number().int().min(1).max(720) });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards' | 'house'>;

/** Gives a customer more time to pay, from now on. */
export const extendDeadline = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'extend-deadline',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, jam }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const until = new Date(at.now.getTime() + jam * HOUR);
    const sampai = showTime(until, deps.house.shop().zone, at.language);
    const done = { text: 'owner.diperpanjang', with: { kode: order._id, sampai } };
    return moveOrder(deps, order._id, { type: 'extend', until }, done, at);
  },
});
