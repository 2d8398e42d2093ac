import { asPersonId, keyOf, readCode } from '../../../core/ids.ts';
import type { At } from '../../../dialogue/action.ts';
import { chatBehind } from '../actions/reply-customer.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import type { BuyerAnswer } from './buyer-kind.ts';
import type { Buyer } from './order-form.ts';

export type BuyerDeps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls' | 'customers' | 'staff'>;

/** As many customers as one phone number may have been written for. */
const MOST = 20;

/** The customer that an answer means, when there is one already. A number alone proves no chat: it finds only who never wrote. */
export async function knownBuyer(deps: BuyerDeps, answer: BuyerAnswer): Promise<Omit<Buyer, 'by'> | undefined> {
  if ('telepon' in answer) {
    const found = await deps.customers.search(answer.telepon, MOST);
    const silent = found.find(({ phone, chats }) => phone === answer.telepon && chats === undefined);
    return silent && { customer: silent._id };
  }
  const code = readCode(answer.kode);
  const talk = await chatBehind(deps, answer.kode);
  const order = code && (await deps.orders.find(code));
  const customer = order?.customer ?? (talk && (await deps.customers.find(asPersonId(talk.customer)))?._id);
  return customer && { customer, ...(talk && { chat: talk.chat }) };
}

/** The customer that an order is entered for; a new one for a number that nobody has. Repeated, it is the same one. */
export async function buyerOf(deps: BuyerDeps, answer: BuyerAnswer, name: string, at: At): Promise<Buyer | undefined> {
  const by = byOwner(deps.staff, at);
  const known = await knownBuyer(deps, answer);
  if (known) return { ...known, by };
  if ('kode' in answer) return undefined;
  // key: <first message>/<flow>/<step>/buyer
  const added = await deps.customers.add(
    { name, phone: answer.telepon, source: 'owner' },
    { key: keyOf(at.key, 'buyer'), by },
  );
  return { customer: added._id, by };
}
