import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunningBot, runBot } from './run-bot.ts';

const SECRET = 'a-secret_of-the-hook';

/** A small web server in the place of the web room: it hands bodies and the secret to the bot. */
async function hookServer(): Promise<{ url: string; bot: { current: RunningBot | undefined } }> {
  const bot: { current: RunningBot | undefined } = { current: undefined };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      const body: unknown = JSON.parse(Buffer.concat(parts).toString());
      const status = bot.current?.channel.webhook?.(typeof secret === 'string' ? secret : undefined, body);
      void (status ?? Promise.resolve(503)).then((code) => response.writeHead(code).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, bot };
}

async function runHookedBot(): Promise<RunningBot> {
  const hook = await hookServer();
  const bot = await runBot({ started: false, mode: { type: 'webhook', url: hook.url, secret: SECRET } });
  hook.bot.current = bot;
  bot.start();
  await bot.telegram.wait(() => bot.channel.health().up);
  return bot;
}

const update = (text: string) => ({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1_767_600_000,
    chat: { id: 7, type: 'private' },
    from: { id: 7, is_bot: false, first_name: 'Budi' },
    text,
  },
});

describe('receiving by webhook', () => {
  it('takes what Telegram brings, in order', async () => {
    const bot = await runHookedBot();
    for (const text of ['satu', 'dua', 'tiga']) bot.ani.says(text);
    await bot.telegram.wait(() => bot.telegram.webhook.tries.length === 3);
    expect(bot.texts()).toEqual(['satu', 'dua', 'tiga']);
    expect(bot.telegram.webhook.tries.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('has Telegram bring again what the store did not take', async () => {
    const bot = await runHookedBot();
    bot.storeAway = true;
    bot.ani.says('penting');
    await bot.telegram.wait(() => bot.telegram.webhook.tries.length >= 2);
    bot.storeAway = false;
    await bot.telegram.wait(() => bot.telegram.webhook.tries.at(-1)?.status === 200);
    expect(bot.telegram.webhook.tries[0]?.status).toBe(503);
    expect(bot.texts()).toEqual(['penting']);
  });

  it('gives an update that is brought twice the same key', async () => {
    const bot = await runHookedBot();
    bot.ani.says('halo');
    await bot.telegram.wait(() => bot.taken.length === 1);
    bot.telegram.push({ message: bot.telegram.updates.at(-1)?.message });
    await bot.telegram.wait(() => bot.taken.length === 2);
    expect(bot.taken[0]?.key).toBe(bot.taken[1]?.key);
  });

  it('lets a tap stop turning', async () => {
    const bot = await runHookedBot();
    bot.ani.says('/start');
    await bot.send({ text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'terima', code: 'K7' } }] });
    const tap = bot.ani.taps({ id: bot.ani.heard[0]?.id ?? 0 }, 'Ya');
    await bot.telegram.wait(() => bot.telegram.taps.get(tap)?.answer);
    await bot.telegram.wait(() => bot.texts().includes('tap'));
  });

  it.each([
    ['no secret', undefined],
    ['another secret', 'a-secret_of-the-hooK'],
    ['the start of the secret', SECRET.slice(0, -1)],
    ['an empty secret', ''],
  ])('takes nothing with %s', async (_name, secret) => {
    const bot = await runHookedBot();
    expect(await bot.channel.webhook?.(secret, update('palsu'))).toBe(401);
    expect(bot.taken).toEqual([]);
  });

  it.each([undefined, null, [], 'text', 7, {}, { update_id: 'x', message: 1 }])(
    'answers 200 to %j, which no repeat would make readable',
    async (body) => {
      const bot = await runHookedBot();
      expect(await bot.channel.webhook?.(SECRET, body)).toBe(200);
      expect(bot.taken).toEqual([]);
    },
  );

  it('takes nothing before it has started and after it has stopped', async () => {
    const bot = await runHookedBot();
    await bot.stop();
    expect(await bot.channel.webhook?.(SECRET, update('telat'))).toBe(503);
    expect(bot.taken).toEqual([]);
  });

  it('tells Telegram its address until it is taken', async () => {
    const bot = await runBot({
      started: false,
      mode: { type: 'webhook', url: 'http://127.0.0.1:9/hook', secret: SECRET },
    });
    bot.telegram.faults.add({ type: 'code', code: 500 }, { method: 'setWebhook', times: 3 });
    bot.start();
    await bot.telegram.wait(() => bot.channel.health().up);
    expect(bot.pauses).toEqual([500, 1_000, 2_000]);
    expect(bot.telegram.webhook.settings).toEqual({ url: 'http://127.0.0.1:9/hook', secret: SECRET });
  });

  it('has no webhook to mount when it polls', async () => {
    const bot = await runBot({ started: false });
    expect('webhook' in bot.channel).toBe(false);
  });
});
