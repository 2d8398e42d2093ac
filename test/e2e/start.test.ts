import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BotProcess, pageOf, startBot } from '../support/bot-process.ts';

let dir: string;
const bots: BotProcess[] = [];
const start = async (env: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
  const bot = await startBot({ DATA_DIR: dir, ...env });
  bots.push(bot);
  return bot;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

// A start of the whole program takes a few seconds on a busy machine, and some promises need three.
describe('the program as a process of its own', { timeout: 60_000 }, () => {
  let home: string;
  /** A data directory with the demo shop in it: most starts of a shop are not its first. */
  let filled: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pesan-start-'));
    filled = join(home, 'filled');
    const bot = await startBot({ DATA_DIR: filled });
    expect(await bot.end()).toBe(0);
  });
  afterAll(async () => await rm(home, { recursive: true, force: true }));
  beforeEach(async () => {
    dir = await mkdtemp(join(home, 'data-'));
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.kill();
  });

  it('names every mistake in the settings at once, shows no secret, and ends with 78', async () => {
    const bot = await start({ PORT: 'tiga', LOG_LEVEL: 'cerewet', TELEGRAM_BOT_TOKEN: 'rahasia-sekali' });
    expect(await bot.end()).toBe(78);
    expect(bot.output()).toContain("PORT: found 'tiga'; right would be");
    expect(bot.output()).toContain("LOG_LEVEL: found 'cerewet'; right would be");
    expect(bot.output()).toContain('TELEGRAM_BOT_TOKEN: found 14 characters; right would be');
    expect(bot.output()).not.toContain('rahasia-sekali');
    expect(await readdir(dir)).toEqual([]);
  });

  it('refuses a directory that another bot owns, naming it and who has it, and leaves that bot alone', async () => {
    await cp(filled, dir, { recursive: true });
    const first = await start();
    const owner = JSON.parse(await readFile(join(dir, 'owner.json'), 'utf8')) as { pid: number };
    const second = await start();
    expect(await second.end()).toBe(78);
    expect(second.output()).toContain(`${dir} is in use by the process ${owner.pid}`);
    expect(isAlive(owner.pid)).toBe(true);
    expect((await fetch(`${pageOf(first)}/healthz`)).status).toBe(200);
  });

  it('answers on the page as soon as it says that it runs', async () => {
    const page = pageOf(await start());
    expect((await fetch(page)).status).toBe(200);
    const state = (await (await fetch(`${page}/sim/state`)).json()) as { phones: { person: string }[] };
    expect(state.phones.map(({ person }) => person)).toEqual(expect.arrayContaining(['pembeli-1', 'pemilik']));
    const posted = await fetch(`${page}/sim/messages`, {
      method: 'POST',
      body: JSON.stringify({ person: 'pembeli-1', id: 'satu', text: 'halo' }),
      headers: { origin: page, 'content-type': 'application/json' },
    });
    expect(await posted.text()).toContain('halo');
    expect(posted.status).toBe(200);
  });

  it('says which port is taken, and ends with 78', async () => {
    await cp(filled, dir, { recursive: true });
    const other = join(home, 'other');
    await cp(filled, other, { recursive: true });
    const first = await start();
    const second = await start({ DATA_DIR: other, PORT: new URL(pageOf(first)).port });
    expect(await second.end()).toBe(78);
    expect(second.output()).toContain('The port is taken');
  });

  it('ends within ten seconds when told to, with 0, and leaves no process, socket or lock behind', async () => {
    await cp(filled, dir, { recursive: true });
    const bot = await start();
    const owner = JSON.parse(await readFile(join(dir, 'owner.json'), 'utf8')) as { pid: number; socket: string };
    const began = performance.now();
    expect(await bot.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(isAlive(bot.pid)).toBe(false);
    expect(isAlive(owner.pid)).toBe(false);
    await expect(readFile(owner.socket)).rejects.toThrow();
    const again = await start();
    expect(again.output()).toContain('Pesan is running.');
    expect(await again.end()).toBe(0);
  });
});
