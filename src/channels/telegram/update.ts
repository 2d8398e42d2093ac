import { z } from 'zod';

// Only what the house reads is described; Telegram adds fields whenever it likes.
const Person = z.object({
  id: z.number(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});

// Seconds, as far as a Date reaches.
const Seconds = z.int().min(0).max(8_640_000_000_000);

const Chat = z.object({ id: z.number(), type: z.string() });

const File = z.object({
  file_id: z.string(),
  file_size: z.number().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
});

const MessageShape = z.object({
  message_id: z.number(),
  date: Seconds,
  edit_date: Seconds.optional(),
  chat: Chat,
  from: Person.optional(),
  sender_chat: Chat.optional(),
  via_bot: Person.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  /** Where a forwarded message came from; that it is there is all that is read. */
  forward_origin: z.unknown().optional(),
  reply_to_message: z.object({ message_id: z.number() }).optional(),
  photo: z.array(File.extend({ width: z.number(), height: z.number() })).optional(),
  document: File.optional(),
  animation: File.optional(),
  voice: File.optional(),
  audio: File.optional(),
  video: File.optional(),
  video_note: File.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number(), live_period: z.number().optional() }).optional(),
});

const Callback = z.object({
  id: z.string(),
  from: Person,
  // An old message comes without content, but with its id and chat.
  message: z.object({ message_id: z.number(), chat: Chat }).optional(),
  data: z.string().optional(),
});

const Member = z.object({
  chat: Chat,
  new_chat_member: z.object({ status: z.string() }).optional(),
});

const Update = z.object({
  message: MessageShape.loose().optional(),
  edited_message: MessageShape.loose().optional(),
  callback_query: Callback.optional(),
  my_chat_member: Member.optional(),
});

export type TelegramMessage = z.infer<typeof MessageShape>;
export type TelegramCallback = z.infer<typeof Callback>;
export type TelegramMember = z.infer<typeof Member>;
export type TelegramUpdate = z.infer<typeof Update>;

/** The kinds of update the bot asks for; everything else never leaves Telegram. */
export const ASKED_FOR = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Reads what Telegram sent; undefined when it has no shape we know. */
export function parseUpdate(raw: unknown): TelegramUpdate | undefined {
  const parsed = Update.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** The bot's numeric id: the part of its token before the colon. */
export const accountOf = (token: string): string => token.split(':')[0] ?? '';
