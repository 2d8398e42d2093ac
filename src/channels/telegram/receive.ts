import { type Key, keyOf, shortHash } from '../../core/ids.ts';
import type { ChatAddress, InBody, InMessage } from '../channel.ts';
import { bodyOf } from './body.ts';
import { readTap } from './buttons.ts';
import { parseUpdate, type TelegramCallback, type TelegramMember, type TelegramMessage } from './update.ts';

/** What an update means to the house. */
export type Received =
  /** A person wrote or tapped; `answer` is the tap Telegram waits to hear about. */
  | { readonly type: 'message'; readonly message: InMessage; readonly answer?: string }
  /** Nothing for us; logged once a chat. `leave`: a group somebody put the bot into. */
  | {
      readonly type: 'passed-over';
      readonly kind: string;
      readonly chat?: number;
      readonly leave?: boolean;
      readonly answer?: string;
    };

/** Reads one update as Telegram sent it; only a person in a private chat is heard. */
export function receive(raw: unknown, at: { readonly account: string; readonly now: Date }): Received {
  const update = parseUpdate(raw);
  if (!update) return { type: 'passed-over', kind: 'unreadable' };
  if (update.message) return fromMessage(update.message, at.account);
  if (update.edited_message) return fromEdit(update.edited_message, at.account);
  if (update.callback_query) return fromTap(update.callback_query, at);
  if (update.my_chat_member) return fromMember(update.my_chat_member);
  return { type: 'passed-over', kind: 'not asked for' };
}

function fromMessage(message: TelegramMessage, account: string): Received {
  const stranger = notAPerson(message);
  if (stranger) return stranger;
  const body = bodyOf(message);
  if (!body) return { type: 'passed-over', kind: 'service', chat: message.chat.id };
  const id = String(message.message_id);
  return { type: 'message', message: inMessage(message, account, id, message.date, body) };
}

function fromEdit(message: TelegramMessage, account: string): Received {
  const stranger = notAPerson(message);
  if (stranger) return stranger;
  const text = message.text ?? message.caption;
  // A live location moves by edits; its first place was enough.
  if (text === undefined) return { type: 'passed-over', kind: 'edit without text', chat: message.chat.id };
  const date = message.edit_date ?? message.date;
  const of = messageKey(addressFor(account, message.chat.id), String(message.message_id));
  const id = `${message.message_id}/e${date}`;
  return { type: 'message', message: inMessage(message, account, id, date, { type: 'edited', of, text }) };
}

function fromTap(tap: TelegramCallback, at: { readonly account: string; readonly now: Date }): Received {
  const chat = tap.message?.chat;
  if (!tap.message || chat?.type !== 'private' || chat.id !== tap.from.id) {
    return { type: 'passed-over', kind: 'tap elsewhere', ...(chat && { chat: chat.id }), answer: tap.id };
  }
  const said = readTap(tap.data ?? '');
  if (!said) return { type: 'passed-over', kind: 'tap of no button of ours', chat: chat.id, answer: tap.id };
  const address = addressFor(at.account, chat.id);
  const message: InMessage = {
    key: messageKey(address, `t${tap.id}`),
    chat: address,
    by: 'person',
    // A tap carries no time of its own.
    sentAt: at.now,
    ...named(tap.from),
    quotes: String(tap.message.message_id),
    body: { type: 'tap', ...said },
  };
  return { type: 'message', message, answer: tap.id };
}

function fromMember({ chat, new_chat_member: member }: TelegramMember): Received {
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  const present = member?.status !== 'left' && member?.status !== 'kicked';
  return { type: 'passed-over', kind: `member of ${chat.type}`, chat: chat.id, leave: isGroup && present };
}

/** Groups, channels, other bots and messages sent through them are nobody to us. */
function notAPerson({ chat, from, sender_chat, via_bot }: TelegramMessage): Received | undefined {
  if (chat.type !== 'private') {
    const leave = chat.type === 'group' || chat.type === 'supergroup';
    return { type: 'passed-over', kind: chat.type, chat: chat.id, leave };
  }
  if (!from || from.id !== chat.id || from.is_bot || sender_chat || via_bot) {
    return { type: 'passed-over', kind: 'not a person', chat: chat.id };
  }
  return undefined;
}

function inMessage(from: TelegramMessage, account: string, id: string, seconds: number, body: InBody): InMessage {
  const chat = addressFor(account, from.chat.id);
  return {
    key: messageKey(chat, id),
    chat,
    by: 'person',
    sentAt: new Date(seconds * 1_000),
    ...named(from.from),
    ...(from.reply_to_message && { quotes: String(from.reply_to_message.message_id) }),
    ...(from.forward_origin !== undefined && { forwarded: true as const }),
    ...(from.media_group_id !== undefined && { album: from.media_group_id }),
    body,
  };
}

const addressFor = (account: string, chat: number): ChatAddress => ({
  channel: 'telegram',
  account,
  person: String(chat),
});

// key: telegram/<account>/<hash of the chat>/<message id>, with /e<edit date> for an edit; t<callback id> for a tap
const messageKey = (at: ChatAddress, id: string): Key => keyOf(at.channel, at.account, shortHash(at.person), id);

function named(person: TelegramMessage['from']): { readonly name?: string } {
  const name = [person?.first_name, person?.last_name].filter((part) => part !== undefined && part !== '').join(' ');
  return name === '' ? {} : { name };
}
