import type { Clock } from '../../core/clock.ts';
import { keyOf, type PersonId } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import { ok } from '../../core/result.ts';
import type { Customer } from './customer.ts';
import type { CustomerStore } from './customer-store.ts';
import type { PrivateRoom } from './privacy.ts';

/** What this room itself keeps of a person. */
export type CustomersPrivacy = PrivateRoom;

/** Hands out and erases what the customers' room keeps. */
export function customersPrivacy(store: CustomerStore, clock: Clock): CustomersPrivacy {
  const all = async (id: PersonId): Promise<Customer[]> => {
    const person = await store.find(id);
    const others = await Promise.all((person?.also ?? []).map((other) => store.find(other)));
    return [person, ...others].filter((one) => one !== undefined);
  };
  return {
    room: 'customers',
    goes: 'last',
    collect: async (id) => (await all(id)).map(readable),
    async erase(id) {
      for (const person of await all(id)) {
        await store.change(person._id, (now) =>
          now.erasedAt === undefined
            ? ok({ type: 'changed', doc: erased(now, clock.now()), owes: [] })
            : ok({ type: 'unchanged' }),
        );
      }
    },
  };
}

function readable(customer: Customer): Json {
  const { _id, name, phone, email, chats, addresses, language, notices, source, blocked, frozenAt, history } = customer;
  return {
    id: _id,
    name,
    phone,
    email,
    language,
    source,
    chats,
    addresses: addresses.map(({ address, usedAt }) => ({ ...address, usedAt: usedAt.toISOString() })),
    notices: Object.entries(notices).flatMap(([to, one]) => (one ? [{ to, ...one, at: one.at.toISOString() }] : [])),
    blocked: blocked && { at: blocked.at.toISOString(), reason: blocked.reason },
    frozenAt: frozenAt?.toISOString(),
    history: history.map(({ at, event }) => ({ at: at.toISOString(), event })),
  };
}

// The id stays, so that orders and money still add up; nothing of it leads to the person.
const erased = (customer: Customer, now: Date): Customer => ({
  ...customer,
  name: '',
  phone: undefined,
  email: undefined,
  chats: undefined,
  expects: [],
  addresses: [],
  language: undefined,
  notices: {},
  source: undefined,
  blocked: customer.blocked && { ...customer.blocked, reason: '' },
  note: '',
  words: [],
  key: keyOf('erased', customer._id),
  erasedAt: now,
  history: [],
});
