import type { Files } from './files.ts';
import { asText, bad, type Params, type TgKeyboard, type TgMessage, type Upload } from './shapes.ts';

const MAX_TEXT = 4_096;
const MAX_CAPTION = 1_024;
const MAX_DATA_BYTES = 64;
const MAX_BUTTONS = 100;
const MAX_IN_ROW = 8;

/** The text of a call, as Telegram lets it through. */
export function textOf(fields: Params['fields']): string {
  const text = plain(fields.text);
  if (text.trim() === '') throw bad('message text is empty');
  if (text.length > MAX_TEXT) throw bad('message is too long');
  return text;
}

export function captionOf(fields: Params['fields']): { readonly caption?: string } {
  const caption = plain(fields.caption);
  if (caption.length > MAX_CAPTION) throw bad('message caption is too long');
  return caption === '' ? {} : { caption };
}

/** The keyboard under a message; an empty one is none. */
export function keyboardOf(fields: Params['fields']): { readonly reply_markup?: TgKeyboard } {
  const markup = fields.reply_markup as TgKeyboard | undefined;
  if (!markup?.inline_keyboard?.length) return {};
  const buttons = markup.inline_keyboard.flat();
  if (buttons.length > MAX_BUTTONS || markup.inline_keyboard.some((row) => row.length > MAX_IN_ROW)) {
    throw bad('reply markup is too long');
  }
  for (const button of buttons) {
    if (plain(button.text).trim() === '') throw bad('inline keyboard button text must be non-empty');
    if (button.url !== undefined) continue;
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if (bytes < 1 || bytes > MAX_DATA_BYTES) throw bad('BUTTON_DATA_INVALID');
  }
  return { reply_markup: markup };
}

/** The picture or file of a call: uploaded as its part, under `attach://`, or named by a file id. */
export function fileOf(kind: 'photo' | 'document', value: unknown, params: Params, files: Files): Partial<TgMessage> {
  const upload = uploadOf(kind, value, params, files);
  return kind === 'photo'
    ? { photo: files.photo(upload.bytes) }
    : { document: files.document(upload.bytes, upload.name, upload.mime) };
}

function uploadOf(kind: string, value: unknown, params: Params, files: Files): Upload {
  const direct = params.uploads.get(kind);
  if (direct) return direct;
  const name = asText(value);
  const attached = name.startsWith('attach://') ? params.uploads.get(name.slice('attach://'.length)) : undefined;
  if (attached) return attached;
  const bytes = files.bytesOf(name);
  if (!bytes) throw bad(`there is no ${kind} in the request`);
  return { bytes, name: 'file.dat', mime: 'application/octet-stream' };
}

function plain(value: unknown): string {
  const text = asText(value);
  if (!text.isWellFormed()) throw bad('strings must be encoded in UTF-8');
  return text;
}
