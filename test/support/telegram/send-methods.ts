import type { TgRoom } from './chats.ts';
import { captionOf, fileOf, keyboardOf, textOf } from './content.ts';
import { bad, type Params, type TgMessage } from './shapes.ts';
import type { TgWorld } from './world.ts';

/** A method of the Bot API: what it answers, or a thrown refusal. */
export type Method = (world: TgWorld, params: Params) => unknown;

/** Methods that put a new message into a chat. */
export const SEND_METHODS: Readonly<Record<string, Method>> = {
  sendMessage: (world, params) => post(world, params, { text: textOf(params.fields) }),
  sendPhoto: (world, params) => postFile(world, params, 'photo'),
  sendDocument: (world, params) => postFile(world, params, 'document'),
  sendMediaGroup: (world, params) => {
    const media = params.fields.media as readonly { type: 'photo' | 'document'; media: string; caption?: string }[];
    if (media.length < 2 || media.length > 10) throw bad('wrong number of items in the album');
    const media_group_id = `album-${world.album++}`;
    return media.map((item) => {
      const file = fileOf(item.type, item.media, params, world.files);
      return post(world, params, { ...file, ...captionOf({ caption: item.caption }), media_group_id });
    });
  },
  copyMessage: (world, params) => {
    const { message_id: _id, from: _from, chat: _chat, date: _date, ...content } = original(world, params);
    return { message_id: post(world, params, content).message_id };
  },
  forwardMessage: (world, params) => {
    const { message_id: _id, chat: _chat, from, date, ...content } = original(world, params);
    return post(world, params, { ...content, forward_origin: { type: 'user', sender_user: from, date } });
  },
  sendChatAction: (world, { fields }) => world.chats.writable(fields.chat_id) !== undefined,
};

function postFile(world: TgWorld, params: Params, kind: 'photo' | 'document'): TgMessage {
  const caption = captionOf(params.fields);
  world.chats.writable(params.fields.chat_id);
  return post(world, params, { ...fileOf(kind, params.fields[kind], params, world.files), ...caption });
}

function post(world: TgWorld, { fields }: Params, content: Partial<TgMessage>): TgMessage {
  const room = world.chats.writable(fields.chat_id);
  if (fields.message_thread_id !== undefined) throw bad('message thread not found');
  return world.chats.post(room, world.bot, { ...content, ...keyboardOf(fields), ...quoted(room, fields) });
}

function quoted(room: TgRoom, fields: Params['fields']): Partial<TgMessage> {
  const reply = fields.reply_parameters as { message_id: number; allow_sending_without_reply?: boolean } | undefined;
  if (!reply) return {};
  const message = room.messages.get(reply.message_id);
  if (message) return { reply_to_message: message };
  if (reply.allow_sending_without_reply) return {};
  throw bad('message to be replied not found');
}

function original(world: TgWorld, { fields }: Params): TgMessage {
  const room = world.chats.known(fields.from_chat_id);
  const message = room.messages.get(Number(fields.message_id));
  if (!message) throw bad('message to copy not found');
  return message;
}
