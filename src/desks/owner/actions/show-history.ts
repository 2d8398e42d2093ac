import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { reasonIn } from '../../../notices/reason-words.ts';
import { showTime } from '../../../notices/show-time.ts';
import type { OwnerDeps } from '../deps.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'house'>;

/** As many of the newest entries as a phone's screen holds. */
const SHOWN = 25;

/** Shows what happened to an order: what, when, by whom, why. */
export const showHistory = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'unknown'> => ({
  name: 'show-history',
  kind: 'looks',
  input,
  outcomes: ['shown', 'unknown'],
  async run({ kode }, { language }) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'unknown', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const say = sayIn(deps.house, language);
    const { zone } = deps.house.shop();
    const daftar = order.history
      .slice(-SHOWN)
      .map(({ at, event, by, reason }) => {
        const who = by.name ?? say(`owner.oleh-${by.desk}`);
        const what = deps.house.texts.find(`owner.jadi-${event}`, language) ?? event;
        return `${showTime(at, zone, language)} · ${what} · ${who}${reason === undefined ? '' : `: ${reasonIn(deps.house, language, reason)}`}`;
      })
      .join('\n');
    return { outcome: 'shown', lines: [{ text: 'owner.riwayat', with: { kode: order._id, daftar } }] };
  },
});
