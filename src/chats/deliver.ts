import { addressOf, type Can, type Channel, type Choice, type OutMessage } from '../channels/channel.ts';
import type { Clock } from '../core/clock.ts';
import { type ChatId, keyOf } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { InMail, PushMail, Sent } from './mail-document.ts';

/** What a push came to: ended, or to be tried again. */
export type PushOutcome =
  | {
      readonly type: 'ended';
      readonly end: 'sent' | 'blocked' | 'refused';
      readonly ref?: string;
      readonly reason?: string;
    }
  | { readonly type: 'again'; readonly afterMs: number; readonly unknown: boolean; readonly reason: string };

export interface Delivery {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly log: Logger;
}

/** No platform's wish to wait is taken for longer than this at once; then it is asked again. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends the answers of a run in order. A platform that asks to wait is waited for; what may have arrived is sent once more
 * under the same key, and counted. Returns undefined when `stop` came first: then nothing is logged, and who comes next sends.
 */
export async function deliverAnswers(
  how: Delivery,
  chat: ChatId,
  run: readonly InMail[],
  answers: readonly OutMessage[],
  stop: AbortSignal,
): Promise<readonly Sent[] | undefined> {
  const log: Sent[] = [];
  for (const [i, message] of answers.entries()) {
    // key: <first message of the run>/a<n>, so that a repeat after a crash is the same message to the platform
    const key = keyOf(run[0]?._id ?? chat, `a${i}`);
    const sent = await sendOne(how, chat, message, key, stop);
    if (!sent) return undefined;
    log.push(sent);
    if (sent.outcome === 'refused') return log;
  }
  return log;
}

async function sendOne(
  how: Delivery,
  chat: ChatId,
  message: OutMessage,
  key: ReturnType<typeof keyOf>,
  stop: AbortSignal,
): Promise<Sent | undefined> {
  let unknowns = 0;
  while (!stop.aborted) {
    const outcome = await how.channel.send(addressOf(chat), asShown(message, how.channel.can, false), key, stop);
    const at = how.clock.now();
    switch (outcome.type) {
      case 'sent':
        return { message, at, outcome: 'sent', ref: outcome.ref };
      case 'refused':
        how.log.warn({ key, reason: outcome.reason }, 'answer refused');
        return { message, at, outcome: 'refused' };
      case 'unknown':
        if (stop.aborted) return undefined;
        how.log.warn({ key, reason: outcome.reason, unknowns }, 'answer may have arrived');
        if (++unknowns > 1) return { message, at, outcome: 'unknown' };
        continue;
      case 'retry':
        how.log.info({ key, reason: outcome.reason, afterMs: outcome.afterMs }, 'answer waits');
        await how.clock.sleep(Math.min(outcome.afterMs, LONGEST_PAUSE_MS), stop);
    }
  }
  return undefined;
}

/** Sends one push; never waits, the lane has others to serve. */
export async function deliverPush(
  how: Delivery,
  push: PushMail,
  replaces: string | undefined,
  stop: AbortSignal,
): Promise<PushOutcome> {
  const message = { ...push.message, ...(replaces !== undefined && { replaces }) };
  const outcome = await how.channel.send(addressOf(push.chat), asShown(message, how.channel.can, true), push._id, stop);
  switch (outcome.type) {
    case 'sent':
      return { type: 'ended', end: 'sent', ref: outcome.ref };
    case 'refused':
      return { type: 'ended', end: outcome.reason === 'blocked' ? 'blocked' : 'refused', reason: outcome.reason };
    case 'unknown':
      return { type: 'again', afterMs: 0, unknown: true, reason: outcome.reason };
    case 'retry':
      return {
        type: 'again',
        afterMs: Math.min(outcome.afterMs, LONGEST_PAUSE_MS),
        unknown: false,
        reason: outcome.reason,
      };
  }
}

/**
 * A message as its channel can show it. Where there are no buttons, the choices of an answer are numbered (a number means the list
 * shown last), but those that have a word keep it; those of a push always do, because they work on any later day.
 */
function asShown(message: OutMessage, can: Can, isPush: boolean): OutMessage {
  if (can.buttons || !message.choices?.length) return message;
  const wordOf = ({ word, tap }: Choice): string | undefined =>
    word ?? (isPush ? `${tap.verb} ${tap.code}` : undefined);
  const numbered = message.choices
    .filter((choice) => wordOf(choice) === undefined)
    .map(({ label }, i) => `${i + 1}. ${label}`);
  const worded = message.choices.flatMap((choice) => {
    const word = wordOf(choice);
    return word === undefined ? [] : [`${word} = ${choice.label}`];
  });
  return {
    ...message,
    text: [message.text, numbered.join('\n'), worded.join('\n')].filter((part) => part !== '').join('\n\n'),
  };
}
