import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type Loaded, startApp } from '../../../src/app.ts';
import type { Channel, ReadFile } from '../../../src/channels/channel.ts';
import { readConfig } from '../../../src/config.ts';
import type { MovableClock } from '../../../src/core/clock.ts';
import type { ChatId } from '../../../src/core/ids.ts';
import { createLogger, type Logger } from '../../../src/core/logger.ts';
import { atEndOfFile } from '../end-of-file.ts';
import { until } from '../until.ts';

/** The whole program on a store of its own, with business time that stands still until a story moves it. */
export interface World {
  readonly app: App;
  idle(): Promise<void>;
  later(ms: number): Promise<void>;
  /** Ends the program and starts it again on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** What a real channel is made of. */
interface ChannelParts {
  readonly clock: MovableClock;
  readonly log: Logger;
  readonly readFile: ReadFile;
}

export interface WorldOptions {
  readonly clock: Date;
  readonly language: 'id' | 'en';
  readonly owners: readonly ChatId[];
  /** Makes the channels anew at each start of the program, of what the program has. */
  channels(house: ChannelParts): readonly Channel[];
  /** Anything on its way between the platform and the program. */
  onItsWay(): boolean;
  settleMs: number;
  /** Where the program's log goes; nowhere without it. */
  readonly log?: Logger;
}

const FLOWS = process.env.FLOWS ? { flowsDir: process.env.FLOWS } : {};

/** A busy machine answers late; a desk that is stuck does not answer at all. */
const IDLE_MS = 60_000;

/** Business time of a story: it stands still, and time that passes is told. */
function storyClock(start: Date): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(start.getTime() + ahead),
    monotonic: () => performance.now(),
    sleep: (ms, stop) =>
      new Promise((resolve) => {
        if (stop?.aborted) return resolve();
        const timer = setTimeout(done, ms);
        function done(): void {
          clearTimeout(timer);
          stop?.removeEventListener('abort', done);
          resolve();
        }
        stop?.addEventListener('abort', done, { once: true });
      }),
    setOffset: (ms) => {
      ahead = ms;
    },
    offset: () => ahead,
  };
}

// A disk that is memory, where the machine has one: a story that waits for a disk to sync proves nothing.
const HERE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

interface Seeded {
  readonly dir: string;
  /** Read once: the flows are the same in all stories. */
  readonly loaded: Loaded;
}

let seeded: Promise<Seeded> | undefined;

/** A data directory with the demo shop in it, made once and copied for each story. */
function seededShop(): Promise<Seeded> {
  seeded ??= (async () => {
    const dir = await mkdtemp(join(HERE, 'pesan-seeded-'));
    atEndOfFile(async () => {
      seeded = undefined;
      await rm(dir, { recursive: true, force: true });
    });
    const env = { DATA_DIR: dir, SIMULATOR: 'off' };
    const start = new Date('2026-01-01T00:00:00Z');
    const app = await startApp(readConfig(env), {
      clock: storyClock(start),
      log: createLogger('silent'),
      store: 'inline',
      channels: [],
      ...FLOWS,
    });
    const stop = new AbortController();
    stop.abort();
    await app.run(stop.signal);
    await rm(join(dir, 'owner.json'), { force: true });
    return { dir, loaded: app.loaded };
  })();
  return seeded;
}

/** Starts the program for stories. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const dir = await mkdtemp(join(HERE, 'pesan-story-'));
  const shop = await seededShop();
  await cp(shop.dir, dir, { recursive: true });
  const env = { DATA_DIR: dir, SIMULATOR: 'off', LANGUAGE: options.language, MONGODB_URI: process.env.MONGODB_URI };
  const clock = storyClock(options.clock);
  let running: { app: App; stop: AbortController; ended: Promise<void> };

  async function start(): Promise<typeof running> {
    const log = options.log ?? createLogger(process.env.TEST_LOG ?? 'silent');
    const app = await startApp(readConfig(env), {
      clock,
      log,
      store: 'inline',
      ...FLOWS,
      loaded: shop.loaded,
      channels: options.channels({ clock, log, readFile: (id) => running.app.house.files.read(id) }),
      owners: options.owners,
      settleMs: options.settleMs,
      lookMs: 5_000,
    });
    const stop = new AbortController();
    return { app, stop, ended: app.run(stop.signal) };
  }
  async function end(): Promise<void> {
    running.stop.abort();
    await running.ended;
  }
  async function idle(): Promise<void> {
    let calm = 0;
    await until(
      'the shop to be idle',
      () => {
        calm = running.app.chats.busy() || options.onItsWay() ? 0 : calm + 1;
        return calm >= 3;
      },
      IDLE_MS,
    );
  }

  running = await start();
  return {
    get app() {
      return running.app;
    },
    idle,
    async later(ms) {
      await running.app.moveClock(ms);
      await idle();
      await running.app.tick();
      await idle();
    },
    async restart() {
      await end();
      running = await start();
      await idle();
    },
    async close() {
      await end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
