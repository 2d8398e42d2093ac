import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { parcelOf } from '../parcel-of.ts';
import { resolveOrder } from '../resolve-order.ts';
import { SHIPPABLE } from './ship-parcel.ts';

const input = z.object({
  kode: z.string(),
  paket: z.coerce.number().int().optional(),
  jumlah: z.number().int().min(0),
});
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** Writes down what sending a parcel came to in truth, for the profit. */
export const realShipping = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'real-shipping',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, paket, jumlah }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const parcel = parcelOf(order, paket, SHIPPABLE)?.n ?? 1;
    const done = { text: 'owner.ongkir-dicatat', with: { kode: order._id, jumlah } };
    return moveOrder(deps, order._id, { type: 'real_shipping', parcel, cost: jumlah }, done, at);
  },
});
