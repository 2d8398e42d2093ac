import { type Clock, SECOND } from '../../core/clock.ts';
import type { Key } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { ChatAddress, FetchOutcome, MediaRef, OutMessage, SendOutcome } from '../channel.ts';
import type { ChatMessage, PhoneLog, PhoneMedia } from './phones.ts';
import type { Typing } from './typing.ts';

/** What the next send comes to instead of `sent`, for tests; after `unknown` the bytes did arrive. */
export type Faults = () => Exclude<SendOutcome, { type: 'sent' }> | undefined;

interface SendDeps {
  readonly account: string;
  readonly phones: PhoneLog;
  readonly media: PhoneMedia;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tell: (message: ChatMessage) => void;
  readonly typing: Typing;
  readonly faults: Faults | undefined;
}

/** Shows a message on a phone; the same key again shows nothing new and gives the same ref. */
export async function sendToPhone(
  deps: SendDeps,
  to: ChatAddress,
  message: OutMessage,
  key: Key,
  stop?: AbortSignal,
): Promise<SendOutcome> {
  if (stop?.aborted) return { type: 'retry', afterMs: SECOND, reason: 'stopped before anything was sent' };
  const fault = deps.faults?.();
  if (fault && fault.type !== 'unknown') return fault;
  if (to.channel !== 'simulator' || to.account !== deps.account) return { type: 'refused', reason: 'no-such-address' };
  try {
    if (!(await deps.phones.phone(to.person))) return { type: 'refused', reason: 'no-such-address' };
    const shown = await show(deps, to.person, message, key);
    if (!shown) return { type: 'refused', reason: 'bad-request' };
    deps.typing.end(to.person);
    deps.tell(shown);
    return fault ?? { type: 'sent', ref: String(shown.id) };
  } catch (err) {
    // Only the store can fail here; the key makes a second try harmless whether or not the first one was kept.
    deps.log.warn({ key, err }, 'a message for the page could not be kept');
    return { type: 'retry', afterMs: SECOND, reason: 'the store is away' };
  }
}

/** Edits the message that is to be replaced, or adds one; undefined when there is nothing to show. */
async function show(
  { phones, media, clock }: SendDeps,
  person: string,
  message: OutMessage,
  key: Key,
): Promise<ChatMessage | undefined> {
  const { choices = [], replaces } = message;
  const text = message.text.toWellFormed();
  const found = message.file && (await media.get(message.file.id));
  // A file that is gone does not keep back the words that came with it.
  const file = message.file && found && { file: { ...message.file, size: found.bytes.byteLength } };
  if (text === '' && !file) return undefined;
  const at = clock.now();
  const old = replaces === undefined ? Number.NaN : Number(replaces);
  const edited = Number.isSafeInteger(old)
    ? await phones.edit(person, old, { text, choices, editedAt: at, ...file })
    : undefined;
  return edited ?? phones.add({ person, key, from: 'shop', at, text, state: 'done', choices, ...file });
}

/** Hands out the bytes of what a person sent. */
export async function fetchMedia(media: PhoneMedia, log: Logger, ref: MediaRef): Promise<FetchOutcome> {
  try {
    const found = await media.get(ref.id);
    return found ? { type: 'fetched', bytes: found.bytes, mime: found.mime } : { type: 'gone' };
  } catch (err) {
    log.warn({ media: ref.id, err }, 'a file of the page could not be read');
    return { type: 'retry', afterMs: SECOND };
  }
}
