import { once } from 'node:events';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { Channel, Door, InMessage, ReadFile } from '../channel.ts';
import { createCommandMenus, type Menus } from './commands.ts';
import { fetchFile } from './fetch.ts';
import { createHealthBoard } from './health.ts';
import { createIntake, type Intake } from './intake.ts';
import { createLine } from './line.ts';
import { MAX_CAPTION, MAX_TEXT } from './parts.ts';
import { poll } from './poll.ts';
import { createSend } from './send.ts';
import { accountOf } from './update.ts';
import { keepWebhook, takeWebhook, type WebhookMode } from './webhook.ts';
import { createWire } from './wire.ts';

export type { Menus } from './commands.ts';

export interface TelegramOptions {
  readonly token: string;
  /** Telegram's own without it; a loopback one in tests. */
  readonly apiRoot?: string;
  /** Chat ids of the owners: they see the owner's commands from the start. */
  readonly ownerChats: readonly string[];
  readonly menus: Menus;
  readonly mode: { readonly type: 'polling' } | WebhookMode;
  readonly readFile: ReadFile;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A Telegram bot as a channel; `webhook` is there in webhook mode, for the web room to mount. */
export interface TelegramChannel extends Channel {
  /** Takes the secret header and the parsed body of one request and gives the status to answer it with. */
  webhook?(secret: string | undefined, body: unknown): Promise<number>;
}

/** Creates the channel of one bot; nothing is called before `start`. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, readFile, clock, log } = options;
  const account = accountOf(token);
  const wire = createWire();
  const line = createLine(wire, { token, ...(apiRoot !== undefined && { apiRoot }) });
  const health = createHealthBoard(clock);
  const menus = createCommandMenus({ line, menus: options.menus, log });
  const sendMessage = createSend({ line, readFile, log });
  const owners = new Set(options.ownerChats);
  let intake: Intake | undefined;

  async function start(door: Door, stop: AbortSignal): Promise<void> {
    menus.open(stop);
    menus.showEverybody();
    for (const chat of owners) menus.show(chat, 'owner');
    const taken = ({ chat }: InMessage) => {
      // An owner who had not written yet had no chat to show a menu in.
      if (owners.has(chat.person)) menus.show(chat.person, 'owner');
    };
    const open = createIntake({ line, account, clock, log, taken }, door, stop);
    intake = open;
    health.down('connecting');
    switch (mode.type) {
      case 'polling':
        await poll({ line, intake: open, health, clock, log }, stop);
        break;
      case 'webhook':
        await keepWebhook({ line, health, clock, log }, mode, stop);
        break;
    }
    await aborted(stop);
    intake = undefined;
    await Promise.all([open.idle(), menus.idle()]);
    wire.close();
    health.down('stopped');
  }

  const channel: TelegramChannel = {
    name: 'telegram',
    account,
    can: { buttons: true, edit: true, maxText: MAX_TEXT, maxCaption: MAX_CAPTION },
    start,
    send: async (to, message, key, stop) => {
      const outcome = await sendMessage(to, message, key, stop);
      if (outcome.type === 'sent' && message.menu !== undefined) menus.show(to.person, message.menu);
      return outcome;
    },
    fetch: async (ref) => await fetchFile({ line, log }, ref),
    health: () => health.now(),
  };
  if (mode.type === 'polling') return channel;
  const { secret } = mode;
  return { ...channel, webhook: async (given, body) => await takeWebhook({ intake, secret, log }, given, body) };
}

const aborted = async (stop: AbortSignal): Promise<void> => {
  if (!stop.aborted) await once(stop, 'abort');
};
