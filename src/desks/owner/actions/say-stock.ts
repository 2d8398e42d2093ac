import { z } from 'zod';
import { keyOf } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { refusalLine } from '../refusal-line.ts';
import { resolveOrder } from '../resolve-order.ts';

type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

const there = z.object({ kode: z.string() });

/** The goods of an order are there; the bill goes out. */
export const stockThere = (deps: Deps): Action<z.infer<typeof there>, 'done' | 'refused'> => ({
  name: 'stock-there',
  kind: 'acts',
  input: there,
  outcomes: ['done', 'refused'],
  async run({ kode }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    return moveOrder(
      deps,
      order._id,
      { type: 'confirm_stock' },
      { text: 'owner.stok-ada', with: { kode: order._id } },
      at,
    );
  },
});

const gone = z.object({ kode: z.string(), barang: z.array(z.string()).min(1), alasan: z.string().optional() });

/** Some goods of an order are not there; the customer hears of it, and the owner decides what then. */
export const stockGone = (deps: Deps): Action<z.infer<typeof gone>, 'done' | 'refused'> => ({
  name: 'stock-gone',
  kind: 'acts',
  input: gone,
  outcomes: ['done', 'refused'],
  async run({ kode, barang, alasan = 'habis' }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const lines: Line[] = [];
    for (const sku of barang) {
      const event = { type: 'deny_stock', sku, reason: alasan } as const;
      // key: <first message>/<flow>/<step>/<sku>
      const moved = await deps.orders.apply(order._id, event, { key: keyOf(at.key, sku), by: byOwner(deps.staff, at) });
      lines.push(
        moved.ok ? { text: 'owner.stok-kosong', with: { kode: order._id, sku } } : refusalLine(order._id, moved.error),
      );
    }
    return { outcome: lines.every(({ text }) => text === 'owner.stok-kosong') ? 'done' : 'refused', lines };
  },
});
