import { GrammyError } from 'grammy';
import { cutText } from '../../core/text.ts';
import type { OutMessage, SendOutcome } from '../channel.ts';
import { keyboardOf, MAX_CAPTION, MAX_TEXT } from './parts.ts';
import { asPhotoOrFile, openFile, type SendDeps } from './send-part.ts';

/** Edits the message that this one replaces; undefined when there is none to edit and it must be sent anew. */
export async function editMessage(
  deps: SendDeps,
  chat: number,
  message: OutMessage,
  limit: AbortSignal,
): Promise<SendOutcome | undefined> {
  const ref = message.replaces;
  const id = Number(ref ?? '');
  if (ref === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined;
  try {
    await edit(deps, { chat, id }, message, limit);
    return { type: 'sent', ref };
  } catch (error) {
    if (says(error, /message is not modified/)) return { type: 'sent', ref };
    if (says(error, /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/)) return undefined;
    throw error;
  }
}

async function edit(
  { line, readFile, log }: SendDeps,
  { chat, id }: { readonly chat: number; readonly id: number },
  message: OutMessage,
  limit: AbortSignal,
): Promise<void> {
  const api = line.api(limit);
  const { rows, lines } = keyboardOf(message.choices ?? []);
  const more = { reply_markup: { inline_keyboard: rows } };
  const text = [message.text.toWellFormed(), ...lines].filter((part) => part !== '').join('\n');
  const upload = message.file && text.length <= MAX_CAPTION ? await openFile(readFile, message.file) : undefined;
  if (upload) {
    await asPhotoOrFile(upload, {
      photo: async (media) => await api.editMessageMedia(chat, id, { type: 'photo', media, caption: text }, more),
      document: async (media) => await api.editMessageMedia(chat, id, { type: 'document', media, caption: text }, more),
    });
    return;
  }
  if (message.file) log.warn({ ref: id, file: message.file.id }, 'a message is edited without its file');
  try {
    await api.editMessageText(chat, id, cutText(text, MAX_TEXT), {
      ...more,
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    // A card with a picture has a caption and no text.
    if (!says(error, /no text in the message/)) throw error;
    await api.editMessageCaption(chat, id, { ...more, caption: cutText(text, MAX_CAPTION) });
  }
}

const says = (error: unknown, what: RegExp): boolean => error instanceof GrammyError && what.test(error.description);
