import type { OutMessage } from '../channels/channel.ts';
import type { ChatStore } from '../chats/chat-store.ts';
import type { Chats } from '../chats/chats.ts';
import { keysLieBelow } from '../chats/forget-mail.ts';
import type { MailDocument } from '../chats/mail-document.ts';
import type { MailStore } from '../chats/mail-store.ts';
import { type ChatId, keyOf, type PersonId, shortHash } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { Calls } from '../desks/calls/calls.ts';
import { say } from '../dialogue/texts.ts';
import type { HouseWords } from '../notices/house-words.ts';
import type { PrivateRoom } from '../shop/customers/privacy.ts';
import { MADE } from '../store/file-sweep.ts';
import type { Shop } from './build-shop.ts';
import type { House } from './open-house.ts';
import { mentionsOf, tracesOf } from './traces.ts';

export interface ChatsPrivacyDeps {
  readonly house: Pick<House, 'acts' | 'buried' | 'files'>;
  readonly shop: Shop;
  readonly chats: Pick<Chats, 'tell'>;
  readonly chatStore: ChatStore;
  readonly mail: MailStore;
  readonly calls: Calls;
  readonly words: HouseWords;
  /** The shop's language, for chats that chose none. */
  readonly language: Language;
}

/** Registers what chats, mail and calls hand out of a person and forget. */
export function registerChatsPrivacy(deps: ChatsPrivacyDeps): void {
  deps.shop.privateRooms.register(chatsPrivacy(deps));
  deps.shop.privateRooms.register(callsPrivacy(deps.calls, deps.shop));
}

/**
 * What chats and mail keep of a person: their own, and what others wrote about them. Their own chats are forgotten in their lanes,
 * by a word of the house, so that what is being said there is said first.
 */
function chatsPrivacy({ house, shop, chats, chatStore, mail, words, language }: ChatsPrivacyDeps): PrivateRoom {
  const chatsOf = async (person: PersonId): Promise<readonly ChatId[]> => (await shop.customers.mine(person)).chats;
  const othersThan = (own: readonly ChatId[]): ChatId[] =>
    [...new Set([...shop.staff.chatsOf('owner'), ...shop.staff.all().map(({ _id }) => _id)])].filter(
      (chat) => !own.includes(chat),
    );

  const farewell = (to: Language): OutMessage => ({
    text: say(words.texts, 'data.akhirnya-dihapus', to, { toko: words.shop().name }),
  });

  return {
    room: 'chats',
    goes: 'first',
    async collect(person) {
      const all = await Promise.all((await chatsOf(person)).map((chat) => mail.ofChat(chat)));
      return all.flat().flatMap(linesOf);
    },
    async erase(person, { key, waited }) {
      const own = await chatsOf(person);
      const mentions = mentionsOf(await tracesOf(shop, person));
      const others = othersThan(own);
      await mail.forgetMentions(others, mentions);
      for (const chat of others) {
        const there = await chatStore.load(chat);
        if (there && mentions(JSON.stringify([there.talk, there.shown, there.answers, there.doing])))
          await chats.tell(chat, { type: 'forget', what: 'talk' }, keyOf(key, 'talk', shortHash(chat)));
      }
      const keys = (await Promise.all(own.map((chat) => mail.ofChat(chat)))).flat().filter(wasWritten);
      const below = [...new Set(keys.map(({ _id }) => `${keysLieBelow(_id)}/`))];
      await house.acts.forget(
        (id, outcome) => below.some((chat) => id.startsWith(chat)) || mentions(JSON.stringify(outcome)),
      );
      await house.buried.forget(mentions);
      await house.files.dropAll(MADE);
      for (const chat of own) {
        const last = waited ? { last: farewell((await chatStore.load(chat))?.language ?? language) } : {};
        await chats.tell(chat, { type: 'forget', what: 'all', ...last }, keyOf(key, 'all', shortHash(chat)));
      }
    },
  };
}

/** What those who wait for a person keep of them. */
function callsPrivacy(calls: Calls, shop: Pick<Shop, 'customers'>): PrivateRoom {
  const idsOf = async (person: PersonId): Promise<readonly PersonId[]> => (await shop.customers.mine(person)).ids;
  return {
    room: 'calls',
    async collect(person) {
      const all = await Promise.all((await idsOf(person)).map((id) => calls.ofCustomer(id)));
      return all.flat().map(({ at, name, words, kind }) => ({ at: at.toISOString(), name, words, kind }));
    },
    async erase(person) {
      for (const id of await idsOf(person)) await calls.forget(id);
    },
  };
}

const wasWritten = (mail: MailDocument): boolean => mail.dir === 'in' && mail.by !== 'house';

/** Mail as the person can read it: what they wrote, and what they were told. */
function linesOf(mail: MailDocument): Json[] {
  const at = mail.at.toISOString();
  if (mail.dir === 'out') return [{ at, from: 'shop', text: mail.message.text }];
  if (mail.by === 'house') return [];
  const told = (mail.log ?? []).map((sent) => ({
    at: sent.at.toISOString(),
    from: 'shop',
    text: sent.message.text,
  }));
  return [{ at, from: mail.by, name: mail.name, ...sentBy(mail) }, ...told];
}

function sentBy({ body, file }: Extract<MailDocument, { dir: 'in' }>): { text?: string; file?: string } {
  const name = file?.type === 'stored' ? { file: file.file.name } : {};
  switch (body.type) {
    case 'text':
      return { text: body.text };
    case 'media':
      return { text: body.caption, ...name };
    case 'edited':
    case 'deleted':
      return { text: body.text ?? '' };
    case 'tap':
      return { text: `${body.verb} ${body.code}`.trim() };
    case 'place':
      return { text: `${body.lat}, ${body.lon}` };
    case 'cart':
      return { text: body.items.map(({ sku, quantity }) => `${quantity} x ${sku}`).join(', ') };
    case 'unsupported':
      return { text: body.kind };
    case 'hush':
    case 'resume':
    case 'forget':
      return {};
  }
}
