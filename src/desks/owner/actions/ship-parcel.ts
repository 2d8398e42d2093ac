import { z } from 'zod';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import { withProblems } from '../../../dialogue/problems.ts';
import type { Line, Problem } from '../../../dialogue/talk.ts';
import type { PurchaseRefused } from '../../../shop/purchases/moves.ts';
import { courierName } from '../../../shop/shipping/couriers.ts';
import { checkResi } from '../../../shop/shipping/resi.ts';
import type { NotFound } from '../../../store/documents.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { moveOrder, orderCardLine } from '../move-order.ts';
import { parcelOf } from '../parcel-of.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({
  kode: z.string(),
  paket: z.coerce.number().int().optional(),
  kurir: z.string(),
  resi: z.string(),
  accepted: z.array(z.string()).optional(),
});
type Input = z.infer<typeof input>;
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'cards' | 'house'>;

/** Looks at a resi before it is written down: another courier's form, another order's number. Both may be meant so. */
export const checkParcelResi = (deps: Deps): Action<Input, 'fine' | 'problems'> => ({
  name: 'check-resi',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  async run({ kode, kurir, resi }, at) {
    const problems = [...formProblems(deps, kurir, resi, at), ...(await usedProblems(deps, kode, resi, at))];
    return problems.length > 0 ? { outcome: 'problems', data: withProblems(problems) } : { outcome: 'fine' };
  },
});

function formProblems({ house }: Deps, courier: string, resi: string, at: At): readonly Problem[] {
  const form = checkResi(house.couriers(), courier, resi);
  if (form.type !== 'other-courier') return [];
  const likely = form.likely.map((code) => courierName(house.couriers(), code)).join(' / ');
  return [
    {
      field: 'resi',
      text: 'owner.resi-kurir-lain',
      with: { resi, kurir: courierName(house.couriers(), courier), mungkin: likely },
      choices: [{ value: 'accept', label: at.language === 'id' ? 'Ya, sudah benar' : 'Yes, it is right' }],
    },
  ];
}

async function usedProblems(deps: Deps, kode: string, resi: string, at: At): Promise<readonly Problem[]> {
  const own = await resolveOrder(deps, kode);
  const other = (await deps.orders.byResi(resi)).find(({ _id }) => _id !== own?._id);
  if (!other) return [];
  return [
    {
      field: 'resi',
      text: 'owner.resi-dipakai',
      with: { resi, kode: other._id },
      choices: [{ value: 'accept', label: at.language === 'id' ? 'Ya, satu paket' : 'Yes, one parcel' }],
    },
  ];
}

/**
 * Writes down a parcel's courier and resi; the customer hears of it by the order's own notice. Where a supplier has the parcel
 * it is written on its purchase, so that nobody reminds it of a number that is known.
 */
export const shipParcel = (deps: Deps): Action<Input, 'done' | 'refused'> => ({
  name: 'ship-parcel',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, paket, kurir, resi, accepted = [] }, at): Promise<Outcome<'done' | 'refused'>> {
    const order = await resolveOrder(deps, kode);
    if (!order) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const parcel = parcelOf(order, paket, SHIPPABLE)?.n ?? 1;
    const shared = accepted.some((name) => name.startsWith('resi/owner.resi-dipakai'));
    const sent = { courier: kurir, resi, ...(shared && { shared }) };
    const done: Line = {
      text: 'owner.resi-dicatat',
      with: { kode: order._id, kurir: courierName(deps.house.couriers(), kurir), resi },
    };
    const purchase = (await deps.purchases.ofOrder(order._id)).find(
      (one) => one.parcel === parcel && one.state !== 'cancelled' && one.state !== 'empty',
    );
    if (!purchase) return moveOrder(deps, order._id, { type: 'ship', parcel, ...sent }, done, at);
    const by = { key: at.key, by: byOwner(deps.staff, at) };
    const noted = await deps.purchases.answer(purchase._id, { type: 'ship', ...sent }, by);
    if (noted.ok) return { outcome: 'done', lines: [done] };
    return {
      outcome: 'refused',
      lines: [whyNot(order._id, noted.error), ...(await orderCardLine(deps, order._id, at))],
    };
  },
});

function whyNot(kode: string, error: PurchaseRefused | NotFound): Line {
  if (error.code === 'not-found') return { text: 'owner.tidak-ada-kode', with: { kode } };
  const rinci = error.details?.join(', ') ?? '-';
  switch (error.why) {
    case 'resi-used':
    case 'resi-not-readable':
    case 'not-now':
    case 'reason-missing':
      return { text: `owner.tolak-${error.why}`, with: { kode, rinci } };
    case 'unknown-courier':
      return { text: 'owner.tolak-resi-not-readable', with: { kode, rinci } };
  }
}

/** States of a parcel that can get a resi, or another one. */
export const SHIPPABLE = ['handed-over', 'accepted', 'packed', 'shipped', 'picked-up'] as const;
