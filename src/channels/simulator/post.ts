import type { Clock } from '../../core/clock.ts';
import { keyOf, shortHash } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { chatIdOf } from '../channel.ts';
import type { ChatMessage, ChatTap, PhoneLog, PhoneMedia } from './phones.ts';

/** What a person does on a phone of the page: writes, sends a file, or taps a button. */
export interface Posted {
  readonly person: string;
  /** Made by the page once a message, so that a message posted again after a lost answer is the same one. */
  readonly id: string;
  readonly text: string;
  readonly file?: { readonly bytes: Uint8Array; readonly mime: string; readonly name: string };
  readonly tap?: ChatTap;
  readonly quotes?: number;
  readonly album?: string;
}

export type PostRefused = { readonly code: 'unknown-phone' | 'unknown-message' };

/** Keeps what was posted as a message that waits for the desk. */
export async function keepPosted(
  deps: { readonly account: string; readonly phones: PhoneLog; readonly media: PhoneMedia; readonly clock: Clock },
  posted: Posted,
): Promise<Result<ChatMessage, PostRefused>> {
  const { person, text, file, tap, quotes, album } = posted;
  if (!(await deps.phones.phone(person))) return err({ code: 'unknown-phone' });
  const about = tap?.on ?? quotes;
  if (about !== undefined && !(await deps.phones.message(person, about))) return err({ code: 'unknown-message' });
  // key: <channel>/<account>/<hash of the chat>/<the page's id>
  const chat = chatIdOf({ channel: 'simulator', account: deps.account, person });
  const key = keyOf('simulator', deps.account, shortHash(chat), posted.id);
  const message = await deps.phones.add({
    person,
    key,
    from: 'person',
    at: deps.clock.now(),
    text,
    state: 'waiting',
    ...(file && {
      file: {
        id: await deps.media.put(file.bytes, file.mime),
        mime: file.mime,
        name: file.name,
        size: file.bytes.byteLength,
      },
    }),
    ...(tap && { tap }),
    ...(quotes !== undefined && { quotes }),
    ...(album !== undefined && { album }),
  });
  return ok(message);
}
