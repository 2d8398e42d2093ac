import { captionOf, fileOf, keyboardOf, textOf } from './content.ts';
import type { Method } from './send-methods.ts';
import { bad, type Params, type TgMessage } from './shapes.ts';
import type { TgWorld } from './world.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** Methods that change or remove a message that was sent. */
export const EDIT_METHODS: Readonly<Record<string, Method>> = {
  editMessageText: (world, params) => {
    const text = textOf(params.fields);
    return edit(world, params, (old) => {
      if (old.text === undefined) throw bad('there is no text in the message to edit');
      return { text };
    });
  },
  editMessageCaption: (world, params) => {
    const caption = captionOf(params.fields);
    return edit(world, params, (old) => {
      if (!old.photo && !old.document) throw bad('there is no caption in the message to edit');
      return { ...pick(old, ['photo', 'document']), ...caption };
    });
  },
  editMessageMedia: (world, params) =>
    edit(world, params, () => {
      const media = params.fields.media as { type: 'photo' | 'document'; media: string; caption?: string };
      const file = fileOf(media.type, media.media, params, world.files);
      return { ...file, ...captionOf({ caption: media.caption }) };
    }),
  editMessageReplyMarkup: (world, params) => edit(world, params, (old) => pick(old, CONTENT)),
  deleteMessage: (world, { fields }) => {
    const room = world.chats.writable(fields.chat_id);
    if (!room.messages.delete(Number(fields.message_id))) throw bad('message to delete not found');
    return true;
  },
  deleteMessages: (world, { fields }) => {
    const room = world.chats.writable(fields.chat_id);
    for (const id of fields.message_ids as readonly number[]) room.messages.delete(Number(id));
    return true;
  },
};

// What an edit replaces; everything else of a message stays.
const CONTENT = ['text', 'caption', 'photo', 'document'] as const;

function edit(world: TgWorld, { fields }: Params, change: (old: TgMessage) => Partial<TgMessage>): TgMessage {
  const room = world.chats.writable(fields.chat_id);
  const old = room.messages.get(Number(fields.message_id));
  if (!old) throw bad('message to edit not found');
  if (old.from.id !== world.bot.id) throw bad("message can't be edited");
  const next = { ...change(old), ...keyboardOf(fields) };
  if (looks(old) === looks(next)) throw bad(NOT_MODIFIED);
  const { text: _t, caption: _c, photo: _p, document: _d, reply_markup: _r, ...kept } = old;
  return world.chats.edit(
    room,
    { ...kept, message_id: old.message_id, from: old.from, chat: old.chat, date: old.date },
    next,
  );
}

/** What a person sees of a message; two that look alike are the same to Telegram. */
const looks = (message: Partial<TgMessage>): string =>
  JSON.stringify([
    message.text,
    message.caption,
    message.photo?.at(-1)?.file_unique_id,
    message.document?.file_unique_id,
    message.reply_markup?.inline_keyboard,
  ]);

const pick = (message: TgMessage, names: readonly (typeof CONTENT)[number][]): Partial<TgMessage> =>
  Object.fromEntries(names.filter((name) => message[name] !== undefined).map((name) => [name, message[name]]));
