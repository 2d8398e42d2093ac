/**
 * A loopback Telegram: a Bot API server a bot cannot tell from the real one, and phones to talk to the bot with.
 *
 *   const telegram = await startTelegram();                       // { token?, port?, nowMs? }
 *   // the bot gets telegram.token and telegram.root (TELEGRAM_API_ROOT); it may be another process
 *   const ani = telegram.user(7000000001, { firstName: 'Ani', lang: 'id' });
 *   ani.says('/start');  ani.sendsPhoto(png, 'bukti');  ani.sendsDocument(pdf, 'a.pdf', 'application/pdf');
 *   ani.sendsAlbum([png, png]);  ani.sends({ contact: {...} });  ani.quotes(message, 'ya');  ani.edits(message, 'dua');
 *   const bill = await telegram.wait(() => ani.heard.find((m) => m.text.includes('Rp')));   // never a sleep
 *   ani.taps(bill, 'Bayar');                                      // fails if that button is not on the message now
 *   ani.chat                                                      // all messages as Ani sees them, edits in place
 *   ani.blocks();  ani.unblocks();  ani.deactivates();
 *   telegram.faults.add({ type: 'ghost' }, { method: 'sendMessage', chat: 7000000001, times: 2 });
 *   telegram.faults.tooMany(3);  telegram.faults.limit({ perChatSecond: 1 });  telegram.faults.clear();
 *   telegram.calls                                                // every call of the bot and what it was told
 *   telegram.push({ message: {...} })                             // any raw update, also one made before
 *   telegram.updates, telegram.taps, telegram.menus, telegram.left, telegram.webhook.tries, telegram.forgetFiles()
 *   await telegram.stop();
 *
 * A person who never wrote cannot be written to (403), as on Telegram. Update ids, message ids per chat, expiry
 * (messages a day, taps 150 s), allowed_updates, 409 and webhook retries behave like the official server.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from './faults.ts';
import { Phone } from './phone.ts';
import { type Seen, seen } from './seen.ts';
import type { Call, TgUpdate } from './shapes.ts';
import { createHandler } from './take-call.ts';
import { Webhook } from './webhook.ts';
import { createWorld, type Menu, type TapMade } from './world.ts';

export type { Phone, Seen };

export interface TelegramServer {
  readonly root: string;
  readonly token: string;
  /** The phone of a person; the same id is the same phone. */
  user(id: number, who?: { readonly firstName?: string; readonly lang?: string }): Phone;
  readonly calls: readonly Call[];
  /** All that the bot said and edited, each with whom it was said to, in that order. */
  readonly said: () => readonly { readonly to: number; readonly seen: Seen }[];
  readonly faults: Faults;
  /** Delivers any update, for what phones do not do; false when the bot did not ask for its kind. */
  push(update: Readonly<Record<string, unknown>>): TgUpdate | undefined;
  readonly updates: readonly TgUpdate[];
  /** Updates not yet confirmed by an offset. */
  readonly pending: () => number;
  readonly taps: ReadonlyMap<string, TapMade>;
  readonly menus: ReadonlyMap<string, Menu>;
  readonly left: readonly number[];
  readonly webhook: Webhook;
  /** A bot waits in getUpdates now. */
  readonly polled: () => boolean;
  forgetFiles(): void;
  /** Waits until `condition` gives something; fails with the last calls when it does not come in time. */
  wait<T>(condition: () => T | undefined | false, timeoutMs?: number): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a loopback Telegram on a free port. */
export async function startTelegram(
  options: { readonly token?: string; readonly port?: number; readonly nowMs?: () => number } = {},
): Promise<TelegramServer> {
  const token = options.token ?? '7100000042:AAH-loopback_token_for_tests';
  const nowMs = options.nowMs ?? Date.now;
  const world = createWorld(token, nowMs);
  const calls: Call[] = [];
  const faults = new Faults();
  const phones = new Map<number, Phone>();
  const webhook = new Webhook(nowMs, (method, fields) => void handler.carryOut(method, { fields, uploads: new Map() }));
  const handler = createHandler({ token, world, calls, faults, webhook });
  const server = createServer((request, response) => void handler.take(request, response));
  await listen(server, options.port ?? 0);
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    user: (id, who = {}) => {
      const { firstName = `User ${id}`, lang = 'id' } = who;
      const phone =
        phones.get(id) ?? new Phone(world, { id, is_bot: false, first_name: firstName, language_code: lang });
      phones.set(id, phone);
      return phone;
    },
    calls,
    said: () =>
      world.chats.log
        .filter((message) => message.from.id === world.bot.id)
        .map((message) => ({ to: message.chat.id, seen: seen(message, world) })),
    faults,
    push: (update) => world.updates.create(update),
    updates: world.updates.all,
    pending: () => world.updates.pending,
    taps: world.taps,
    menus: world.menus,
    left: world.left,
    webhook,
    polled: () => world.updates.polled,
    forgetFiles: () => world.files.forget(),
    wait: async (condition, timeoutMs = 8_000) => await waitFor(condition, timeoutMs, calls),
    stop: async () => {
      await webhook.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      world.updates.endPoll();
    },
  };
}

async function waitFor<T>(
  condition: () => T | undefined | false,
  timeoutMs: number,
  calls: readonly Call[],
): Promise<T> {
  for (const end = performance.now() + timeoutMs; performance.now() < end; await pause(5)) {
    const found = condition();
    if (found !== undefined && found !== false) return found;
  }
  const tail = calls.slice(-12).map(({ method, params, answer }) => `${method} ${JSON.stringify(params)} -> ${answer}`);
  throw new Error(`what was waited for did not come in ${timeoutMs} ms; the last calls:\n${tail.join('\n')}`);
}

const listen = async (server: Server, port: number): Promise<void> =>
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
