import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { cardLine } from '../card-line.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderChoices } from '../order-choices.ts';
import { showCode } from '../show-code.ts';

const input = z.object({ kata: z.string() });
type Deps = Parameters<typeof showCode>[0] & Pick<OwnerDeps, 'house' | 'orders' | 'cards'>;

const MOST = 10;

/** Finds orders by code, name, phone or resi; a single one is opened at once. */
export const searchOrders = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'none'> => ({
  name: 'search-orders',
  kind: 'looks',
  input,
  outcomes: ['shown', 'none'],
  async run({ kata }, { language }) {
    const coded = await showCode(deps, kata, language);
    if (coded) return { outcome: 'shown', lines: [coded] };
    const found = await deps.orders.search(kata, MOST);
    const [only] = found;
    if (!only) return { outcome: 'none', lines: [{ text: 'owner.cari-kosong', with: { kata: kata.slice(0, 60) } }] };
    const card = found.length === 1 ? await deps.cards.order(only._id, language, 'owner') : undefined;
    if (card) return { outcome: 'shown', lines: [cardLine(card)] };
    const choices = orderChoices(deps.house, found, language);
    return { outcome: 'shown', lines: [{ text: 'owner.cari-ketemu', with: { jumlah: found.length }, choices }] };
  },
});
