import { z } from 'zod';
import { keyOf } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { purchaseGoods } from '../../../notices/tellers/purchase-teller.ts';
import type { Purchase } from '../../../shop/purchases/purchase.ts';
import type { OwnerDeps } from '../deps.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<OwnerDeps, 'purchases' | 'suppliers' | 'listeners' | 'push' | 'house'>;

const OPEN: ReadonlySet<Purchase['state']> = new Set(['ready', 'sent', 'accepted', 'packed']);

/** Asks a silent supplier again: in its chat, or with a text for the owner to send. */
export const remindSupplier = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'by-hand' | 'refused'> => ({
  name: 'remind-supplier',
  kind: 'acts',
  input,
  outcomes: ['done', 'by-hand', 'refused'],
  async run({ kode }, at) {
    const open = (await deps.purchases.named(kode)).filter(({ state }) => OPEN.has(state));
    if (open.length === 0)
      return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-pembelian', with: { kode } }] };
    let byHand = false;
    const lines = [];
    for (const purchase of open) {
      const pemasok = deps.suppliers.known(purchase.supplier)?.name ?? purchase.supplier;
      const listener = await deps.listeners.supplier(purchase.supplier);
      if (!listener) {
        byHand = true;
        const link = deps.purchases.link(purchase) ?? '-';
        lines.push({ text: 'owner.ingatkan-sendiri', with: { kode: purchase.label, pemasok, link } });
        continue;
      }
      const say = sayIn(deps.house, listener.language);
      const values = { kode: purchase.label, barang: purchaseGoods(purchase) };
      // key: <the owner's message>/<purchase>: tapped twice is two reminders, repeated is one
      await deps.push({
        _id: keyOf(at.key, purchase._id),
        chat: listener.chat,
        message: { text: say('status.pemasok.ingatkan', values), about: purchase._id },
        thread: `purchase/${purchase._id}`,
        about: purchase._id,
        rank: 'exception',
        replaces: 'ingatkan',
      });
      lines.push({ text: 'owner.diingatkan', with: { kode: purchase.label, pemasok } });
    }
    return { outcome: byHand ? 'by-hand' : 'done', lines };
  },
});
