import { z } from 'zod';
import { type Code, readCode } from '../../../core/ids.ts';
import type { Result } from '../../../core/result.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { At as ShopAt } from '../../../shop/at.ts';
import type { AlreadyDecided } from '../../../shop/payments/decide.ts';
import type { Payment } from '../../../shop/payments/payment.ts';
import type { NotFound } from '../../../store/documents.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { decidedLine } from './accept-money.ts';

const input = z.object({ kode: z.string(), alasan: z.string() });
type Input = z.infer<typeof input>;
type Name = 'done' | 'refused';
type Deps = Pick<OwnerDeps, 'payments' | 'orders' | 'staff' | 'house'>;
type Decide = (code: Code, reason: string, at: ShopAt) => Promise<Result<Payment, AlreadyDecided | NotFound>>;

/** Refuses a proof, with a reason that the customer reads. An order's code stands for its only open proof. */
export const rejectMoney = (deps: Deps): Action<Input, Name> =>
  decision(deps, 'reject-money', 'owner.uang-ditolak', (code, reason, at) => deps.payments.reject(code, reason, at));

/** Takes an approval back: the money never came. */
export const revokeMoney = (deps: Deps): Action<Input, Name> =>
  decision(deps, 'revoke-money', 'owner.uang-dicabut', (code, reason, at) => deps.payments.revoke(code, reason, at));

/** Money that no order takes was sent back. */
export const giveMoneyBack = (deps: Deps): Action<Input, Name> =>
  decision(deps, 'give-money-back', 'owner.uang-dikembalikan', (code, reason, at) =>
    deps.payments.giveBack(code, reason, at),
  );

function decision(deps: Deps, name: string, done: string, decide: Decide): Action<Input, Name> {
  return {
    name,
    kind: 'acts',
    input,
    outcomes: ['done', 'refused'],
    async run({ kode, alasan }, at) {
      const code = await paymentCode(deps, kode);
      if (code === undefined) return { outcome: 'refused', lines: [{ text: 'owner.tidak-ada-bukti', with: { kode } }] };
      const decided = await decide(code, alasan, { key: at.key, by: byOwner(deps.staff, at) });
      if (decided.ok) return { outcome: 'done', lines: [{ text: done, with: { kode: code, alasan } }] };
      const line =
        decided.error.code === 'already-decided'
          ? decidedLine(deps, code, decided.error, at)
          : { text: 'owner.tidak-ada-bukti', with: { kode } };
      return { outcome: 'refused', lines: [line] };
    },
  };
}

async function paymentCode({ payments }: Deps, text: string): Promise<Code | undefined> {
  const code = readCode(text);
  if (code === undefined) return undefined;
  if (await payments.find(code)) return code;
  const open = await payments.openClaims(code);
  return open.length === 1 ? open[0]?.payment : undefined;
}
