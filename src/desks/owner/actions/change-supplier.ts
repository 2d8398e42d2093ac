import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder } from '../move-order.ts';
import { parcelOf } from '../parcel-of.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({
  kode: z.string(),
  paket: z.coerce.number().int().optional(),
  pemasok: z.string(),
  /** What all goods of the parcel cost there together; absent: the same as before. */
  modal: z.number().int().nonnegative().optional(),
});
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards' | 'suppliers'>;

/** Gives a parcel to another supplier; what the first one has of it is taken back. */
export const changeSupplier = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'change-supplier',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, paket, pemasok, modal }, at) {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const parcel = parcelOf(order, paket, MOVABLE) ?? order.parcels[0];
    const lines = order.lines.filter(({ sku }) => parcel?.skus.includes(sku) === true);
    const costs = modal === undefined ? {} : spreadCosts(lines, modal);
    const name = deps.suppliers.known(pemasok)?.name ?? pemasok;
    const done = {
      text: 'owner.dialihkan',
      with: { kode: order._id, pemasok: name },
      choices: [{ label: { text: 'card.pesanan.tombol-teruskan' }, tap: { verb: 'teruskan', code: order._id } }],
    };
    return moveOrder(deps, order._id, { type: 'reassign', parcel: parcel?.n ?? 1, supplier: pemasok, costs }, done, at);
  },
});

/** States in which a parcel can still be given to somebody else. */
export const MOVABLE = ['waiting', 'handed-over', 'accepted', 'refused', 'returned', 'lost'] as const;

/** Spreads a sum over lines as their old costs stood to each other, to the rupiah. Pure. */
function spreadCosts(
  lines: readonly { readonly sku: string; readonly cost: number; readonly quantity: number }[],
  sum: number,
): Readonly<Record<string, number>> {
  const before = lines.reduce((all, { cost, quantity }) => all + cost * quantity, 0);
  const units = lines.reduce((all, { quantity }) => all + quantity, 0);
  return Object.fromEntries(
    lines.map(({ sku, cost }) => [sku, Math.round(before > 0 ? (cost * sum) / before : sum / Math.max(1, units))]),
  );
}
