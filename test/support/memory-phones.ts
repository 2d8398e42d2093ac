import type { ChatMessage, PagePhone, PhoneLog, PhoneMedia } from '../../src/channels/simulator/phones.ts';
import { sha256 } from '../../src/core/ids.ts';

/** The simulator's phones in memory; `away` makes every call fail as a store that is away does. */
export interface MemoryPhones extends PhoneLog {
  away: boolean;
}

type Phone = Omit<PagePhone, 'unread'>;

/** Creates an empty memory of phones and chats. */
export function memoryPhones(): MemoryPhones {
  const phones: Phone[] = [];
  const messages: ChatMessage[] = [];
  const change = (old: ChatMessage, next: ChatMessage): ChatMessage => {
    messages[messages.indexOf(old)] = next;
    return next;
  };
  const of = (person: string): ChatMessage[] => messages.filter((m) => m.person === person);
  const withUnread = (phone: Phone): PagePhone => ({
    ...phone,
    unread: of(phone.person).filter((m) => m.from === 'shop' && m.id > phone.readUpTo).length,
  });
  const phoneOf = (person: string): PagePhone | undefined =>
    phones.filter((phone) => phone.person === person).map(withUnread)[0];
  const memory: MemoryPhones = {
    away: false,
    phones: () => soon(() => phones.map(withUnread)),
    phone: (person) => soon(() => phoneOf(person)),
    addPhone: (phone) =>
      soon(() => {
        const at = phones.findIndex((known) => known.person === phone.person);
        if (at < 0) phones.push({ ...phone, readUpTo: 0 });
        else
          phones[at] = { ...(phones[at] ?? { readUpTo: 0, kind: phone.kind }), person: phone.person, name: phone.name };
      }),
    messages: (person, limit, before = Number.POSITIVE_INFINITY) =>
      soon(() =>
        of(person)
          .filter((m) => m.id < before)
          .slice(-limit),
      ),
    message: (person, id) => soon(() => of(person).find((m) => m.id === id)),
    add: (draft) =>
      soon(() => {
        const known = messages.find((m) => m.key === draft.key);
        if (known) return known;
        const message = { ...draft, id: of(draft.person).length + 1 };
        messages.push(message);
        return message;
      }),
    edit: (person, id, edit) =>
      soon(() => {
        const old = of(person).find((m) => m.id === id && m.from === 'shop');
        return old && change(old, { ...old, ...edit });
      }),
    waiting: (limit) => soon(() => messages.filter((m) => m.state === 'waiting').slice(0, limit)),
    accepted: (keys) =>
      soon(() => {
        for (const m of messages.filter((one) => keys.includes(one.key))) change(m, { ...m, state: 'done' });
      }),
    read: (person, upTo) =>
      soon(() => {
        const at = phones.findIndex((known) => known.person === person);
        const old = phones[at];
        if (!old) return undefined;
        phones[at] = { ...old, readUpTo: Math.max(old.readUpTo, Math.min(upTo, of(person).length)) };
        return phoneOf(person);
      }),
  };
  // Each answer comes a tick later, as from a store, so that what runs side by side can get in each other's way.
  async function soon<T>(answer: () => T): Promise<T> {
    await Promise.resolve();
    if (memory.away) throw new Error('the store is away');
    return answer();
  }
  return memory;
}

/** Keeps bytes in memory by their hash. */
export function memoryMedia(): PhoneMedia {
  const files = new Map<string, { bytes: Uint8Array; mime: string }>();
  return {
    put: (bytes, mime) => {
      const id = sha256(bytes);
      files.set(id, { bytes, mime });
      return Promise.resolve(id);
    },
    get: (id) => Promise.resolve(files.get(id)),
  };
}
