import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OrderEvent } from '../../../shop/orders/event.ts';
import type { ParcelState } from '../../../shop/orders/parcel.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { parcelOf } from '../parcel-of.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({
  kode: z.string(),
  paket: z.coerce.number().int().optional(),
  alasan: z.string().optional(),
});
type Input = z.infer<typeof input>;
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards'>;

/** The parcel arrived, as the owner knows from the courier. */
export const markDelivered = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  parcelMove(deps, 'mark-delivered', ARRIVING, 'owner.sampai', (parcel) => ({ type: 'deliver', parcel }));

/** The parcel is lost. */
export const markLost = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  parcelMove(deps, 'mark-lost', ARRIVING, 'owner.hilang', (parcel, reason) => ({ type: 'lose', parcel, reason }));

/** The parcel is on its way back, or is back. */
export const markReturned = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  parcelMove(deps, 'mark-returned', [...ARRIVING, 'returning'], 'owner.kembali', (parcel, _, state) =>
    state === 'returning' ? { type: 'come_back', parcel } : { type: 'return', parcel },
  );

/** One parcel is not sent, the others are. */
export const cancelParcel = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  parcelMove(deps, 'cancel-parcel', NOT_SENT, 'owner.paket-dibatalkan', (parcel, reason) => ({
    type: 'cancel_parcel',
    parcel,
    reason,
  }));

/** States in which a parcel may arrive. */
export const ARRIVING: readonly ParcelState[] = ['shipped', 'picked-up', 'delivered', 'returning', 'lost'];
/** States in which a parcel has not been sent. */
const NOT_SENT: readonly ParcelState[] = ['waiting', 'handed-over', 'accepted', 'refused', 'packed', 'returned'];

function parcelMove(
  deps: Deps,
  name: string,
  states: readonly ParcelState[],
  done: string,
  event: (parcel: number, reason: string, state: ParcelState) => OrderEvent,
): Action<Input, 'done' | 'refused'> {
  return {
    name,
    kind: 'acts',
    input,
    outcomes: ['done', 'refused'],
    async run({ kode, paket, alasan = '' }, at) {
      const order = await resolveOrder(deps, kode);
      if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
      const parcel = parcelOf(order, paket, states) ?? order.parcels[0];
      if (!parcel) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
      const line = { text: done, with: { kode: order._id } };
      return moveOrder(deps, order._id, event(parcel.n, alasan, parcel.state), line, at);
    },
  };
}
