import type { InMessage } from '../channels/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import { DocumentRefused } from '../store/store-errors.ts';
import type { InMail } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';
import { asStray, toMail } from './to-mail.ts';

export interface AcceptDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly mail: MailStore;
  nextSeq(): number;
}

/**
 * Makes the door's `accept`: it resolves once all messages are documents on disk, and only then may the platform be told. What
 * was known before is not handed on; the rest enters its lanes in the order of the calls.
 */
export function createAccept(
  deps: AcceptDeps,
  enter: (mail: readonly InMail[]) => void,
): (messages: readonly InMessage[]) => Promise<void> {
  // Two batches may be on their way to the store at once; the second waits here for the first to enter.
  let entering: Promise<void> = Promise.resolve();

  return async (messages) => {
    const at = deps.clock.now();
    const whole = messages.map((message) => toMail(message, at, deps.nextSeq()));
    const stored = Promise.all(whole.map(async (mail) => ((await store(deps, mail)) === 'inserted' ? [mail] : [])));
    const before = entering;
    const entered = stored.then(async (fresh) => {
      await before;
      enter(fresh.flat());
    });
    entering = entered.catch(() => before);
    await entered;
  };
}

async function store({ mail, log }: AcceptDeps, one: InMail): Promise<'inserted' | 'known'> {
  try {
    return await mail.insert(one);
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    log.warn({ key: one._id, err: error }, 'message kept cut');
    await mail.insert(asStray(one));
    return 'known';
  }
}
