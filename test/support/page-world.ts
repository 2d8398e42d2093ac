import { pino } from 'pino';
import type { Door, InMessage, OutMessage } from '../../src/channels/channel.ts';
import { createSimulatorChannel, type SimulatorOptions } from '../../src/channels/simulator/simulator.ts';
import { createClock } from '../../src/core/clock.ts';
import { asKey } from '../../src/core/ids.ts';
import { createWebApp } from '../../src/web/app.ts';
import type { BoardRow } from '../../src/web/board.ts';
import { serveWeb } from '../../src/web/serve.ts';
import type { SimulatorPage } from '../../src/web/simulator-page.ts';
import { memoryMedia, memoryPhones } from './memory-phones.ts';
import { until } from './until.ts';

/** What the tiny desk of a page world answers to a message; undefined is silence. */
export type TinyDesk = (message: InMessage) => OutMessage | undefined;

/** The page, served on loopback, over chats in memory and a desk of a few lines; nothing else of the house. */
export async function startPageWorld(
  desk: TinyDesk,
  options: { page?: Partial<SimulatorPage>; channel?: Partial<SimulatorOptions>; port?: number } = {},
) {
  const phones = memoryPhones();
  const media = memoryMedia();
  const clock = createClock();
  const log = pino({ level: 'silent' });
  const rows: BoardRow[] = [];
  const came: InMessage[] = [];
  const store = { away: false };
  const channel = createSimulatorChannel({ phones, media, clock, log, ...options.channel });
  const door: Door = {
    async accept(messages) {
      if (store.away) throw new Error('the store is away');
      for (const message of messages) {
        came.push(message);
        // Answered after it is accepted, as the house does it.
        setImmediate(() => void answer(message));
      }
    },
    receipt: () => undefined,
  };
  async function answer(message: InMessage): Promise<void> {
    const out = desk(message);
    if (out) await channel.send(message.chat, out, asKey(`answer/${message.key}`));
  }
  const life = new AbortController();
  const running = channel.start(door, life.signal);
  await until('the channel to be up', () => channel.health().up);
  const page: SimulatorPage = {
    channel,
    media,
    shop: 'Toko Melati',
    timezone: 'Asia/Jakarta',
    board: () => Promise.resolve(rows),
    moveClock: (ms) => {
      clock.setOffset(clock.offset() + ms);
      return Promise.resolve();
    },
    ...options.page,
  };
  const app = createWebApp({
    clock,
    log,
    health: () => Promise.resolve({ up: true, store: { up: true, detail: '' }, channels: [], lanes: [] }),
    metrics: () => Promise.resolve([]),
    simulator: page,
  });
  let server = await serveWeb(app, { host: '127.0.0.1', port: options.port ?? 0 }, clock);
  return {
    channel,
    clock,
    phones,
    media,
    rows,
    came,
    store,
    app,
    url: server.url,
    /** As if the line between page and server were cut for a while. */
    async cut(): Promise<() => Promise<void>> {
      const { port } = server;
      await server.close();
      return async () => {
        const again = createWebApp({
          clock,
          log,
          health: () => Promise.resolve({ up: true, store: { up: true, detail: '' }, channels: [], lanes: [] }),
          metrics: () => Promise.resolve([]),
          simulator: page,
        });
        server = await serveWeb(again, { host: '127.0.0.1', port }, clock);
      };
    },
    async close() {
      await server.close();
      life.abort();
      await running;
    },
  };
}
