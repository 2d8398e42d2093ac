import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { Door, InMessage } from '../channel.ts';
import { type Line, within } from './line.ts';
import { problemOf } from './outcome.ts';
import { type Received, receive } from './receive.ts';

const ASIDE_MS = 5_000;
const REMEMBERED = 1_000;

/** Where updates come in, by polling or by webhook. */
export interface Intake {
  /** Resolves once all that people said is safe on disk, in order; throws when the store is away. */
  take(updates: readonly unknown[]): Promise<void>;
  /** Resolves when no small call (a tap answered, a group left) is on its way any more. */
  idle(): Promise<void>;
}

export interface IntakeDeps {
  readonly line: Line;
  readonly account: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Hears of each message that was taken. */
  readonly taken: (message: InMessage) => void;
}

export function createIntake({ line, account, clock, log, taken }: IntakeDeps, door: Door, stop: AbortSignal): Intake {
  const aside = new Set<Promise<void>>();
  const told = new Set<string>();
  return {
    take: async (updates) => {
      const received = updates.map((update) => receive(update, { account, now: clock.now() }));
      const messages = received.flatMap((one) => (one.type === 'message' ? [one.message] : []));
      if (messages.length > 0) await door.accept(messages);
      for (const message of messages) taken(message);
      for (const one of received) settle(one);
    },
    idle: async () => {
      await Promise.all(aside);
    },
  };

  // Only after the accept: an answered tap stops turning on the phone, so it must be safe by then.
  function settle(one: Received): void {
    const { answer } = one;
    if (answer !== undefined)
      doAside('answerCallbackQuery', async (limit) => await line.api(limit).answerCallbackQuery(answer));
    if (one.type === 'message') return;
    const { kind, chat, leave } = one;
    const name = `${chat}/${kind}`;
    if (!told.has(name)) {
      if (told.size >= REMEMBERED) told.clear();
      told.add(name);
      log.info({ chat, kind }, 'telegram update passed over');
    }
    if (leave && chat !== undefined) doAside('leaveChat', async (limit) => await line.api(limit).leaveChat(chat));
  }

  // Nobody waits for these and nothing is lost with them.
  function doAside(method: string, call: (limit: AbortSignal) => Promise<unknown>): void {
    const running = within(ASIDE_MS, stop, call)
      .then(
        () => undefined,
        (error: unknown) => log.debug({ method, problem: problemOf(error) }, 'a small call failed'),
      )
      .finally(() => aside.delete(running));
    aside.add(running);
  }
}
