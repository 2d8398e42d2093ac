import type { Method } from './send-methods.ts';
import { asText, bad, type Params } from './shapes.ts';
import type { Menu, TgWorld } from './world.ts';

const TAP_MS = 150_000;

/** Methods about the bot itself, its menus, its files and the taps it answers. */
export const BOT_METHODS: Readonly<Record<string, Method>> = {
  getMe: (world) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
  logOut: () => true,
  close: () => true,
  setMyCommands: (world, params) => {
    const scope = scopeOf(world, params);
    world.menus.set(scope, params.fields.commands as Menu);
    return true;
  },
  getMyCommands: (world, params) => world.menus.get(scopeOf(world, params)) ?? [],
  deleteMyCommands: (world, params) => {
    world.menus.delete(scopeOf(world, params));
    return true;
  },
  setChatMenuButton: () => true,
  answerCallbackQuery: (world, { fields }) => {
    const tap = world.taps.get(asText(fields.callback_query_id));
    if (!tap || world.nowMs() - tap.at > TAP_MS) {
      throw bad('query is too old and response timeout expired or query ID is invalid');
    }
    tap.answer = fields.text === undefined ? {} : { text: asText(fields.text) };
    return true;
  },
  getFile: (world, { fields }) => world.files.describe(asText(fields.file_id)),
  getChat: (world, { fields }) => world.chats.known(fields.chat_id).chat,
  getChatMember: (world, { fields }) => ({
    status: 'member',
    user: world.chats.known(fields.user_id).user,
  }),
  getChatAdministrators: () => {
    throw bad('there are no administrators in the private chat');
  },
  pinChatMessage: (world, { fields }) => world.chats.writable(fields.chat_id) !== undefined,
  unpinChatMessage: (world, { fields }) => world.chats.writable(fields.chat_id) !== undefined,
  createForumTopic: () => {
    throw bad('the chat is not a forum');
  },
  leaveChat: (world, { fields }) => {
    world.left.push(Number(fields.chat_id));
    return true;
  },
};

function scopeOf(world: TgWorld, { fields }: Params): string {
  const scope = (fields.scope ?? { type: 'default' }) as { type: string; chat_id?: number };
  if (scope.chat_id !== undefined) world.chats.known(scope.chat_id);
  const place = scope.chat_id === undefined ? scope.type : `${scope.type}:${scope.chat_id}`;
  return `${place}/${asText(fields.language_code)}`;
}
