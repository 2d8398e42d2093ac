// @ts-check
import { computed, effect, signal } from '@preact/signals';

/** @import { BoardRow, Chat, Kind, Message, Pending, Phone, Tab } from './types.d.ts' */

export const shop = signal('Toko');
export const timezone = signal('Asia/Jakarta');
export const phones = signal(/** @type {Phone[]} */ ([]));
/** Chats by person, as far as they were loaded. */
export const chats = signal(/** @type {Record<string, Chat>} */ ({}));
export const pending = signal(/** @type {Pending[]} */ ([]));
/** Undefined until the board was asked for once. */
export const board = signal(/** @type {BoardRow[] | undefined} */ (undefined));
/** Who waits for an answer of the shop. */
export const typing = signal(/** @type {ReadonlySet<string>} */ (new Set()));
export const line = signal(/** @type {'connecting' | 'open' | 'lost'} */ ('connecting'));
/** A sentence at the foot of the page, gone after a while. */
export const notice = signal('');
/** How far the shop's time is ahead of this machine's, in ms. */
export const ahead = signal(0);

/** Which person's phone is shown of each kind; kept, so that a reload changes nothing. */
export const shown = signal(
  /** @type {Record<Kind, string>} */ ({
    customer: localStorage.getItem('pesan-customer') ?? 'pembeli-1',
    supplier: localStorage.getItem('pesan-supplier') ?? 'pemasok-1',
    owner: 'pemilik',
  }),
);
export const tab = signal(/** @type {Tab} */ ('customer'));

effect(() => {
  localStorage.setItem('pesan-customer', shown.value.customer);
  localStorage.setItem('pesan-supplier', shown.value.supplier);
});

/** @type {(kind: Kind) => Phone[]} */
export const phonesOf = (kind) => phones.value.filter((phone) => phone.kind === kind);

/** Unread messages of each kind of phone. */
export const unread = computed(() => {
  const count = { customer: 0, owner: 0, supplier: 0 };
  for (const phone of phones.value) count[phone.kind] += phone.unread;
  return count;
});

/** Puts a phone in the place of what was known of it. @param {Phone} phone */
export function putPhone(phone) {
  const known = phones.value.some(({ person }) => person === phone.person);
  phones.value = known
    ? phones.value.map((old) => (old.person === phone.person ? phone : old))
    : [...phones.value, phone];
}

/** Takes in messages of one chat, in any order and as often as they come. @param {string} person @param {Message[]} messages @param {boolean} [more] */
export function putMessages(person, messages, more) {
  const chat = chats.value[person] ?? { messages: [], more: false };
  const byId = new Map(chat.messages.map((message) => [message.id, message]));
  for (const message of messages) byId.set(message.id, message);
  const sorted = [...byId.values()].sort((a, b) => a.id - b.id);
  chats.value = { ...chats.value, [person]: { messages: sorted, more: more ?? chat.more } };
}

/** @param {string} person @param {boolean} on */
export function setTyping(person, on) {
  if (typing.value.has(person) === on) return;
  const next = new Set(typing.value);
  if (on) next.add(person);
  else next.delete(person);
  typing.value = next;
}

/** @param {string} text */
export function say(text) {
  notice.value = text;
  setTimeout(() => {
    if (notice.value === text) notice.value = '';
  }, 6_000);
}
