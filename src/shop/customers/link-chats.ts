import type { ChatId, PersonId } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { NotFound } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, withEntry } from '../history.ts';
import type { Customer } from './customer.ts';
import type { CustomerStore } from './customer-store.ts';

type Linking = At & { readonly now: Date };

/**
 * Makes a chat, and all other chats of whoever it was, one person's. The person that stays leads: it first says whom and what
 * it expects, the other gives its chats up, then they are taken. Called again with the same key it goes on where it stopped.
 */
export async function linkChats(
  store: CustomerStore,
  id: PersonId,
  chat: ChatId,
  at: Linking,
): Promise<Result<Customer, NotFound>> {
  const person = await store.find(id);
  if (!person) return err({ code: 'not-found' });
  const other = (await store.byChat(chat)) ?? (await whoGaveUp(store, person, chat));
  if (other?._id === id && person.expects.length === 0) return ok(person);
  const others = other && other._id !== id ? other : undefined;
  const coming = others?.chats ?? [chat];
  const led = await store.change(id, (now) => ok(expecting(now, others, coming, at)));
  if (!led.ok) return led;
  if (others) await store.change(others._id, (now) => ok(givenUp(now, id, at)));
  return store.change(id, (now) =>
    ok({
      type: 'changed',
      doc: { ...now, chats: [...new Set([...(now.chats ?? []), ...now.expects])], expects: [] },
      owes: [],
    }),
  );
}

// After a crash in the middle the chat belongs to nobody for a moment; the person that leads still names the other.
async function whoGaveUp(store: CustomerStore, person: Customer, chat: ChatId): Promise<Customer | undefined> {
  if (!person.expects.includes(chat)) return undefined;
  const last = person.also.at(-1);
  return last === undefined ? undefined : store.find(last);
}

function expecting(now: Customer, other: Customer | undefined, chats: readonly ChatId[], at: Linking) {
  if (knows(now.history, at.key)) return { type: 'unchanged' as const };
  const entry = nextEntry(now.history, { key: at.key, at: at.now, by: at.by, event: 'link' });
  const doc: Customer = {
    ...now,
    expects: [...new Set([...now.expects, ...chats])],
    also: other ? [...now.also, ...other.also, other._id] : now.also,
    // What only the other had is not lost.
    name: now.name || (other?.name ?? ''),
    phone: now.phone ?? other?.phone,
    email: now.email ?? other?.email,
    addresses: [...now.addresses, ...(other?.addresses ?? [])].slice(0, 5),
    words: [...new Set([...now.words, ...(other?.words ?? [])])],
    history: withEntry(now.history, entry),
  };
  return { type: 'changed' as const, doc, owes: [] };
}

function givenUp(other: Customer, into: PersonId, at: Linking) {
  if (other.into !== undefined) return { type: 'unchanged' as const };
  const entry = nextEntry(other.history, { key: at.key, at: at.now, by: at.by, event: 'become' });
  const doc: Customer = {
    ...other,
    into,
    chats: undefined,
    addresses: [],
    words: [],
    history: withEntry(other.history, entry),
  };
  return { type: 'changed' as const, doc, owes: [] };
}
