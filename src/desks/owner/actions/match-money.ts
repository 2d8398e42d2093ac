import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { decidedLine } from './accept-money.ts';

const input = z.object({ kode: z.string(), untuk: z.string() });
type Deps = Pick<OwnerDeps, 'payments' | 'staff' | 'house'>;

/** Says which order a sum is for that nobody knew. */
export const matchMoney = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'match-money',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, untuk }, at) {
    const code = readCode(kode);
    const order = readCode(untuk);
    if (code === undefined || order === undefined)
      return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
    const done = await deps.payments.approve(code, { orders: [order] }, { key: at.key, by: byOwner(deps.staff, at) });
    if (done.ok)
      return {
        outcome: 'done',
        lines: [{ text: 'owner.uang-diterima', with: { jumlah: done.value.amount ?? 0, pesanan: order } }],
      };
    const line =
      done.error.code === 'already-decided'
        ? decidedLine(deps, kode, done.error, at)
        : { text: 'owner.tidak-ada-tagihan', with: { kode: untuk } };
    return { outcome: 'refused', lines: [line] };
  },
});
