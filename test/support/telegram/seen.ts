import type { TgMessage } from './shapes.ts';
import type { TgWorld } from './world.ts';

/** A message as a person sees it now. */
export interface Seen {
  readonly id: number;
  readonly from: 'me' | 'bot';
  /** The text, or the caption of a picture or file. */
  readonly text: string;
  /** Labels of the buttons, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly photo?: Buffer;
  readonly document?: { readonly name: string; readonly mime: string; readonly bytes: Buffer };
  /** The id of the message it answers. */
  readonly quotes?: number;
  readonly edited: boolean;
}

/** Shows a message as its reader sees it. */
export function seen(message: TgMessage, { files, bot }: TgWorld): Seen {
  const { document, photo } = message;
  const picture = files.bytesOf(photo?.at(-1)?.file_id ?? '');
  return {
    id: message.message_id,
    from: message.from.id === bot.id ? 'bot' : 'me',
    text: message.text ?? message.caption ?? '',
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text)),
    edited: message.edit_date !== undefined,
    ...(picture && { photo: picture }),
    ...(document && {
      document: {
        name: document.file_name ?? '',
        mime: document.mime_type ?? '',
        bytes: files.bytesOf(document.file_id) ?? Buffer.alloc(0),
      },
    }),
    ...(message.reply_to_message && { quotes: message.reply_to_message.message_id }),
  };
}
