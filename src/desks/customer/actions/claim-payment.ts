import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import { byCustomer, personOf } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrders } from '../orders/my-orders.ts';

const input = z.object({ berkas: z.array(fileAnswer).min(1), pesanan: z.array(z.string()) });
type Input = z.infer<typeof input>;
type Name = 'recorded' | 'expired' | 'paid-before' | 'nothing-to-pay';

/** Hands a proof in for the orders it is for; it is a claim, the owner's decision alone makes it money. */
export const claimPayment = (deps: Pick<CustomerDeps, 'orders' | 'customers' | 'payments'>): Action<Input, Name> => ({
  name: 'claim-payment',
  kind: 'acts',
  input,
  outcomes: ['recorded', 'expired', 'paid-before', 'nothing-to-pay'],
  async run({ berkas, pesanan }, at) {
    const mine = await myOrders(deps, at);
    const orders = pesanan.map(readCode).filter((code) => mine.some(({ _id }) => _id === code));
    const claim = {
      orders: orders.filter((code) => code !== undefined),
      evidence: berkas.map(({ file }) => file.id),
      customer: personOf(at),
      chat: at.chat,
    };
    const claimed = await deps.payments.claim(claim, { key: at.key, by: byCustomer(at) });
    return { outcome: claimed.type };
  },
});
