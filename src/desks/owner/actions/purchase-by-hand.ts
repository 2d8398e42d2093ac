import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { SupplierAnswer } from '../../../shop/purchases/event.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';

const input = z.object({ kode: z.string(), alasan: z.string().optional() });
type Input = z.infer<typeof input>;
type Deps = Pick<OwnerDeps, 'purchases' | 'staff'>;

/** The owner has passed a purchase on to a supplier who does not talk to bots. */
export const passedOn = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  byHand(deps, 'passed-on', 'owner.diteruskan-tangan');

/** The supplier said yes, by the owner's hand. */
export const supplierAgreed = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  byHand(deps, 'supplier-agreed', 'owner.disanggupi', () => ({ type: 'accept' }));

/** The supplier has not got it, by the owner's hand. */
export const supplierEmpty = (deps: Deps): Action<Input, 'done' | 'refused'> =>
  byHand(deps, 'supplier-empty', 'owner.pemasok-kosong', (reason) => ({ type: 'empty', reason }));

function byHand(
  deps: Deps,
  name: string,
  done: string,
  answer?: (reason: string) => SupplierAnswer,
): Action<Input, 'done' | 'refused'> {
  return {
    name,
    kind: 'acts',
    input,
    outcomes: ['done', 'refused'],
    async run({ kode, alasan = 'kosong' }, at) {
      const [purchase] = await deps.purchases.named(kode);
      const code = readCode(purchase?._id ?? '');
      if (!purchase || code === undefined)
        return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
      const by = { key: at.key, by: byOwner(deps.staff, at) };
      const moved = answer
        ? await deps.purchases.answer(code, answer(alasan), by)
        : await deps.purchases.forwarded(code, by);
      return moved.ok
        ? { outcome: 'done', lines: [{ text: done, with: { kode: purchase.label } }] }
        : { outcome: 'refused', lines: [{ text: 'owner.tolak-not-now', with: { kode: purchase.label, rinci: '-' } }] };
    },
  };
}
