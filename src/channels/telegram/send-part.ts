import { type Api, GrammyError, InputFile } from 'grammy';
import type { Key } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { PlatformRef, ReadFile, StoredFile } from '../channel.ts';
import type { Line } from './line.ts';
import type { Part } from './parts.ts';

export interface SendDeps {
  readonly line: Line;
  readonly readFile: ReadFile;
  readonly log: Logger;
}

/** Sends one message of Telegram's; undefined when there was nothing left to send. */
export async function sendPart(
  { line, readFile, log }: SendDeps,
  { chat, key }: { readonly chat: number; readonly key: Key },
  part: Part,
  limit: AbortSignal,
): Promise<PlatformRef | undefined> {
  const api = line.api(limit);
  if (part.type === 'text') return await sendText(api, chat, part.text, part.rows);
  const upload = await openFile(readFile, part.file);
  if (upload) return await sendFile(api, chat, upload, part);
  log.warn({ key, file: part.file.id }, 'a file to send is not there; its text goes alone');
  return part.caption === '' ? undefined : await sendText(api, chat, part.caption, part.rows);
}

async function sendText(api: Api, chat: number, text: string, rows: Part['rows']): Promise<PlatformRef> {
  const sent = await api.sendMessage(chat, text, {
    reply_markup: { inline_keyboard: rows },
    // A link in a person's own words is not opened for everybody who reads them.
    link_preview_options: { is_disabled: true },
  });
  return String(sent.message_id);
}

async function sendFile(
  api: Api,
  chat: number,
  upload: Upload,
  { caption, rows }: Part & { type: 'file' },
): Promise<PlatformRef> {
  const more = { caption, reply_markup: { inline_keyboard: rows } };
  const sent = await asPhotoOrFile(upload, {
    photo: async (input) => (await api.sendPhoto(chat, input, more)).message_id,
    document: async (input) => (await api.sendDocument(chat, input, more)).message_id,
  });
  return String(sent);
}

/** A stored file ready to leave. */
export interface Upload {
  readonly isPhoto: boolean;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PHOTOS = ['image/jpeg', 'image/png', 'image/webp'];
const MAX_PHOTO_BYTES = 10 << 20;

export async function openFile(readFile: ReadFile, file: StoredFile): Promise<Upload | undefined> {
  const bytes = await readFile(file.id);
  if (!bytes) return undefined;
  const isPhoto = PHOTOS.includes(file.mime) && bytes.length <= MAX_PHOTO_BYTES;
  return { isPhoto, name: plainName(file.name), bytes };
}

/** Sends a picture as a photo where Telegram takes it, anything else as a file. */
export async function asPhotoOrFile<T>(
  { isPhoto, name, bytes }: Upload,
  send: { readonly photo: (input: InputFile) => Promise<T>; readonly document: (input: InputFile) => Promise<T> },
): Promise<T> {
  if (!isPhoto) return await send.document(new InputFile(bytes, name));
  try {
    return await send.photo(new InputFile(bytes, name));
  } catch (error) {
    // Too big, too long or too thin for a photo; as a file anything goes.
    const refused = error instanceof GrammyError && /PHOTO|IMAGE_PROCESS|too big/i.test(error.description);
    if (!refused) throw error;
    return await send.document(new InputFile(bytes, name));
  }
}

// grammY writes the name without quotes into the head of its part, so it must be one plain word.
function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '_')
    .replace(/^[._]+/, '')
    .slice(-80);
  return plain === '' ? 'file' : plain;
}
