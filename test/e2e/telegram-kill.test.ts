import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClock, DAY, HOUR, MINUTE } from '../../src/core/clock.ts';
import { asKey } from '../../src/core/ids.ts';
import { createLogger } from '../../src/core/logger.ts';
import { createStaff } from '../../src/shop/staff/staff.ts';
import { createBuried } from '../../src/store/buried.ts';
import { connectStore } from '../../src/store/connect.ts';
import { createPayers } from '../../src/store/duties.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { createHouseMemory } from '../../src/store/house-memory.ts';
import { type BotProcess, startBot } from '../support/bot-process.ts';
import { type StoreProxy, startStoreProxy } from '../support/store-proxy.ts';
import { startTelegram, type TelegramServer } from '../support/telegram/start-telegram.ts';
import { until } from '../support/until.ts';
import { OWNER_ID, type People, peopleOf, type Step } from './telegram-people.ts';
import { storyOf } from './telegram-story.ts';

/** KILLS=all kills after each store command of each step in turn (`npm run test:kill`); else every sixth step is killed once. */
function* killsOf(step: number): Generator<number> {
  if (process.env.KILLS === 'all') for (let n = 1; ; n++) yield n;
  else if (step % 6 === 0) yield 1 + ((step / 6) % 5);
}

const PATIENCE_MS = 60_000;

let dir: string;
let store: EmbeddedStore;
let proxy: StoreProxy;
let telegram: TelegramServer;
let bot: BotProcess | undefined;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pesan-kill-'));
  store = await openEmbeddedStore({ dir, run: 'inline' });
  proxy = await startStoreProxy(store.uri);
  const aheadMs = untilMorning(Date.now());
  await db((connection) => createHouseMemory(connection).setAhead(aheadMs));
  telegram = await startTelegram({ nowMs: () => Date.now() + aheadMs });
});
afterAll(async () => {
  await bot?.kill();
  await telegram?.stop();
  await proxy?.close();
  await store?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Business time from here to nine in the morning in Jakarta: at night pushes rest, and the story would too. */
const untilMorning = (now: number): number => (2 * HOUR - (now % DAY) + DAY) % DAY;

const start = (): Promise<BotProcess> =>
  startBot({
    MONGODB_URI: proxy.uri,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_OWNER_IDS: String(OWNER_ID),
  });

async function supplierCode(): Promise<string> {
  const { connection, close } = await connectStore(store.uri, createLogger('silent'));
  const clock = createClock();
  const supplier = await connection
    .collection<{ _id: string; name: string }>('suppliers')
    .findOne({ name: /Konveksi/ });
  const staff = createStaff({
    connection,
    clock,
    payers: createPayers(),
    buried: createBuried(connection),
    log: createLogger('silent'),
    owners: [],
  });
  const made = await staff.invite(
    { role: 'supplier', holder: supplier?._id ?? '', name: supplier?.name ?? '' },
    { key: asKey('test/invite'), by: { desk: 'owner' } },
  );
  await close();
  return made.text;
}

const isWork = (name: string): boolean => ['insert', 'update', 'findAndModify', 'delete'].includes(name);

it('loses nothing and does nothing twice, killed with -9 after store commands of the whole story', {
  timeout: process.env.KILLS === 'all' ? 3 * HOUR : 10 * MINUTE,
}, async () => {
  bot = await start();
  const people: People = peopleOf(telegram);
  const story = storyOf(people, await supplierCode());
  const told = (): string =>
    `${bot?.output().slice(-800)}\n${(['budi', 'pemilik', 'pemasok'] as const)
      .flatMap((who) =>
        people[who].chat.slice(-4).map((m) => `${who} ${m.from}: ${m.text} ${JSON.stringify(m.buttons)}`),
      )
      .join('\n')}`;
  const explain = (error: unknown): never => {
    throw new Error(`${String(error)}\n${told()}`);
  };
  let kills = 0;
  for (const [at, step] of story.entries()) {
    await step.act();
    // Killed after the n-th write since the step began, started again, until the step is answered without a kill.
    for (const n of killsOf(at)) {
      if (!(await killedAfter(n, step).catch(explain))) break;
      kills++;
      await bot.kill();
      proxy.mend();
      // As if the ten seconds of the dead program's lease had passed.
      await db((c) => c.collection('leases').updateMany({}, { $set: { released: true } }));
      bot = await start();
    }
    await until(`"${step.name}"`, () => step.seen(), PATIENCE_MS).catch(explain);
  }
  await until('all mail is closed', async () => (await count('mail', { open: true, dir: 'in' })) === 0, PATIENCE_MS);
  expect(await count('orders', { state: { $nin: ['dropped'] } })).toBe(1);
  expect(await count('payments', {})).toBe(1);
  expect(await count('purchases', {})).toBe(1);
  expect(await count('buried', {})).toBe(0);
  const order = await one('orders');
  expect(order?.allotments).toHaveLength(1);
  expect(order).toMatchObject({ state: 'completed', refunds: [{ amount: 110_000 }] });
  expect((await all('cases')).map(({ state }) => state)).toEqual(['completed']);
  const cash = (await all('ledger')).map(({ kind, amount }) => [String(kind), Number(amount)] as const);
  expect(Object.fromEntries(cash)).toEqual({
    sale: 159_000,
    shipping: 18_000,
    unique: order?.totals.unique,
    cost: -102_000,
    refund: -110_000,
  });
  expect(cash).toHaveLength(5);
  const counted = (await all('products'))
    .flatMap(({ variants }) => variants as { sku: string; available: number; sold: number; holds: unknown[] }[])
    .find(({ sku }) => sku === 'PC-UNGU');
  expect(counted).toMatchObject({ available: 19, sold: 1, holds: [] });
  const pushes = (await all('mail')).filter((mail) => mail.dir === 'out' && mail.card !== true);
  expect(new Set(pushes.map((push) => JSON.stringify([push.chat, push.message]))).size).toBe(pushes.length);
  console.log(
    `${kills} kills with -9 over ${story.length} steps: 0 orders, payments, purchases or stock movements lost or doubled`,
  );
  expect(await bot.end()).toBe(0);
});

/** Kills the bot with -9 after the n-th write from now; false when the step was answered before. */
async function killedAfter(n: number, step: Step): Promise<boolean> {
  let seen = 0;
  let killed = false;
  proxy.afterEach((command) => {
    if (killed || !isWork(command.name) || ++seen < n) return;
    killed = true;
    proxy.cut();
    if (bot) process.kill(bot.pid, 'SIGKILL');
  });
  await until(`"${step.name}" (kill ${n})`, () => killed || step.seen(), PATIENCE_MS);
  proxy.afterEach(undefined);
  return killed;
}

const db = async <T>(run: (connection: mongoose.Connection) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(store.uri).asPromise();
  try {
    return await run(connection);
  } finally {
    await connection.close();
  }
};
const count = (name: string, filter: object): Promise<number> => db((c) => c.collection(name).countDocuments(filter));
const all = (name: string) => db((c) => c.collection(name).find().toArray());
const one = (name: string) => db((c) => c.collection(name).findOne());
