import { describe, expect, it } from 'vitest';
import { PNG, runBot, SECRET_WORDS } from './run-bot.ts';

describe('receiving by polling', () => {
  it('hands in a whole batch at once and moves on only when it is safe', async () => {
    const bot = await runBot({ started: false });
    for (const text of ['satu', 'dua', 'tiga']) bot.ani.says(text);
    bot.storeAway = true;
    bot.start();
    await bot.telegram.wait(() => bot.pauses.length >= 3);
    expect(bot.telegram.pending()).toBe(3);
    expect(bot.channel.health()).toMatchObject({ up: false, detail: expect.stringContaining('store') });
    bot.storeAway = false;
    await bot.telegram.wait(() => bot.telegram.pending() === 0);
    expect(bot.texts()).toEqual(['satu', 'dua', 'tiga']);
    expect(bot.channel.health().up).toBe(true);
  });

  it('gets again after a restart what was not yet confirmed, under the same keys', async () => {
    const bot = await runBot();
    bot.ani.says('sebelum');
    await bot.telegram.wait(() => bot.taken.length === 1);
    await bot.stop();
    bot.ani.says('selama mati');
    bot.start();
    await bot.telegram.wait(() => bot.texts().at(-1) === 'selama mati');
    expect(new Set(bot.taken.map(({ key }) => key)).size).toBe(2);
  });

  it('is up before anybody has written', async () => {
    const bot = await runBot({ started: false });
    bot.start();
    await bot.telegram.wait(() => bot.channel.health().up);
    await bot.telegram.wait(() => bot.telegram.polled());
  });

  it('takes all photos of an album with the same album id', async () => {
    const bot = await runBot();
    bot.ani.sendsAlbum([PNG, PNG, PNG], 'bukti');
    await bot.telegram.wait(() => bot.taken.length === 3);
    expect(new Set(bot.taken.map(({ album }) => album)).size).toBe(1);
    expect(bot.taken[0]?.album).toBeDefined();
  });

  it('hands in an edit under a key of its own that names the message', async () => {
    const bot = await runBot();
    const said = bot.ani.says('2 baju');
    bot.ani.edits(said, '3 baju');
    bot.ani.edits(said, '4 baju');
    await bot.telegram.wait(() => bot.taken.length === 3);
    const [first, ...edits] = bot.taken;
    expect(edits.map(({ body }) => body)).toEqual([
      { type: 'edited', of: first?.key, text: '3 baju' },
      { type: 'edited', of: first?.key, text: '4 baju' },
    ]);
    expect(new Set(bot.taken.map(({ key }) => key)).size).toBe(3);
  });

  it('lets a tap stop turning as soon as it is safe, also one of no button of ours', async () => {
    const bot = await runBot();
    await bot.send({ text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'terima', code: 'K7M2QX', rev: 1 } }] });
    const [card] = bot.ani.heard;
    if (!card) throw new Error('no card');
    bot.ani.taps(card, 'Ya');
    bot.ani.forgesTap(card, '{"$gt":""}');
    await bot.telegram.wait(() => [...bot.telegram.taps.values()].every(({ answer }) => answer));
    expect(bot.texts()).toEqual(['tap']);
  });

  it('does not answer a tap that is not safe yet', async () => {
    const bot = await runBot();
    await bot.send({ text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'terima', code: 'K7M2QX' } }] });
    bot.storeAway = true;
    const tap = bot.ani.taps({ id: bot.ani.heard[0]?.id ?? 0 }, 'Ya');
    await bot.telegram.wait(() => bot.pauses.length >= 2);
    expect(bot.telegram.taps.get(tap)?.answer).toBeUndefined();
    bot.storeAway = false;
    await bot.telegram.wait(() => bot.telegram.taps.get(tap)?.answer);
    expect(bot.texts()).toEqual(['tap']);
  });

  it('goes on when a tap can no longer be answered', async () => {
    const bot = await runBot();
    bot.telegram.faults.add({ type: 'code', code: 400 }, { method: 'answerCallbackQuery' });
    await bot.send({ text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'terima', code: 'K7M2QX' } }] });
    bot.ani.taps({ id: bot.ani.heard[0]?.id ?? 0 }, 'Ya');
    bot.ani.says('lalu');
    await bot.telegram.wait(() => bot.taken.length === 2);
    expect(bot.texts()).toEqual(['tap', 'lalu']);
  });

  it('has no small call left on its way when it has stopped', async () => {
    const bot = await runBot();
    bot.telegram.faults.add({ type: 'delay', ms: 60_000 }, { method: 'answerCallbackQuery' });
    await bot.send({ text: 'Terima?', choices: [{ label: 'Ya', tap: { verb: 'terima', code: 'K7M2QX' } }] });
    bot.ani.taps({ id: bot.ani.heard[0]?.id ?? 0 }, 'Ya');
    await bot.telegram.wait(() => bot.telegram.calls.some(({ method }) => method === 'answerCallbackQuery'));
    await bot.stop();
    expect(bot.log.some((line) => line.includes('a small call failed'))).toBe(true);
  });

  it('hears nobody in a group, leaves it and says so once', async () => {
    const bot = await runBot();
    const group = { id: -1_001_234_567_890, type: 'supergroup', title: 'Reseller' };
    const from = bot.ani.user;
    for (const id of [1, 2]) {
      bot.telegram.push({ message: { message_id: id, date: 1_767_600_000, chat: group, from, text: SECRET_WORDS } });
    }
    bot.ani.says('pribadi');
    await bot.telegram.wait(() => bot.telegram.left.length > 0 && bot.taken.length > 0);
    expect(bot.texts()).toEqual(['pribadi']);
    expect(bot.telegram.left).toContain(group.id);
    expect(bot.log.filter((line) => line.includes('passed over'))).toHaveLength(1);
  });

  it('is not stopped by updates that nobody can read', async () => {
    const bot = await runBot();
    bot.telegram.push({ message: { text: 'tanpa chat' } });
    bot.telegram.push({ message: null });
    bot.telegram.push({ callback_query: { id: 7 } });
    bot.ani.says('sesudahnya');
    await bot.telegram.wait(() => bot.taken.length === 1);
    expect(bot.texts()).toEqual(['sesudahnya']);
  });
});

