import { describe, expect, it } from 'vitest';
import type { MediaRef } from '../../../src/channels/channel.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { OWNER, PNG, type RunningBot, runBot } from './run-bot.ts';

const photoOf = async (bot: RunningBot): Promise<MediaRef> => {
  bot.ani.sendsPhoto(PNG, 'bukti');
  const message = await bot.telegram.wait(() => bot.taken.at(-1));
  if (message.body.type !== 'media') throw new Error('no photo came');
  return message.body.ref;
};

describe('fetching what a person sent', () => {
  it('brings the bytes of the biggest size', async () => {
    const bot = await runBot();
    const fetched = await bot.channel.fetch(await photoOf(bot));
    expect(fetched).toEqual({ type: 'fetched', bytes: PNG, mime: 'image/jpeg' });
  });

  it('says gone when Telegram has let go of it', async () => {
    const bot = await runBot();
    const ref = await photoOf(bot);
    bot.telegram.forgetFiles();
    expect(await bot.channel.fetch(ref)).toEqual({ type: 'gone' });
  });

  it('says gone of what is too big to hand out, without asking where the size is known', async () => {
    const bot = await runBot();
    bot.ani.sendsDocument(Buffer.alloc((20 << 20) + 1), 'besar.zip', 'application/zip');
    const body = (await bot.telegram.wait(() => bot.taken[0])).body;
    if (body.type !== 'media') throw new Error('no file came');
    const { size: _size, ...unsized } = body.ref;
    expect(await bot.channel.fetch(body.ref)).toEqual({ type: 'gone' });
    expect(bot.telegram.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
    expect(await bot.channel.fetch(unsized)).toEqual({ type: 'gone' });
  });

  it.each<[string, Fault, object]>([
    ['429', { type: 'code', code: 429, parameters: { retry_after: 4 } }, { type: 'retry', afterMs: 4_000 }],
    ['500', { type: 'code', code: 500 }, { type: 'retry', afterMs: 2_000 }],
    ['a cut line', { type: 'reset' }, { type: 'retry', afterMs: 2_000 }],
    ['a cut answer', { type: 'cut' }, { type: 'retry', afterMs: 2_000 }],
  ])('tries again after %s', async (_name, fault, outcome) => {
    const bot = await runBot();
    const ref = await photoOf(bot);
    bot.telegram.faults.add(fault, { method: 'getFile' });
    expect(await bot.channel.fetch(ref)).toEqual(outcome);
    expect((await bot.channel.fetch(ref)).type).toBe('fetched');
  });

  it.each<[string, Fault, string]>([
    ['a cut line', { type: 'reset' }, 'retry'],
    ['a file that breaks off', { type: 'cut' }, 'retry'],
    ['a page of a proxy', { type: 'html', code: 502 }, 'retry'],
    ['404', { type: 'code', code: 404 }, 'gone'],
  ])('makes no file of %s', async (_name, fault, type) => {
    const bot = await runBot();
    const ref = await photoOf(bot);
    bot.telegram.faults.add(fault, { method: 'download' });
    expect((await bot.channel.fetch(ref)).type).toBe(type);
  });
});

describe('menus', () => {
  const commands = (bot: RunningBot, scope: string) =>
    bot.telegram.menus.get(scope)?.map(({ command, description }) => `${command}: ${description}`);

  it('shows everybody the customer menu in both languages', async () => {
    const bot = await runBot();
    await bot.telegram.wait(() => commands(bot, 'all_private_chats/en'));
    expect(commands(bot, 'all_private_chats/')).toEqual(['pesan: pesan (id)']);
    expect(commands(bot, 'all_private_chats/en')).toEqual(['pesan: pesan (en)']);
  });

  it('shows an owner the owner menu from the start', async () => {
    const bot = await runBot({ started: false });
    bot.telegram.user(OWNER).says('/start');
    bot.start();
    await bot.telegram.wait(() => commands(bot, `chat:${OWNER}/en`));
    expect(commands(bot, `chat:${OWNER}/`)).toEqual(['antrean: antrean (id)']);
  });

  it('shows it once the owner writes, when there was no chat before', async () => {
    const bot = await runBot();
    await bot.telegram.wait(() => bot.log.some((line) => line.includes('menu was not set')));
    bot.telegram.user(OWNER).says('/start');
    await bot.telegram.wait(() => commands(bot, `chat:${OWNER}/en`));
  });

  it('changes the menu of a chat with a message that says so, once', async () => {
    const bot = await runBot();
    await bot.send({ text: 'Selamat datang', menu: 'supplier' });
    await bot.send({ text: 'Lagi', menu: 'supplier' });
    await bot.telegram.wait(() => commands(bot, 'chat:7000000001/en'));
    await bot.stop();
    const set = bot.telegram.calls.filter(({ method, params }) => {
      return method === 'setMyCommands' && JSON.stringify(params).includes('7000000001');
    });
    expect(set).toHaveLength(2);
  });

  it('starts all the same when menus are refused', async () => {
    const bot = await runBot({ started: false });
    bot.telegram.faults.add({ type: 'code', code: 500 }, { method: 'setMyCommands', times: 9 });
    bot.start();
    await bot.telegram.wait(() => bot.telegram.polled());
  });
});
