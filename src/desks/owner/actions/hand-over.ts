import { z } from 'zod';
import { type Key, keyOf } from '../../../core/ids.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import { goodsLine } from '../../../notices/order-words.ts';
import { type GateCheck, gateOf } from '../../../shop/orders/gate.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderCardLine } from '../move-order.ts';
import { refusalLine } from '../refusal-line.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({ kode: z.string(), alasan: z.string().optional() });
type Input = z.infer<typeof input>;
type Name = 'done' | 'gate' | 'refused';
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards' | 'suppliers' | 'house'>;

const SENDS: ReadonlySet<string> = new Set(['waiting', 'refused', 'returned', 'lost']);

/** Hands all parcels that wait to their suppliers. With a reason it opens the gate first; the reason stays in the history. */
export const handOver = (deps: Deps): Action<Input, Name> => ({
  name: 'hand-over',
  kind: 'acts',
  input,
  outcomes: ['done', 'gate', 'refused'],
  async run({ kode, alasan }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const red = gateOf(order).filter(({ green }) => !green);
    if (red.length > 0 && alasan === undefined) return { outcome: 'gate', lines: [gateLine(deps, order, red, at)] };
    for (const { check } of alasan === undefined ? [] : red) {
      const event = { type: 'override_gate', check, reason: alasan ?? '' } as const;
      const opened = await deps.orders.apply(order._id, event, by(deps, keyOf(at.key, check), at));
      if (!opened.ok) return { outcome: 'refused', lines: [refusalLine(order._id, opened.error)] };
    }
    return handAll(deps, order, at);
  },
});

async function handAll(deps: Deps, order: Order, at: At): Promise<Outcome<Name>> {
  const lines: Line[] = [];
  let done = false;
  for (const { n, supplier, state } of order.parcels) {
    // What went out in an earlier try of this very turn is asked again under the same key, and answers as it did.
    const key = keyOf(at.key, n);
    if (!SENDS.has(state) && !order.history.some((entry) => entry.key === key)) continue;
    const sent = await deps.orders.apply(order._id, { type: 'hand_over', parcel: n }, by(deps, key, at));
    done ||= sent.ok;
    lines.push(
      sent.ok
        ? {
            text: 'owner.diteruskan',
            with: { kode: order._id, pemasok: deps.suppliers.known(supplier)?.name ?? supplier },
          }
        : refusalLine(order._id, sent.error),
    );
  }
  if (lines.length === 0)
    return {
      outcome: 'refused',
      lines: [
        { text: 'owner.sudah-diteruskan', with: { kode: order._id } },
        ...(await orderCardLine(deps, order._id, at)),
      ],
    };
  return { outcome: done ? 'done' : 'refused', lines };
}

const by = ({ staff }: Deps, key: Key, at: At) => ({ key, by: byOwner(staff, at) });

function gateLine(deps: Deps, order: Order, red: readonly GateCheck[], { language }: At): Line {
  const say = sayIn(deps.house, language);
  return {
    text: 'owner.gerbang',
    with: { kode: order._id, kurang: red.map((check) => openInWords(order, check, say)).join('\n') },
  };
}

function openInWords(order: Order, { check, open }: GateCheck, say: Say): string {
  switch (check) {
    case 'stock': {
      const goods = order.lines.filter(({ sku }) => open.includes(sku)).map(goodsLine);
      return say('owner.gerbang-stok', { barang: goods.join(', ') });
    }
    case 'payment':
      return say('owner.gerbang-bayar', { sisa: leftToPay(order) });
    case 'address':
      return say('owner.gerbang-alamat', { bagian: open.map((part) => say(`owner.bagian-${part}`)).join(', ') });
  }
}
