import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { OutMessage } from '../../../src/channels/channel.ts';
import { asFileId, keyOf } from '../../../src/core/ids.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { runBot, SECRET_WORDS } from './run-bot.ts';

const TEXT: OutMessage = { text: SECRET_WORDS };
const PICTURE: OutMessage = { text: SECRET_WORDS, file: { id: asFileId('qris'), mime: 'image/png', name: 'qris.png' } };
const forbidden = (what: string): Fault => ({ type: 'code', code: 403, description: `Forbidden: ${what}` });
const badRequest = (what: string): Fault => ({ type: 'code', code: 400, description: `Bad Request: ${what}` });

describe('what a send comes to', () => {
  it.each<[string, Fault, object, number]>([
    ['429', { type: 'code', code: 429, parameters: { retry_after: 31 } }, { type: 'retry', afterMs: 31_000 }, 0],
    ['429 without a time', { type: 'code', code: 429 }, { type: 'retry', afterMs: 5_000 }, 0],
    ['500', { type: 'code', code: 500 }, { type: 'retry' }, 0],
    ['a page of a proxy', { type: 'html', code: 502 }, { type: 'retry' }, 0],
    ['a token taken back', { type: 'code', code: 401 }, { type: 'retry', afterMs: 60_000 }, 0],
    ['a line cut before', { type: 'reset' }, { type: 'unknown' }, 0],
    ['a line cut after', { type: 'ghost' }, { type: 'unknown' }, 1],
    ['an answer cut off', { type: 'cut' }, { type: 'unknown' }, 1],
    ['a block', forbidden('bot was blocked by the user'), { type: 'refused', reason: 'blocked' }, 0],
    ['a deleted account', forbidden('user is deactivated'), { type: 'refused', reason: 'no-such-address' }, 0],
    [
      'no chat yet',
      forbidden("bot can't initiate conversation with a user"),
      { type: 'refused', reason: 'blocked' },
      0,
    ],
    ['no chat at all', badRequest('chat not found'), { type: 'refused', reason: 'no-such-address' }, 0],
    ['anything else', badRequest('BUTTON_DATA_INVALID'), { type: 'refused', reason: 'bad-request' }, 0],
    ['too much', { type: 'code', code: 413 }, { type: 'refused', reason: 'bad-request' }, 0],
  ])('knows what %s means, for a text and for a picture', async (_name, fault, outcome, seen) => {
    const bot = await runBot();
    bot.telegram.faults.add(fault, { method: 'sendMessage' });
    bot.telegram.faults.add(fault, { method: 'sendPhoto' });
    expect(await bot.send(TEXT)).toMatchObject(outcome);
    expect(bot.ani.heard).toHaveLength(seen);
    expect(await bot.send(PICTURE)).toMatchObject(outcome);
    expect(bot.ani.heard).toHaveLength(seen * 2);
  });

  it('is tried again when there was no connection', async () => {
    const bot = await runBot({ started: false, apiRoot: 'http://127.0.0.1:9' });
    expect(await bot.send(TEXT)).toMatchObject({ type: 'retry', reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('is unknown when it is stopped in flight, and leaves at once', async () => {
    const bot = await runBot();
    bot.telegram.faults.add({ type: 'delay', ms: 3_000 }, { method: 'sendMessage' });
    const stop = new AbortController();
    const sending = bot.send(TEXT, 'k', stop.signal);
    await bot.telegram.wait(() => bot.telegram.calls.some(({ method }) => method === 'sendMessage'));
    stop.abort();
    expect(await sending).toEqual({ type: 'unknown', reason: 'no answer came (STOPPED)' });
  });

  it('gives up within the time of a lease', async () => {
    const bot = await runBot();
    bot.telegram.faults.add({ type: 'delay', ms: 60_000 }, { method: 'sendMessage' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const sending = bot.send(TEXT);
    await bot.telegram.wait(() => bot.telegram.calls.some(({ method }) => method === 'sendMessage'));
    vi.advanceTimersByTime(9_000);
    expect(await sending).toMatchObject({ type: 'unknown' });
  });

  it.each(['-1001234567890', '0', '7e9', '7000000001.5', 'ani', ''])(
    'never writes to %j, which is no private chat',
    async (person) => {
      const bot = await runBot({ started: false });
      const to = { channel: 'telegram', account: bot.channel.account, person } as const;
      expect(await bot.channel.send(to, TEXT, keyOf('k'))).toEqual({ type: 'refused', reason: 'no-such-address' });
      expect(bot.telegram.calls).toEqual([]);
    },
  );

  it('goes on with a text of several messages where it was interrupted', async () => {
    const bot = await runBot();
    const long = { text: `${'a'.repeat(4_000)}\n${'b'.repeat(4_000)}\n${'c'.repeat(4_000)}` };
    bot.telegram.faults.limit({ perChatSecond: 1 });
    expect(await bot.send(long, 'long')).toMatchObject({ type: 'retry' });
    bot.telegram.faults.clear();
    expect(await bot.send(long, 'long')).toMatchObject({ type: 'sent' });
    expect(bot.ani.heard.map(({ text }) => text[0])).toEqual(['a', 'b', 'c']);
  });

  it('sends again from the start under another key', async () => {
    const bot = await runBot();
    bot.telegram.faults.limit({ perChatSecond: 1 });
    const long = { text: `${'a'.repeat(4_000)}\n${'b'.repeat(4_000)}` };
    await bot.send(long, 'one');
    bot.telegram.faults.clear();
    await bot.send(long, 'two');
    expect(bot.ani.heard.map(({ text }) => text[0])).toEqual(['a', 'a', 'b']);
  });
});

describe('files', () => {
  it('sends as a file what Telegram does not take as a photo', async () => {
    const bot = await runBot();
    bot.telegram.faults.add(badRequest('PHOTO_INVALID_DIMENSIONS'), { method: 'sendPhoto' });
    expect(await bot.send(PICTURE)).toMatchObject({ type: 'sent' });
    expect(bot.ani.last).toMatchObject({ text: SECRET_WORDS, document: { name: 'qris.png' } });
  });

  it.each([
    ['nota K7M2QX.pdf', 'nota_K7M2QX.pdf'],
    ['../../etc/passwd', 'etc_passwd'],
    ['C:\\a;b="c"\r\nx.pdf', 'C_a_b_c_x.pdf'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['   ', 'file'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(76)}.pdf`],
  ])('names a file %j plainly', async (name, plain) => {
    const bot = await runBot();
    await bot.send({ text: '', file: { id: asFileId('nota'), mime: 'application/pdf', name } });
    expect(bot.ani.last?.document?.name).toBe(plain);
  });

  it('sends the picture first and the buttons last when the text is too long for a caption', async () => {
    const bot = await runBot();
    const choices = [{ label: 'Ya', tap: { verb: 'ya', code: 'K7' } }];
    const outcome = await bot.send({ ...PICTURE, text: 'x'.repeat(1_025), choices });
    expect(bot.ani.heard).toMatchObject([{ text: '', buttons: [] }, { buttons: [['Ya']] }]);
    expect(outcome).toEqual({ type: 'sent', ref: String(bot.ani.last?.id) });
  });
});

describe('edits', () => {
  const ref = async (bot: Awaited<ReturnType<typeof runBot>>, message: OutMessage): Promise<string> => {
    const outcome = await bot.send(message);
    if (outcome.type !== 'sent') throw new Error('not sent');
    return outcome.ref;
  };

  it('sends anew when the message is gone', async () => {
    const bot = await runBot();
    const replaces = await ref(bot, TEXT);
    bot.ani.deletes({ id: Number(replaces) });
    expect(await bot.send({ text: 'baru', replaces })).toEqual({ type: 'sent', ref: String(bot.ani.last?.id) });
    expect(bot.ani.heard.map(({ text }) => text)).toEqual(['baru']);
  });

  it('changes the picture where a new one is given', async () => {
    const bot = await runBot();
    const replaces = await ref(bot, TEXT);
    expect(await bot.send({ ...PICTURE, text: 'dengan gambar', replaces })).toEqual({ type: 'sent', ref: replaces });
    expect(bot.ani.heard).toMatchObject([{ text: 'dengan gambar', photo: expect.anything() }]);
  });

  it('keeps the picture when its file is no longer there', async () => {
    const bot = await runBot();
    const replaces = await ref(bot, PICTURE);
    const gone = { id: asFileId('none'), mime: 'image/png', name: 'x.png' };
    expect(await bot.send({ text: 'selesai', file: gone, replaces })).toEqual({ type: 'sent', ref: replaces });
    expect(bot.ani.heard).toMatchObject([{ text: 'selesai', photo: expect.anything() }]);
  });

  it('cuts what is too long for one message', async () => {
    const bot = await runBot();
    const replaces = await ref(bot, PICTURE);
    expect(await bot.send({ text: 'x'.repeat(9_000), replaces })).toEqual({ type: 'sent', ref: replaces });
    expect(bot.ani.heard[0]?.text).toHaveLength(1_024);
  });

  it('lets nobody tap what was edited away', async () => {
    const bot = await runBot();
    const replaces = await ref(bot, { text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'ya', code: 'K7' } }] });
    await bot.send({ text: 'Diterima', replaces });
    expect(() => bot.ani.taps({ id: Number(replaces) }, 'Ya')).toThrow('has no button [Ya]');
  });

  it.each([
    ['429', { type: 'code', code: 429, parameters: { retry_after: 2 } } as const, 'retry'],
    ['a lost answer', { type: 'ghost' } as const, 'unknown'],
  ])('comes to the same as a send on %s', async (_name, fault, type) => {
    const bot = await runBot();
    const replaces = await ref(bot, TEXT);
    bot.telegram.faults.add(fault, { method: 'editMessageText' });
    expect(await bot.send({ text: 'baru', replaces })).toMatchObject({ type });
    expect(bot.ani.heard).toHaveLength(1);
  });
});
