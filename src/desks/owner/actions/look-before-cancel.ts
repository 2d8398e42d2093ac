import { z } from 'zod';
import { rupiah } from '../../../core/money.ts';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { orderWords } from '../../../notices/order-words.ts';
import { paidOf } from '../../../shop/orders/money.ts';
import { stageOf } from '../../../shop/orders/stage.ts';
import type { OwnerDeps } from '../deps.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'house'>;

/** What stands to be cancelled, as it is now: an old button must not cancel what was paid meanwhile unseen. */
export const lookBeforeCancel = (deps: Deps): Action<z.infer<typeof input>, 'fine'> => ({
  name: 'look-before-cancel',
  kind: 'looks',
  input,
  outcomes: ['fine'],
  async run({ kode }, { language }) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'fine', data: { keadaan: kode } };
    const say = sayIn(deps.house, language);
    const keadaan = [
      order.recipient.recipient,
      orderWords(deps.house, order, language).short,
      say(`card.tahap-${stageOf(order)}`),
      paidOf(order) > 0 ? say('owner.sudah-dibayar', { jumlah: rupiah(paidOf(order)) }) : '',
    ];
    return { outcome: 'fine', data: { keadaan: keadaan.filter(Boolean).join(', ') } };
  },
});
