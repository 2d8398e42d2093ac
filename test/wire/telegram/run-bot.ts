import { expect, onTestFinished } from 'vitest';
import type { InMessage, OutMessage, SendOutcome } from '../../../src/channels/channel.ts';
import {
  createTelegramChannel,
  type Menus,
  type TelegramChannel,
  type TelegramOptions,
} from '../../../src/channels/telegram/channel.ts';
import { type Clock, createClock } from '../../../src/core/clock.ts';
import { keyOf } from '../../../src/core/ids.ts';
import { createLogger } from '../../../src/core/logger.ts';
import { type Phone, startTelegram, type TelegramServer } from '../../support/telegram/start-telegram.ts';

const ANI = 7_000_000_001;
export const OWNER = 7_000_000_777;

/** Says this where a message's text must never reach the log. */
export const SECRET_WORDS = 'kata-rahasia';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const entry = (command: string) => [{ command, description: { id: `${command} (id)`, en: `${command} (en)` } }];
const MENUS: Menus = { customer: entry('pesan'), owner: entry('antrean'), supplier: entry('tugas') };

/** A bot that talks to a loopback Telegram, what it handed in and what it logged. */
export interface RunningBot {
  readonly telegram: TelegramServer;
  readonly channel: TelegramChannel;
  readonly ani: Phone;
  readonly taken: InMessage[];
  readonly log: string[];
  /** How long the bot wanted to wait, in order; it waits a few milliseconds instead. */
  readonly pauses: number[];
  /** While true, nothing is accepted. */
  storeAway: boolean;
  /** Sends to Ani. */
  send(message: OutMessage, key?: string, stop?: AbortSignal): Promise<SendOutcome>;
  texts(): readonly (string | undefined)[];
  start(): void;
  stop(): Promise<void>;
}

/** Makes a bot for one test; afterwards nothing is left, and no token, text or name stands in its log. */
export async function runBot(
  options: Partial<TelegramOptions> & { readonly started?: boolean; readonly nowMs?: () => number } = {},
): Promise<RunningBot> {
  const telegram = await startTelegram(options.nowMs ? { nowMs: options.nowMs } : {});
  const log: string[] = [];
  const pauses: number[] = [];
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.root,
    ownerChats: [String(OWNER)],
    menus: MENUS,
    mode: { type: 'polling' },
    readFile: async (id) => await Promise.resolve(id === 'none' ? undefined : PNG),
    clock: impatientClock(pauses),
    log: createLogger('trace', { write: (line) => log.push(line) }),
    ...options,
  });
  const ani = telegram.user(ANI, { firstName: 'Anita-rahasia' });
  let stop = new AbortController();
  let running = Promise.resolve();
  let sends = 0;
  const bot: RunningBot = {
    telegram,
    channel,
    ani,
    taken: [],
    log,
    pauses,
    storeAway: false,
    send: async (message, key = `send-${++sends}`, until) =>
      await channel.send(
        { channel: 'telegram', account: channel.account, person: String(ANI) },
        message,
        keyOf(key),
        until,
      ),
    texts: () => bot.taken.map(({ body }) => (body.type === 'text' ? body.text : body.type)),
    start: () => {
      stop = new AbortController();
      const accept = async (messages: readonly InMessage[]) => {
        await Promise.resolve();
        if (bot.storeAway) throw new Error('the store is away');
        bot.taken.push(...messages);
      };
      running = channel.start({ accept, receipt: () => undefined }, stop.signal);
    },
    stop: async () => {
      stop.abort();
      await running;
    },
  };
  if (options.started !== false) {
    ani.says('/start');
    bot.start();
    await telegram.wait(() => bot.taken.length > 0);
    bot.taken.length = 0;
  }
  onTestFinished(async () => {
    await bot.stop();
    await telegram.stop();
    const written = log.join('');
    for (const secret of [telegram.token, telegram.token.split(':')[1] ?? '', 'rahasia']) {
      expect(written).not.toContain(secret);
    }
  });
  return bot;
}

function impatientClock(pauses: number[]): Clock {
  const clock = createClock();
  return {
    ...clock,
    sleep: async (ms, stop) => {
      pauses.push(ms);
      await clock.sleep(Math.min(ms, 10), stop);
    },
  };
}
