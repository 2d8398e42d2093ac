import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegram, type TelegramServer } from '../../support/telegram/start-telegram.ts';

const PNG = Buffer.from('\x89PNG-like', 'latin1');

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
}

/** The loopback server and a caller that is no bot of ours, so that the server is tried by itself. */
async function loopback(nowMs?: () => number) {
  const telegram = await startTelegram(nowMs ? { nowMs } : {});
  onTestFinished(async () => await telegram.stop());
  const call = async (method: string, fields: object = {}, token = telegram.token): Promise<Answer> => {
    const answer = await fetch(`${telegram.root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return (await answer.json()) as Answer;
  };
  const poll = async (fields: object = {}) => {
    const { result } = await call('getUpdates', fields);
    return result as { update_id: number; message?: { message_id: number; text?: string } }[];
  };
  return { telegram, call, poll };
}

const lastId = (telegram: TelegramServer): number => telegram.updates.at(-1)?.update_id ?? 0;

describe('the loopback Telegram', () => {
  it('keeps updates until their offset is passed', async () => {
    const { telegram, poll } = await loopback();
    const ani = telegram.user(7_000_000_001);
    ani.says('satu');
    ani.says('dua');
    const [first] = await poll();
    expect(await poll()).toHaveLength(2);
    expect(await poll({ offset: (first?.update_id ?? 0) + 1 })).toMatchObject([{ message: { text: 'dua' } }]);
    expect(await poll({ limit: 1 })).toHaveLength(1);
    expect(await poll({ offset: lastId(telegram) + 1 })).toEqual([]);
  });

  it('keeps the tail on a negative offset', async () => {
    const { telegram, poll } = await loopback();
    for (const text of ['satu', 'dua', 'tiga']) telegram.user(7).says(text);
    expect(await poll({ offset: -1 })).toMatchObject([{ message: { text: 'tiga' } }]);
    expect(telegram.pending()).toBe(1);
  });

  it('answers a waiting poll with all that comes at once, and ends it when a newer one waits', async () => {
    const { telegram, call, poll } = await loopback();
    const older = call('getUpdates', { timeout: 30 });
    await telegram.wait(() => telegram.polled());
    const newer = poll({ timeout: 30 });
    expect(await older).toMatchObject({ ok: false, error_code: 409 });
    telegram.user(7).sendsAlbum([PNG, PNG]);
    expect(await newer).toHaveLength(2);
  });

  it('lets go of a tap after 150 seconds and of a message after a day', async () => {
    let now = 1_767_600_000_000;
    const { telegram, call, poll } = await loopback(() => now);
    const ani = telegram.user(7);
    ani.says('/start');
    const markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya::' }]] };
    await call('sendMessage', { chat_id: 7, text: 'Terima?', reply_markup: markup });
    const id = ani.taps({ id: 2 }, 'Ya');
    expect(await poll()).toHaveLength(2);
    now += 151_000;
    expect(await poll()).toHaveLength(1);
    expect((await call('answerCallbackQuery', { callback_query_id: id })).description).toContain('query is too old');
    now += 24 * 3_600_000;
    expect(await poll()).toEqual([]);
  });

  it('makes only updates of the kinds that were asked for, remembered until changed', async () => {
    const { telegram, poll } = await loopback();
    await poll({ allowed_updates: ['callback_query'] });
    telegram.user(7).says('tidak diminta');
    expect(await poll()).toEqual([]);
    await poll({ allowed_updates: ['message'] });
    telegram.user(7).says('diminta');
    expect(await poll()).toHaveLength(1);
  });

  it('counts messages per chat, so that ids collide between chats', async () => {
    const { telegram, poll } = await loopback();
    telegram.user(7).says('a');
    telegram.user(8).says('b');
    expect((await poll()).map(({ message }) => message?.message_id)).toEqual([1, 1]);
  });

  it.each([
    ['sendMessage', { chat_id: 9, text: 'x' }, 400, 'chat not found'],
    ['sendMessage', { chat_id: 8, text: 'x' }, 403, "can't initiate conversation"],
    ['sendMessage', { chat_id: 7, text: ' ' }, 400, 'message text is empty'],
    ['sendMessage', { chat_id: 7, text: 'x'.repeat(4_097) }, 400, 'message is too long'],
    ['sendMessage', { chat_id: 7, text: 'a\ud83d' }, 400, 'must be encoded in UTF-8'],
    ['editMessageText', { chat_id: 7, message_id: 99, text: 'x' }, 400, 'message to edit not found'],
    ['editMessageText', { chat_id: 7, message_id: 1, text: 'x' }, 400, "message can't be edited"],
    ['deleteMessage', { chat_id: 7, message_id: 99 }, 400, 'message to delete not found'],
    ['getFile', { file_id: 'x' }, 400, 'wrong file_id'],
    ['sendRocket', {}, 404, 'method not found'],
  ])('refuses %s %j with %i', async (method, fields, code, text) => {
    const { telegram, call } = await loopback();
    telegram.user(7).says('/start');
    telegram.user(8);
    const answer = await call(method, fields);
    expect(answer).toMatchObject({ ok: false, error_code: code });
    expect(answer.description).toContain(text);
  });

  it('refuses a button with more than 64 bytes of data', async () => {
    const { telegram, call } = await loopback();
    telegram.user(7).says('/start');
    const markup = (data: string) => ({ inline_keyboard: [[{ text: 'Ya', callback_data: data }]] });
    const answer = await call('sendMessage', { chat_id: 7, text: 'x', reply_markup: markup('é'.repeat(33)) });
    expect(answer.description).toContain('BUTTON_DATA_INVALID');
    expect((await call('sendMessage', { chat_id: 7, text: 'x', reply_markup: markup('é'.repeat(32)) })).ok).toBe(true);
  });

  it('knows its own token only', async () => {
    const { call } = await loopback();
    expect(await call('getMe', {}, '1:other')).toMatchObject({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await call('getMe')).toMatchObject({ ok: true, result: { is_bot: true } });
  });

  it('carries a ghost call out and answers nothing, a reset one not at all', async () => {
    const { telegram, call } = await loopback();
    const ani = telegram.user(7);
    ani.says('/start');
    telegram.faults.add({ type: 'ghost' }, { method: 'sendMessage' });
    telegram.faults.add({ type: 'reset' }, { method: 'sendMessage' });
    await expect(call('sendMessage', { chat_id: 7, text: 'hantu' })).rejects.toThrow('fetch failed');
    await expect(call('sendMessage', { chat_id: 7, text: 'putus' })).rejects.toThrow('fetch failed');
    expect(ani.heard.map(({ text }) => text)).toEqual(['hantu']);
    expect(telegram.calls.map(({ answer }) => answer)).toEqual(['ghost', 'reset']);
    expect(telegram.faults.left).toBe(0);
  });

  it('meets a fault only in the chat it was planned for', async () => {
    const { telegram, call } = await loopback();
    for (const id of [7, 8]) telegram.user(id).says('/start');
    telegram.faults.tooMany(9, { chat: 8 });
    expect((await call('sendMessage', { chat_id: 7, text: 'x' })).ok).toBe(true);
    expect(await call('sendMessage', { chat_id: 8, text: 'x' })).toMatchObject({ parameters: { retry_after: 9 } });
    expect((await call('sendMessage', { chat_id: 8, text: 'x' })).ok).toBe(true);
  });

  it('lets nobody press a button that is not there', async () => {
    const { telegram, call } = await loopback();
    const ani = telegram.user(7);
    ani.says('/start');
    const markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya::' }]] };
    await call('sendMessage', { chat_id: 7, text: 'Terima?', reply_markup: markup });
    expect(() => ani.taps({ id: 2 }, 'Tidak')).toThrow('its buttons: [Ya]');
    await call('editMessageText', { chat_id: 7, message_id: 2, text: 'Diterima' });
    expect(() => ani.taps({ id: 2 }, 'Ya')).toThrow('its buttons: none');
    expect(ani.last).toMatchObject({ text: 'Diterima', edited: true });
  });

  it('fails a wait that comes to nothing with the last calls', async () => {
    const { telegram, call } = await loopback();
    await call('getMe');
    await expect(telegram.wait(() => undefined, 20)).rejects.toThrow('getMe');
  });
});
