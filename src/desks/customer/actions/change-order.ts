import { z } from 'zod';
import { showPhone } from '../../../core/phone.ts';
import type { Action, Outcome } from '../../../dialogue/action.ts';
import { type Address, addressLines, placeShape } from '../../../shop/orders/address.ts';
import type { Order } from '../../../shop/orders/order.ts';
import { byCustomer } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';

const input = z.object({
  pesanan: z.string(),
  apa: z.enum(['alamat', 'penerima', 'telepon', 'lainnya']),
  alamat: placeShape.optional(),
  penerima: z.string().optional(),
  telepon: z.string().optional(),
  lainnya: z.string().optional(),
});
type Input = z.infer<typeof input>;
type Name = 'changed' | 'requested' | 'refused';

/** Changes name, phone or address of an order that has not been handed over; what costs something else is asked of the owner. */
export const changeOrder = (deps: Pick<CustomerDeps, 'orders' | 'customers' | 'owner'>): Action<Input, Name> => ({
  name: 'change-order',
  kind: 'acts',
  input,
  outcomes: ['changed', 'requested', 'refused'],
  async run(wish, at): Promise<Outcome<Name>> {
    const order = await myOrder(deps, wish.pesanan, at);
    if (order === undefined) return { outcome: 'refused' };
    const recipient = newRecipient(order, wish);
    if (recipient !== undefined) {
      const event = { type: 'set_address', recipient } as const;
      const done = await deps.orders.apply(order._id, event, { key: at.key, by: byCustomer(at) });
      if (done.ok) return { outcome: 'changed' };
    }
    await deps.owner.ask({ what: 'change', order: order._id, words: wordsOf(wish) }, at);
    return { outcome: 'requested' };
  },
});

/** The recipient after the change; undefined for what the customer cannot change alone: goods, or another city with another ongkir. */
function newRecipient(
  { recipient }: Pick<Order, 'recipient'>,
  { apa, alamat, penerima, telepon }: Input,
): Address | undefined {
  switch (apa) {
    case 'alamat':
      return alamat !== undefined && alamat.city === recipient.city && alamat.province === recipient.province
        ? { ...recipient, ...alamat }
        : undefined;
    case 'penerima':
      return penerima === undefined ? undefined : { ...recipient, recipient: penerima };
    case 'telepon':
      return telepon === undefined ? undefined : { ...recipient, phone: telepon };
    case 'lainnya':
      return undefined;
  }
}

function wordsOf({ alamat, penerima, telepon, lainnya }: Input): string {
  const place = alamat === undefined ? [] : addressLines({ recipient: '', phone: '', ...alamat });
  return [penerima, telepon && showPhone(telepon), ...place, lainnya].filter(Boolean).join('\n');
}
