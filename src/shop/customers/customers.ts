import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { asPersonId, type ChatId, codeOf, type Key, keyOf, type PersonId, shortHash } from '../../core/ids.ts';
import type { Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { HOUSE, nextEntry } from '../history.ts';
import { type CustomerEdit, changedCustomer, shortName } from './change-customer.ts';
import type { Customer } from './customer.ts';
import { createCustomerStore } from './customer-store.ts';
import { type CustomersPrivacy, customersPrivacy } from './customers-privacy.ts';
import { linkChats } from './link-chats.ts';
import { searchWords, wordsAsked } from './search-words.ts';

/** What is known of a person at the first word. */
interface Meeting {
  readonly chat: ChatId;
  readonly name?: string;
  readonly phone?: string;
  readonly source?: string;
}

/** All that is one person: its own id, those it had before, its chats. */
interface Mine {
  readonly ids: readonly PersonId[];
  readonly chats: readonly ChatId[];
}

/** The customers: met by writing, known by what they send from their own chats. */
export interface Customers {
  /** The person of a chat; a new one at the first word. Two first words at once meet one person. */
  met(meeting: Meeting, key: Key): Promise<Customer>;
  /** A person who never wrote here: the owner enters an order for them. Never pushed to. */
  add(person: { readonly name: string; readonly phone?: string; readonly source?: string }, at: At): Promise<Customer>;
  /** Follows a person who turned out to be another. */
  find(id: PersonId): Promise<Customer | undefined>;
  change(id: PersonId, edit: CustomerEdit, at: At): Promise<Result<Customer, NotFound>>;
  /** By beginnings of names, by a phone, or by at least four last digits. */
  search(text: string, limit: number): Promise<readonly Customer[]>;
  /** The chat is this person from now on, and whoever it was before too; proof is the caller's business. */
  link(person: PersonId, chat: ChatId, at: At): Promise<Result<Customer, NotFound>>;
  mine(id: PersonId): Promise<Mine>;
  /** For exports and promotions: all of them, a page at a time. */
  page(after: PersonId | undefined, limit: number): Promise<readonly Customer[]>;
  readonly privacy: CustomersPrivacy;
  readonly clockwork: Clockworked;
}

export interface CustomersDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
}

/** Creates the customers on a connection. */
export function createCustomers(deps: CustomersDeps): Customers {
  const store = createCustomerStore(deps);
  const { clock } = deps;

  const find = async (id: PersonId): Promise<Customer | undefined> => {
    const there = await store.find(id);
    return there?.into === undefined ? there : find(there.into);
  };

  const insert = async (person: Omit<Meeting, 'chat'>, key: Key, chat: ChatId | undefined): Promise<Customer> => {
    const now = clock.now();
    const name = shortName(person.name);
    const born = shortHash(chat ?? key);
    for (let attempt = 0; ; attempt++) {
      // key: person/<chat or message>; the same first message always comes to the same id.
      const _id = asPersonId(codeOf(keyOf('person', chat ?? key), attempt));
      await store.insert({
        _id,
        v: 1,
        key: keyOf(key, attempt),
        ...(chat !== undefined && { chats: [chat] }),
        born,
        name,
        ...(person.phone !== undefined && { phone: person.phone }),
        ...(person.source !== undefined && { source: person.source }),
        addresses: [],
        notices: {},
        note: '',
        also: [],
        expects: [],
        at: now,
        words: searchWords(name, person.phone),
        history: [nextEntry([], { key, at: now, by: HOUSE, event: 'meet' })],
      });
      const there = await store.find(_id);
      // An id that somebody else has, or that this person had before being forgotten: the next one.
      if (there?.born !== born || there.erasedAt !== undefined) continue;
      return there.into === undefined ? there : ((await find(there.into)) ?? there);
    }
  };

  return {
    met: async (meeting, key) => (await store.byChat(meeting.chat)) ?? insert(meeting, key, meeting.chat),
    async add(person, { key }) {
      return insert(person, key, undefined);
    },
    find,
    async change(id, edit, at) {
      const person = await find(id);
      return store.change(person?._id ?? id, (customer) =>
        changedCustomer(customer, edit, { ...at, now: clock.now() }),
      );
    },
    async search(text, limit) {
      const [first, ...rest] = [...wordsAsked(text)].sort((one, other) => other.length - one.length);
      if (first === undefined) return [];
      const found = await store.byWord(first, rest.length === 0 ? limit : 200);
      const all = found.filter((one) => rest.every((word) => one.words.some((known) => known.startsWith(word))));
      return all.slice(0, limit);
    },
    async link(id, chat, at) {
      const person = await find(id);
      return linkChats(store, person?._id ?? id, chat, { ...at, now: clock.now() });
    },
    async mine(id) {
      const person = await find(id);
      return { ids: person ? [person._id, ...person.also] : [id], chats: person?.chats ?? [] };
    },
    page: (after, limit) => store.page(after, limit),
    privacy: customersPrivacy(store, clock),
    clockwork: store.clockwork,
  };
}