describe('when Telegram does not hand out updates', () => {
  it.each([
    ['a proxy answers', { type: 'html', code: 502 } as const],
    ['the line is reset', { type: 'reset' } as const],
    ['the answer breaks off', { type: 'cut' } as const],
    ['Telegram fails', { type: 'code', code: 500 } as const],
  ])('asks again, ever more slowly, when %s, and loses nothing', async (_name, fault) => {
    const bot = await runBot({ started: false });
    bot.telegram.faults.add(fault, { method: 'getUpdates', times: 4 });
    bot.ani.says('halo');
    bot.start();
    await bot.telegram.wait(() => bot.taken.length > 0);
    expect(bot.pauses).toEqual([500, 1_000, 2_000, 4_000]);
    expect(bot.texts()).toEqual(['halo']);
    await bot.telegram.wait(() => bot.channel.health().up);
  });

  it('waits as long as it is told', async () => {
    const bot = await runBot({ started: false });
    bot.telegram.faults.tooMany(17, { method: 'getUpdates' });
    bot.start();
    await bot.telegram.wait(() => bot.pauses.length > 0);
    expect(bot.pauses[0]).toBe(17_000);
  });

  it('says that another program uses the bot, and goes on when that one is gone', async () => {
    const bot = await runBot({ started: false });
    bot.telegram.faults.add({ type: 'code', code: 409 }, { method: 'getUpdates', times: 2 });
    bot.start();
    await bot.telegram.wait(() => bot.pauses.length > 0);
    expect(bot.channel.health()).toMatchObject({ up: false, detail: expect.stringContaining('another program') });
    bot.ani.says('halo');
    await bot.telegram.wait(() => bot.taken.length > 0);
  });

  it('stops asking with a token that is no good, and says what to do', async () => {
    const bot = await runBot({ started: false, token: '7100000042:wrong' });
    bot.start();
    await bot.telegram.wait(() => bot.channel.health().detail.includes('TELEGRAM_BOT_TOKEN'));
    expect(bot.channel.health().up).toBe(false);
    expect(bot.pauses).toEqual([]);
  });

  it('removes a webhook that was left from before, and gets what it had not brought', async () => {
    const bot = await runBot({ started: false });
    await fetch(`${bot.telegram.root}/bot${bot.telegram.token}/setWebhook?url=http://127.0.0.1:9/`);
    bot.start();
    await bot.telegram.wait(() => bot.telegram.polled());
    bot.ani.says('halo');
    await bot.telegram.wait(() => bot.taken.length > 0);
  });
});
