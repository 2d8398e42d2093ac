import { pino } from 'pino';
import { createClock } from '../../../src/core/clock.ts';
import { createWebApp, type WebDeps } from '../../../src/web/app.ts';
import type { SimulatorPage } from '../../../src/web/simulator-page.ts';
import { simulatorWorld, started } from '../channels/simulator/simulator-world.ts';

/** The web room called directly, without a socket, over a simulator in memory. */
export async function webWorld(page: Partial<SimulatorPage> = {}, deps: Partial<WebDeps> = {}) {
  const simulator = simulatorWorld();
  const stop = await started(simulator.channel, simulator.door);
  const moved: number[] = [];
  const app = createWebApp({
    clock: createClock(),
    log: pino({ level: 'silent' }),
    health: () => Promise.resolve({ up: true, store: { up: true, detail: 'embedded' }, channels: [], lanes: [] }),
    metrics: () => Promise.resolve([]),
    simulator: {
      channel: simulator.channel,
      media: simulator.media,
      shop: 'Toko Melati',
      timezone: 'Asia/Jakarta',
      board: () => Promise.resolve([]),
      moveClock: (ms) => {
        moved.push(ms);
        return Promise.resolve();
      },
      ...page,
    },
    ...deps,
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', 'localhost:3000');
    return app.fetch(new Request(`http://localhost:3000${path}`, { ...init, headers }));
  };
  return {
    ...simulator,
    app,
    moved,
    ask,
    postJson: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close() {
      app.close();
      await stop();
    },
  };
}

export type WebWorld = Awaited<ReturnType<typeof webWorld>>;
