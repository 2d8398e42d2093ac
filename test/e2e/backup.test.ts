import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../src/app/commands/backup.ts';
import { restore } from '../../src/app/commands/restore.ts';
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/core/logger.ts';
import { connectStore } from '../../src/store/connect.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { type BotProcess, pageOf, startBot } from '../support/bot-process.ts';
import { until } from '../support/until.ts';

let home: string;
let file: string;
let bot: BotProcess;
let kept: number;
const dirOf = (name: string): string => join(home, name);
const settings = (name: string) => ({ DATA_DIR: dirOf(name) });

/** What a person writes on the page of a bot. */
async function says(at: BotProcess, person: string, id: string, text: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: pageOf(at) };
  const body = JSON.stringify({ person, id, text });
  // The phones are there a moment after the program says that it runs.
  await until('the phone', async () => {
    const posted = await fetch(`${pageOf(at)}/sim/messages`, { method: 'POST', headers, body });
    return posted.ok;
  });
}

async function heard(at: BotProcess, person: string): Promise<string> {
  const answer = await fetch(`${pageOf(at)}/sim/phones/${person}/messages`);
  return answer.text();
}

/** How many documents a stopped store holds, by collection; who held what while it ran is no part of it. */
async function counts(name: string): Promise<Record<string, number>> {
  const own = await openEmbeddedStore({ dir: dirOf(name), run: 'inline' });
  const store = await connectStore(own.uri, createLogger('silent'), own);
  try {
    const all = (await store.connection.db?.listCollections().toArray()) ?? [];
    const counted = await Promise.all(
      all.map(async (one) => [one.name, await store.connection.collection(one.name).countDocuments()] as const),
    );
    return Object.fromEntries(counted.filter(([one, n]) => one !== 'leases' && one !== 'house' && n > 0));
  } finally {
    await store.close();
  }
}

/** How many documents a backup says it holds, by collection. */
async function countsIn(path: string): Promise<Record<string, number>> {
  const lines = gunzipSync(await readFile(path))
    .toString()
    .trim()
    .split('\n')
    .slice(1, -1);
  const named = lines.map((line) => /^\{"c":"([^"]+)"/.exec(line)?.[1] ?? line);
  return Object.fromEntries(
    [...new Set(named)]
      .filter((one) => one !== 'house')
      .map((one) => [one, named.filter((name) => name === one).length]),
  );
}

const ORDER = `pesan tumbler putih 3
Nama: Lia Amalia
HP: 081298761234
Alamat: Jl. Veteran 10, Kel. Ketawanggede, Kec. Lowokwaru, Kota Malang 65145
Kurir: J&T
Bayar: Mandiri`;

describe('a backup taken while the bot runs', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pesan-backup-'));
    file = join(home, 'toko.pesan');
    bot = await startBot(settings('first'));
    // The owner is in the middle of a question, so that the card of the new order waits its turn: an old push.
    await says(bot, 'pemilik', 'o1', '/setujui');
    await until('the question', async () => /kodenya/.test(await heard(bot, 'pemilik')));
    await says(bot, 'pembeli-1', 'c1', ORDER);
    await until('the summary', async () => /Sudah benar Kak/.test(await heard(bot, 'pembeli-1')));
    await says(bot, 'pembeli-1', 'c2', 'ya');
    await until('the order', async () => /sudah kami catat/.test(await heard(bot, 'pembeli-1')));
    kept = await backup(readConfig(settings('first')), file);
  });
  afterAll(async () => {
    await bot?.kill();
    await rm(home, { recursive: true, force: true });
  });

  it('does not disturb the bot, and comes back whole in an empty store', async () => {
    await says(bot, 'pembeli-1', 'c3', 'menu');
    await until('an answer', async () => /Lihat katalog/.test(await heard(bot, 'pembeli-1')));
    expect(await restore(readConfig(settings('whole')), file)).toBe(kept);
    const inside = await countsIn(file);
    expect(await counts('whole')).toEqual(inside);
    expect(inside).toMatchObject({ orders: 1, customers: 1 });
    expect(inside.products).toBeGreaterThan(5);
  });

  it('refuses a store that is not empty, and leaves it as it was', async () => {
    await restore(readConfig(settings('full')), file);
    const before = await counts('full');
    await expect(restore(readConfig(settings('full')), file)).rejects.toThrow(/not empty.*another DATA_DIR/);
    expect(await counts('full')).toEqual(before);
  });

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['was cut', (bytes) => bytes.subarray(0, bytes.length / 2), /cannot be read to its end|cut off/],
    [
      'lost its last line',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\n[^\n]*\n$/, '\n'),
        ),
      /cut off/,
    ],
    [
      'was changed',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('Lia Amalia', 'Lia Amelia')),
      /changed after it was written/,
    ],
    ['is something else', () => gzipSync('{"hello":"world"}\n'), /not a backup/],
  ])('refuses a file that %s, and leaves the store empty', async (name, spoil, why) => {
    const spoilt = join(home, `${name}.pesan`);
    await writeFile(spoilt, spoil(await readFile(file)));
    await expect(restore(readConfig(settings(name)), spoilt)).rejects.toThrow(why);
    expect(await counts(name)).toEqual({});
  });

  it('is careful at its first start: says so, answers, and sends no old push until the owner says so', async () => {
    expect(await bot.end()).toBe(0);
    await restore(readConfig(settings('careful')), file);
    bot = await startBot(settings('careful'));
    expect(bot.output()).toContain('/lanjutkan');
    await says(bot, 'pemilik', 'o2', 'batal');
    await says(bot, 'pemilik', 'o3', '/id');
    await until('an answer', async () => /simulator\/local\/pemilik|nomor/i.test(await heard(bot, 'pemilik')));
    const code = /Pesanan (\w{6}) sudah/.exec(await heard(bot, 'pembeli-1'))?.[1] ?? 'no code';
    expect(await heard(bot, 'pemilik')).not.toContain(code);
    await says(bot, 'pemilik', 'o4', '/lanjutkan');
    await until('the question', async () => /tertahan|lanjut/i.test(await heard(bot, 'pemilik')));
    await says(bot, 'pemilik', 'o5', 'ya');
    await until('the card', async () => (await heard(bot, 'pemilik')).includes(code));
  });
});
