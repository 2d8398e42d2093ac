import { fileURLToPath } from 'node:url';
import { bannerOf } from './app/banner.ts';
import { buildChannels, type Channels } from './app/build-channels.ts';
import { buildDesks, type Said } from './app/build-desks.ts';
import { buildShop } from './app/build-shop.ts';
import { createCareful } from './app/careful.ts';
import { registerChatsPrivacy } from './app/chats-privacy.ts';
import { createCheckFile } from './app/check-file.ts';
import { loadRules, type Rules } from './app/load-rules.ts';
import { type House, openHouse } from './app/open-house.ts';
import { DEMO_SUPPLIER_NAMES, seedDemoShop } from './app/seed.ts';
import { webPorts } from './app/web-ports.ts';
import type { Channel } from './channels/channel.ts';
import { createChatStore } from './chats/chat-store.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createMailStore } from './chats/mail-store.ts';
import { createClockwork } from './clockwork/clockwork.ts';
import type { Config } from './config.ts';
import type { MovableClock } from './core/clock.ts';
import type { ChatId } from './core/ids.ts';
import type { Logger } from './core/logger.ts';
import type { Flow } from './dialogue/flow.ts';
import type { Flows } from './dialogue/load.ts';
import { prepareStore } from './store/connect.ts';
import { createWebApp } from './web/app.ts';
import { serveWeb } from './web/serve.ts';

export const FLOWS_DIR = fileURLToPath(new URL('../flows', import.meta.url));

export interface AppOptions {
  readonly clock: MovableClock;
  readonly log: Logger;
  /** Other channels than the settings name: the tests' own. */
  readonly channels?: readonly Channel[];
  /** Chats that are the owner's besides those of the settings. */
  readonly owners?: readonly ChatId[];
  /** False leaves an empty shop empty. */
  readonly seed?: boolean;
  /** Another folder than the program's own `flows/`. */
  readonly flowsDir?: string;
  /** What an earlier program of this process loaded from that folder; read anew without it. */
  readonly loaded?: Loaded;
  /** The embedded store in a process of its own (the running bot), or in this one (tests). */
  readonly store?: 'child' | 'inline';
  readonly settleMs?: number;
  /** How often open mail of other processes is looked for, and what is due. */
  readonly lookMs?: number;
}

/** All that was loaded from the flows' folder, checked. */
export interface Loaded extends Said {
  readonly rules: Rules;
}

/** The whole program, put together: rooms on a house, desks on the rooms, chats before the desks, channels before the chats. */
export interface App {
  readonly house: House;
  readonly chats: Chats;
  readonly shop: ReturnType<typeof buildShop>;
  /** What is told at the start: where to look, what is off, how to switch it on. */
  readonly banner: string;
  /** What was loaded from the flows, in a few words. */
  readonly told: string;
  /** The flows of all desks. */
  readonly flows: readonly Flow[];
  readonly loaded: Loaded;
  readonly url: string | undefined;
  /** Runs what is due by now; the tests' way to move time on. */
  tick(): Promise<void>;
  moveClock(ms: number): Promise<void>;
  /** Serves until `stop`, then ends what is under way and closes the store. */
  run(stop: AbortSignal): Promise<void>;
}

/** Starts the program; nothing is received before `run`. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const house = await openHouse(config, options.clock, options.log, options.store);
  try {
    return await assemble(config, options, house);
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function assemble(config: Config, options: AppOptions, house: House): Promise<App> {
  const { clock, log } = house;
  const dir = options.flowsDir ?? FLOWS_DIR;
  const rules = options.loaded?.rules ?? loadRules(dir);
  const configured: Channels = buildChannels(config, house, DEMO_SUPPLIER_NAMES);
  const channels = options.channels ?? configured.all;
  const owners = [...ownersOf(config), ...(options.owners ?? [])];
  const shop = buildShop(house, rules, config, owners);
  const chatStore = createChatStore(house.connection, house.writer);
  const mail = createMailStore(house.connection, house.writer, house.files);
  const careful = await createCareful(house, shop, mail, () => chats.wakeAll());
  const given = { house, config, shop, rules, chatStore, dir, careful };
  const built = buildDesks({
    ...given,
    chats: () => chats,
    ...(options.loaded && { said: options.loaded }),
  });
  await prepareStore(house.connection);
  await house.sweep.start();

  const chats: Chats = createChats({
    clock,
    log,
    chats: chatStore,
    mail,
    desk: built.desk,
    leases: house.leases,
    buried: house.buried,
    checkFile: createCheckFile(house.files, (chat) => shop.staff.roleOf(chat) !== undefined),
    sorry: built.sorry,
    heldBefore: () => careful.since(),
    ...(options.settleMs !== undefined && { settleMs: options.settleMs }),
    lookMs: options.lookMs ?? (house.alone ? 5_000 : 200),
  });
  registerChatsPrivacy({ ...built, house, shop, chats, chatStore, mail, language: config.language });
  const clockwork = createClockwork({
    clock,
    log,
    buried: house.buried,
    dues: [...shop.dues, { collection: 'calls', documents: built.calls.clockwork }, house.sweep],
    paused: () => careful.since() !== undefined,
  });
  const moveClock = async (ms: number): Promise<void> => {
    await house.memory.setAhead(clock.offset() + ms);
    clock.setOffset(clock.offset() + ms);
    chats.wakeAll();
    await clockwork.tick();
  };
  if (options.seed !== false) await seedDemoShop(house, shop, configured.simulator !== undefined);

  const ports = webPorts({ house, shop, chats, channels, words: built.words, language: config.language });
  const web = createWebApp({
    clock,
    log,
    health: ports.health,
    metrics: ports.metrics,
    ...(configured.telegram?.webhook && { telegramWebhook: (secret, body) => webhookOf(configured, secret, body) }),
    ...(configured.simulator && {
      simulator: {
        ...configured.simulator,
        shop: built.words.shop().name,
        timezone: config.timezone,
        board: ports.board,
        moveClock,
        ...(config.simulator.password !== undefined && { password: config.simulator.password }),
      },
    }),
  });
  // Whoever reads that it runs may write at once.
  await configured.simulator?.channel.layOut();
  const server = options.channels ? undefined : await serveWeb(web, { host: config.host, port: config.port }, clock);

  return {
    house,
    chats,
    shop,
    told: toldOf(built.flows),
    flows: Object.values(built.flows.of).flat(),
    loaded: { rules, flows: built.flows, status: built.status },
    url: server?.url,
    banner: bannerOf(config, house, server?.url, careful.since()),
    tick: () => clockwork.tick(),
    moveClock,
    async run(stop) {
      await shop.start(stop);
      const working = clockwork.run(stop);
      await Promise.all(channels.map((channel) => chats.serve(channel, stop)));
      await working;
      await server?.close();
      await house.close();
    },
  };
}

const toldOf = ({ of, texts }: Flows): string =>
  `${Object.entries(of)
    .map(([desk, flows]) => `${desk} ${flows.length}`)
    .join(', ')}; ${texts.keys.length} texts`;

async function webhookOf(
  channels: Channels,
  secret: string | undefined,
  body: unknown,
): Promise<200 | 400 | 401 | 503> {
  const status = await channels.telegram?.webhook?.(secret, body);
  return status === 200 || status === 400 || status === 401 ? status : 503;
}

function ownersOf(config: Config): ChatId[] {
  const account = config.telegram?.token.split(':')[0];
  const telegram = (config.telegram?.ownerIds ?? []).map((id) => `telegram/${account}/${id}` as ChatId);
  return config.simulator.on ? [...telegram, 'simulator/local/pemilik' as ChatId] : telegram;
}
