import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { cardLine } from '../card-line.ts';
import type { OwnerDeps } from '../deps.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'cards'>;

/** Shows the payments of an order, those first that nobody has decided on. */
export const showProofs = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'none'> => ({
  name: 'show-proofs',
  kind: 'looks',
  input,
  outcomes: ['shown', 'none'],
  async run({ kode }, at) {
    const order = await resolveOrder(deps, kode);
    const all = order ? await deps.payments.list({ order: order._id, limit: 10 }) : [];
    const open = all.filter(({ state }) => state === 'claimed');
    const cards = await Promise.all(
      (open.length > 0 ? open : all).map(({ _id }) => deps.cards.payment(_id, at.language, 'owner')),
    );
    const lines: Line[] = cards.flatMap((card) => (card ? [cardLine(card)] : []));
    return lines.length > 0
      ? { outcome: 'shown', lines }
      : { outcome: 'none', lines: [{ text: 'owner.tidak-ada-bukti', with: { kode } }] };
  },
});
