import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { DAY } from '../../core/clock.ts';
import type { ChatId, Key, PersonId } from '../../core/ids.ts';
import { ok } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { type Customer, customerShape } from './customer.ts';

/** Customers in the store, with the look-ups that have an index. */
export interface CustomerStore extends Documents<Customer> {
  byChat(chat: ChatId): Promise<Customer | undefined>;
  byKey(key: Key): Promise<Customer | undefined>;
  /** Persons one of whose words begins with this one, newest first. */
  byWord(beginning: string, limit: number): Promise<Customer[]>;
  page(after: PersonId | undefined, limit: number): Promise<Customer[]>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
}

/** An address that no order went to for a year is not kept any longer. */
const FADES_MS = 365 * DAY;
const fadesAt = (usedAt: Date): Date => new Date(usedAt.getTime() + FADES_MS);
const earlierFirst = (one: Date, other: Date): number => one.getTime() - other.getTime();
const withoutFaded = (customer: Customer, now: Date): Customer => ({
  ...customer,
  addresses: customer.addresses.filter(({ usedAt }) => fadesAt(usedAt) > now),
});

/** Creates the customers' collection on a connection. */
export function createCustomerStore(deps: Deps): CustomerStore {
  const documents = createDocuments<Customer>({
    ...deps,
    name: 'customers',
    schema: customerShape,
    indexes: [
      { fields: { chats: 1 }, unique: true, sparse: true },
      { fields: { key: 1 }, unique: true },
      { fields: { words: 1 } },
    ],
    due: (customer) => customer.addresses.map(({ usedAt }) => fadesAt(usedAt)).toSorted(earlierFirst)[0],
    onDue: async ({ _id }, now) => {
      await documents.change(_id, (customer) => ok({ type: 'changed', doc: withoutFaded(customer, now), owes: [] }));
    },
  });
  const first = async (filter: Record<string, unknown>): Promise<Customer | undefined> =>
    (await documents.many(filter, { limit: 1 }))[0];
  return {
    ...documents,
    byChat: (chat) => first({ chats: chat }),
    byKey: (key) => first({ key }),
    byWord: (beginning, limit) =>
      documents.many(
        { words: where({ $elemMatch: { $gte: beginning, $lt: `${beginning}\uFFFF` } }) },
        { sort: { at: -1 }, limit },
      ),
    page: (after, limit) =>
      documents.many(after === undefined ? {} : { _id: where({ $gt: after }) }, { sort: { _id: 1 }, limit }),
  };
}
