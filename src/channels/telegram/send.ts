import type { Key } from '../../core/ids.ts';
import type { ChatAddress, OutMessage, PlatformRef, SendOutcome } from '../channel.ts';
import { editMessage } from './edit.ts';
import { within } from './line.ts';
import { outcomeOf } from './outcome.ts';
import { partsOf } from './parts.ts';
import { type SendDeps, sendPart } from './send-part.ts';

// A lease is 10 s; what is in flight then may be another's.
const SEND_MS = 9_000;
const REMEMBERED = 500;
// Groups have negative ids; one is never written to.
const PRIVATE_CHAT = /^[1-9]\d{0,14}$/;

/** Sends what the house says, as one message or as the several it takes. */
export type Send = (to: ChatAddress, message: OutMessage, key: Key, stop?: AbortSignal) => Promise<SendOutcome>;

export function createSend(deps: SendDeps): Send {
  // How many parts of a long message have arrived, by key, so that a repeat goes on where it stopped.
  const arrived = new Map<Key, number>();
  return async (to, message, key, stop) => {
    if (!PRIVATE_CHAT.test(to.person)) return { type: 'refused', reason: 'no-such-address' };
    const chat = Number(to.person);
    try {
      return await within(SEND_MS, stop, async (limit) => {
        const edited = await editMessage(deps, chat, message, limit);
        return edited ?? (await sendParts(deps, { chat, message, key, arrived }, limit));
      });
    } catch (error) {
      const outcome = outcomeOf(error);
      deps.log.info({ key, outcome }, 'telegram did not take a message');
      return outcome;
    }
  };
}

interface Job {
  readonly chat: number;
  readonly message: OutMessage;
  readonly key: Key;
  readonly arrived: Map<Key, number>;
}

async function sendParts(
  deps: SendDeps,
  { chat, message, key, arrived }: Job,
  limit: AbortSignal,
): Promise<SendOutcome> {
  const parts = partsOf(message);
  let ref: PlatformRef | undefined;
  for (const [i, part] of parts.entries()) {
    if (i < (arrived.get(key) ?? 0)) continue;
    ref = (await sendPart(deps, { chat, key }, part, limit)) ?? ref;
    if (i < parts.length - 1) remember(arrived, key, i + 1);
  }
  arrived.delete(key);
  return ref === undefined ? { type: 'refused', reason: 'bad-request' } : { type: 'sent', ref };
}

function remember(arrived: Map<Key, number>, key: Key, parts: number): void {
  arrived.delete(key);
  arrived.set(key, parts);
  const [oldest] = arrived.keys();
  if (arrived.size > REMEMBERED && oldest !== undefined) arrived.delete(oldest);
}
