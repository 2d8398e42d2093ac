import type { Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/core/clock.ts';
import { startEchoHouse } from '../support/echo-house.ts';
import { type StoreProxy, startStoreProxy } from '../support/store-proxy.ts';
import { TestPlatform } from '../support/test-channel.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';
import { until } from '../support/until.ts';
import { echoDesk } from './echo-desk.ts';

let store: TestStore;
let proxy: StoreProxy;
beforeEach(async () => {
  store = await openTestStore();
  proxy = await startStoreProxy(store.uri);
});
afterEach(async () => {
  await proxy.close();
  await store.close();
});

async function house(platform: TestPlatform, options: { settleMs?: number } = {}) {
  let connection: Connection | undefined;
  const desk = echoDesk(() => {
    if (!connection) throw new Error('not open yet');
    return connection;
  });
  const started = await startEchoHouse(proxy.uri, platform, desk, options);
  connection = started.connection;
  return started;
}

const writes = () => proxy.commands.filter((c) => c.name === 'insert' || c.name === 'update');

describe('the walk', () => {
  it('answers what came, in order, and closes the mail', async () => {
    const platform = new TestPlatform();
    const desk = await house(platform);
    platform.say('budi', 'satu');
    await until('first answer', () => platform.texts('budi').length === 1);
    platform.say('budi', 'dua');
    await until('second answer', () => platform.texts('budi').length === 2);
    expect(platform.texts('budi')).toEqual(['echo: satu', 'echo: dua']);
    await until('all closed', async () => (await desk.mail.open(Array.from({ length: 64 }, (_, i) => i))).length === 0);
    await desk.close();
  });

  it('takes the same message as one, however often it is delivered', async () => {
    const platform = new TestPlatform();
    const desk = await house(platform);
    const key = platform.say('budi', 'halo');
    await until('answer', () => platform.texts('budi').length === 1);
    platform.again({
      key,
      chat: { channel: 'simulator', account: 'test', person: 'budi' },
      by: 'person',
      sentAt: new Date(),
      body: { type: 'text', text: 'halo' },
    });
    platform.say('budi', 'lagi');
    await until('second answer', () => platform.texts('budi').includes('echo: lagi'));
    expect(platform.texts('budi')).toEqual(['echo: halo', 'echo: lagi']);
    await desk.close();
  });

  it('costs three writes a message, four when it acts', async () => {
    const platform = new TestPlatform();
    const desk = await house(platform);
    platform.say('budi', 'halo');
    await until('warm', () => platform.texts('budi').length === 1);
    await until('closed', async () => (await desk.mail.open([...Array(64).keys()])).length === 0);
    for (const text of ['satu', 'dua', 'tiga']) {
      const before = writes().length;
      const reads = proxy.commands.filter((c) => c.name === 'find').length;
      platform.say('budi', text);
      await until(text, () => platform.texts('budi').includes(`echo: ${text}`));
      await until('closed', () => writes().length >= before + 3);
      const busy = proxy.commands.slice(-10).filter((c) => c.name === 'find').length;
      expect(writes().length - before).toBeLessThanOrEqual(3 + 1 /* a lease renewal may fall in between */);
      // The only reads are the looks for mail of other processes, at most one in 20 ms here.
      expect(proxy.commands.filter((c) => c.name === 'find').length - reads).toBeLessThanOrEqual(busy + 50);
    }
    await desk.close();
  });

  it('answers a burst of short texts once, and an act that follows on its own', async () => {
    const platform = new TestPlatform();
    const desk = await startEchoHouse(
      proxy.uri,
      platform,
      { ...echoDesk(() => never()), complete: () => false },
      { settleMs: 80 },
    );
    for (const text of ['kak', 'mau', 'pesan', 'kaos', 'hitam']) platform.say('budi', text);
    await until('one answer', () => platform.texts('budi').length === 1);
    expect(platform.texts('budi')).toEqual(['echo: kak + mau + pesan + kaos + hitam']);
    await desk.close();
  });

  it('sends an unknown answer once more under the same key, and a refused one not at all', async () => {
    const platform = new TestPlatform();
    const keys: string[] = [];
    platform.answer = (to, _message, key) => {
      keys.push(key);
      return to.person === 'blocked' ? 'refused' : keys.length === 1 ? 'unknown' : 'sent';
    };
    const desk = await house(platform);
    platform.say('budi', 'halo');
    await until('answer', () => platform.texts('budi').length === 1);
    expect(keys[0]).toBe(keys[1]);
    keys.length = 0;
    platform.say('blocked', 'halo');
    await until('closed', async () => keys.length === 1 && (await desk.mail.open([...Array(64).keys()])).length === 0);
    expect(keys).toHaveLength(1);
    await desk.close();
  });

  it('keeps accepting after the store was away, and loses nothing', async () => {
    const platform = new TestPlatform();
    const desk = await house(platform);
    platform.say('budi', 'sebelum');
    await until('before', () => platform.texts('budi').length === 1);
    proxy.cut();
    for (let i = 0; i < 20; i++) platform.say(`p${i % 4}`, `/pesan ${i}`);
    proxy.mend();
    const answered = () => [0, 1, 2, 3].flatMap((p) => platform.texts(`p${p}`)).length;
    await until('all answered', () => answered() === 20, 15_000);
    await desk.close();
  });
});

describe('a poison message', () => {
  it('is tried again, told once, buried, and delays no other chat', async () => {
    const platform = new TestPlatform();
    const connection = { now: undefined as Connection | undefined };
    const plain = echoDesk(() => connection.now ?? never());
    let tries = 0;
    const desk = await startEchoHouse(proxy.uri, platform, {
      ...plain,
      answer: async (turn) => {
        if (turn.chat.id.endsWith('racun')) {
          tries++;
          throw new Error('cannot be handled');
        }
        return plain.answer(turn);
      },
    });
    platform.say('racun', 'bum');
    await until('a first try', () => tries > 0);
    platform.say('sehat', 'halo');
    await until('the healthy chat', () => platform.texts('sehat').length === 1);
    await until('a second try', () => tries > 1);
    await until('told once', () => platform.texts('racun').length === 1);
    expect(platform.texts('racun')).toEqual(['sorry']);
    await desk.close();
  });
});

describe('an answer that cannot be said', () => {
  it('is tried again, then buried with its message; the chat goes on', async () => {
    const platform = new TestPlatform();
    const said = platform.answer;
    let tries = 0;
    platform.answer = (to, message, key) => {
      if (!message.text.includes('racun')) return said(to, message, key);
      tries++;
      throw new Error('no channel throws, but a mistake of ours may');
    };
    const desk = await startEchoHouse(
      proxy.uri,
      platform,
      echoDesk(() => never()),
    );
    platform.say('ani', 'racun');
    await until('it is given up', async () => {
      desk.clock.setOffset(desk.clock.offset() + 5 * MINUTE);
      desk.chats.wakeAll();
      return (await desk.connection.collection('buried').countDocuments()) === 1;
    });
    expect(tries).toBe(6);
    platform.say('ani', 'halo');
    await until('the next answer', () => platform.texts('ani').includes('echo: halo'));
    await desk.close();
  });
});

describe('killed after each store command in turn', () => {
  it('loses nothing, does nothing twice', { timeout: 120_000 }, async () => {
    let kills = 0;
    let repeats = 0;
    for (let n = 1; ; n++) {
      const platform = new TestPlatform();
      const own = await openTestStore();
      const wire = await startStoreProxy(own.uri);
      let connection: Connection | undefined;
      const first = await startEchoHouse(
        wire.uri,
        platform,
        echoDesk(() => connection ?? never()),
      );
      connection = first.connection;
      await until('quiet start', () => wire.commands.some((c) => c.name === 'find'));
      const from = wire.commands.filter((c) => isWork(c.name)).length;
      let died = false;
      let seen = from;
      wire.afterEach((command) => {
        if (!isWork(command.name) || died || ++seen - from < n) return;
        died = true;
        first.die();
        wire.cut();
      });
      platform.say('budi', 'satu');
      platform.say('budi', 'act dua');
      platform.say('ani', 'act tiga');
      platform.say('budi', 'empat');
      await until(`death ${n} or the end`, () => died || said(platform).length >= 4);
      const survived = !died;
      await first.abandon();
      await wire.close();
      if (!survived) {
        kills++;
        const second = await startStoreProxy(own.uri);
        connection = undefined;
        const house2 = await startEchoHouse(
          second.uri,
          platform,
          echoDesk(() => connection ?? never()),
        );
        connection = house2.connection;
        await until(`all answered after kill ${n}`, () => new Set(said(platform)).size >= 4);
        await until('all closed', async () => (await house2.mail.open([...Array(64).keys()])).length === 0);
        const effects = await house2.connection.collection<{ _id: string; n: number }>('effects').find().toArray();
        expect(effects, `kill ${n}`).toHaveLength(2);
        const lines = said(platform);
        // Same key, same words: a repeat is the very same message, never a second decision.
        expect(new Set(platform.shown.map((one) => one.key)).size, `kill ${n}: ${lines.join(' | ')}`).toBe(
          new Set(lines).size,
        );
        expect(new Set(lines).size).toBe(4);
        repeats += lines.length - 4;
        await house2.close();
        await second.close();
      }
      await own.close();
      if (survived) break;
    }
    expect(kills).toBeGreaterThan(8);
    console.log(`${kills} kills, 0 lost, 0 effects doubled, ${repeats} answers repeated under their own key`);
  });
});

const said = (platform: TestPlatform): string[] => platform.shown.map((one) => `${one.to}: ${one.message.text}`);
const isWork = (name: string): boolean => name === 'insert' || name === 'update';
function never(): never {
  throw new Error('not connected');
}
