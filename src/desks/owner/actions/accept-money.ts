import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { showTime } from '../../../notices/show-time.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { DecideRefused } from '../../../shop/payments/decide.ts';
import type { Payment } from '../../../shop/payments/payment.ts';
import { byOwner } from '../by-owner.ts';
import { cardLine } from '../card-line.ts';
import type { OwnerDeps } from '../deps.ts';

const input = z.object({
  kode: z.string(),
  jumlah: z.number().int().positive().optional(),
  rev: z.number().optional(),
});
type Input = z.infer<typeof input>;
type Name = 'accepted' | 'how-much' | 'refused';
type Deps = Pick<OwnerDeps, 'payments' | 'orders' | 'staff' | 'cards' | 'house'>;

/** Takes a payment as money: by its own code, or by an order's when the owner saw the money come in. */
export const acceptMoney = (deps: Deps): Action<Input, Name> => ({
  name: 'accept-money',
  kind: 'acts',
  input,
  outcomes: ['accepted', 'how-much', 'refused'],
  async run({ kode, jumlah, rev }, at) {
    const code = readCode(kode);
    if (code === undefined) return refused({ text: 'owner.tidak-ada-kode', with: { kode } });
    const payment = await deps.payments.find(code);
    const by = { key: at.key, by: byOwner(deps.staff, at) };
    if (payment) {
      if (rev !== undefined && rev < payment.rev && sawLess(payment)) return changedMeanwhile(deps, payment, at);
      const done = await deps.payments.approve(code, { amount: jumlah }, by);
      return done.ok ? accepted(done.value) : whyNot(deps, done.error, kode, at);
    }
    const order = await deps.orders.find(code);
    if (!order) return refused({ text: 'owner.tidak-ada-kode', with: { kode } });
    if (jumlah === undefined && leftToPay(order) === 0) return refused({ text: 'owner.sudah-lunas', with: { kode } });
    const done = await deps.payments.take(code, jumlah, by);
    return done.ok ? accepted(done.value) : whyNot(deps, done.error, kode, at);
  },
});

const refused = (line: Line): Outcome<Name> => ({ outcome: 'refused', lines: [line] });

const accepted = ({ amount = 0, for: parts }: Payment): Outcome<Name> => ({
  outcome: 'accepted',
  lines: [{ text: 'owner.uang-diterima', with: { jumlah: amount, pesanan: parts.map((p) => p.order).join(', ') } }],
});

// A picture or a bank entry that came after the card was shown may change the mind of who taps.
const sawLess = ({ state, history }: Payment): boolean =>
  state === 'claimed' && ['more_evidence', 'confirm'].includes(history.at(-1)?.event ?? '');

async function changedMeanwhile({ cards }: Deps, { _id }: Payment, at: At): Promise<Outcome<Name>> {
  const card = await cards.payment(_id, at.language, 'owner');
  const lines: Line[] = [{ text: 'owner.sudah-berubah', with: { kode: _id } }];
  return { outcome: 'refused', lines: card ? [...lines, cardLine(card)] : lines };
}

async function whyNot(deps: Deps, error: DecideRefused, kode: string, at: At): Promise<Outcome<Name>> {
  switch (error.code) {
    case 'amount-needed':
      return { outcome: 'how-much' };
    case 'already-decided':
      return refused(decidedLine(deps, kode, error, at));
    case 'nothing-to-pay':
      return refused({ text: 'owner.tidak-ada-tagihan', with: { kode } });
    case 'not-found':
      return refused({ text: 'owner.tidak-ada-kode', with: { kode } });
  }
}

/** Who decided before, and when; for the one who came second. */
export function decidedLine(
  { house }: Pick<Deps, 'house'>,
  kode: string,
  { state, decided }: Extract<DecideRefused, { code: 'already-decided' }>,
  { language }: Pick<At, 'language'>,
): Line {
  return {
    text: `owner.keputusan-${state}`,
    with: {
      kode,
      siapa: decided?.by.name ?? '-',
      waktu: decided ? showTime(decided.at, house.shop().zone, language) : '-',
    },
  };
}
