import type { Choice, OutMessage, StoredFile } from '../../channels/channel.ts';
import type { Turn, Who } from '../../chats/desk.ts';
import type { InMail, Push } from '../../chats/mail-document.ts';
import { asPersonId, type ChatId, type Key, keyOf } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import { cutText } from '../../core/text.ts';
import type { At } from '../../dialogue/action.ts';
import { type HouseWords, type Say, sayIn } from '../../notices/house-words.ts';
import { reasonIn } from '../../notices/reason-words.ts';
import { tidyText } from '../../notices/tidy-text.ts';
import type { Listeners } from '../../notices/told.ts';
import type { Customers } from '../../shop/customers/customers.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Call, CallKind } from './call.ts';
import type { Calls } from './calls.ts';
import { mapLink } from './map-link.ts';

export interface HandToOwnersDeps {
  readonly house: HouseWords;
  readonly calls: Pick<Calls, 'open' | 'ofChat'>;
  readonly customers: Pick<Customers, 'find'>;
  readonly orders: Pick<Orders, 'list'>;
  readonly listeners: Pick<Listeners, 'owners'>;
  readonly push: (push: Push) => Promise<void>;
}

/** What a customer wants of a person. */
interface Wish {
  readonly what: CallKind;
  readonly order?: string;
  readonly words: string;
  /** What they sent that has no words: a sticker, a contact; said in the language of whoever is told. */
  readonly thing?: string;
  /** What they sent along: a voice note, a photo. */
  readonly files?: readonly StoredFile[];
}

/** The way from customers to the people of the shop; each step, repeated, tells them once. */
export interface HandToOwners {
  /** A wish from a customer's talk with the bot. */
  ask(wish: Wish, at: At): Promise<void>;
  /** What a customer writes while the bot is silent. */
  relay(turn: Turn, who: Who): Promise<void>;
  /** Somebody has waited for an answer for long. */
  stillWaits(call: Call, key: Key): Promise<void>;
}

/** Creates the way from customers to the people of the shop. */
export function createHandToOwners(deps: HandToOwnersDeps): HandToOwners {
  const nameOf = async (customer: string, shown?: string): Promise<string> => {
    const name = (await deps.customers.find(asPersonId(customer)))?.name ?? '';
    return name === '' ? (shown ?? '') : name;
  };
  const orderOf = async (customer: string): Promise<string | undefined> =>
    (await deps.orders.list({ customer, states: ['placed'], limit: 1 }))[0]?._id;

  const openCall = async (wish: Wish, chat: ChatId, customer: string, key: Key, shown?: string): Promise<Call> => {
    const name = await nameOf(customer, shown);
    const order = wish.order ?? (await orderOf(customer));
    return deps.calls.open({ kind: wish.what, chat, customer, name, order, words: wish.words }, key);
  };

  // What is kept of a call has words, in the language of the first who is told.
  const inWords = async (wish: Wish): Promise<Wish> => {
    const [owner] = wish.thing === undefined ? [] : await deps.listeners.owners();
    if (wish.thing === undefined || owner === undefined) return wish;
    return { ...wish, words: sentThing(wish.thing, sayIn(deps.house, owner.language)) };
  };

  // key: <the message>/<what is told>/<owner's chat>, so that a repeated turn tells nobody twice
  const tell = async (key: Key, call: Call, draw: (say: Say, language: Language) => OutMessage): Promise<void> => {
    for (const { chat, language } of await deps.listeners.owners()) {
      await deps.push({
        _id: keyOf(key, 'call', chat),
        chat,
        message: { ...draw(sayIn(deps.house, language), language), about: call._id, relays: true },
        thread: `call/${call._id}`,
        about: call._id,
        rank: 'exception',
      });
    }
  };

  return {
    async ask(wish, at) {
      const call = await openCall(await inWords(wish), at.chat, at.who.id, at.key);
      await tell(at.key, call, (say, language) => ({
        text: tidyText(
          say(`panggilan.${wish.what}`, {
            siapa: whoIs(call, say),
            kata:
              wish.thing === undefined
                ? quoted(reasonIn(deps.house, language, wish.words))
                : sentThing(wish.thing, say),
          }),
        ),
        choices: callChoices(call, say),
      }));
      for (const [i, file] of (wish.files ?? []).entries()) {
        await tell(keyOf(at.key, i), call, (say) => ({ text: whoIs(call, say), file }));
      }
    },
    async relay({ run, chat }, who) {
      for (const mail of run.filter(({ by }) => by === 'person')) {
        const words = wordsOf(mail);
        const thing = mail.body.type === 'unsupported' ? mail.body.kind : undefined;
        const file = mail.file?.type === 'stored' ? mail.file.file : undefined;
        if (words === undefined && thing === undefined && file === undefined) continue;
        const wish: Wish = { what: 'message', words: words ?? '', ...(thing !== undefined && { thing }) };
        const call = await openCall(await inWords(wish), chat.id, who.id, mail._id, chat.name);
        await tell(mail._id, call, (say) => ({
          text: `💬 ${whoIs(call, say)}:\n${words ?? (thing === undefined ? say('panggilan.berkas') : sentThing(thing, say))}`,
          ...(file && { file }),
          choices: callChoices(call, say),
        }));
      }
    },
    async stillWaits(call, key) {
      await tell(key, call, (say, language) => ({
        text: tidyText(
          say('panggilan.masih', {
            siapa: whoIs(call, say),
            kata: quoted(reasonIn(deps.house, language, call.words)),
          }),
        ),
        choices: callChoices(call, say),
      }));
    },
  };
}

/** Who calls: name, and the order in question. */
export const whoIs = ({ name, order }: Pick<Call, 'name' | 'order'>, say: Say): string => {
  const called = name === '' ? say('panggilan.tanpa-nama') : name;
  return order === undefined ? called : `${called} (${order})`;
};

/** What the owner can do with a call from its message. */
export function callChoices(call: Call, say: Say): readonly Choice[] {
  const one = (verb: string, label: string, code: string): Choice => ({
    label: say(`panggilan.tombol-${label}`),
    tap: { verb, code },
    word: `${verb} ${code}`,
    row: 1,
  });
  return [
    one('balas', 'balas', call._id),
    ...(call.order === undefined ? [] : [one('lihat', 'pesanan', call.order)]),
    one('lanjut', 'lanjut', call._id),
  ];
}

function wordsOf({ body }: InMail): string | undefined {
  switch (body.type) {
    case 'text':
      return body.text;
    case 'edited':
      return body.text;
    case 'media':
      return body.caption === '' ? undefined : body.caption;
    case 'tap':
      return `${body.verb} ${body.code}`;
    case 'place':
      return mapLink(`${body.lat},${body.lon}`);
    case 'cart':
      return body.items.map(({ sku, quantity }) => `${quantity} x ${sku}`).join('\n');
    case 'unsupported':
    case 'deleted':
    case 'hush':
    case 'resume':
    case 'forget':
      return undefined;
  }
}

/** A thing without words, by its kind as channels name it. */
const sentThing = (kind: string, say: Say): string =>
  say(`panggilan.kirim-${THINGS.find((thing) => thing === kind) ?? 'lain'}`);
const THINGS = ['sticker', 'contact', 'poll'] as const;

const quoted = (words: string): string => (words === '' ? '' : `“${cutText(words, 600)}”`);
