import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

const ORDER =
  'pesan\nBarang: 2 kaos merah\nNama: Budi\nHP: 0812 3456 7890\nKota: ke Malang\nKurir: J&T\nCatatan: merah tua';

describe('a turn that is repeated after a crash', () => {
  it('calls the same act with the same input under the same key, and goes on from its outcome', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    const run = [t.mail({ type: 'text', text: 'ya' })];
    t.effects.crash = new Error('the machine went away');
    await expect(t.answer(run)).rejects.toThrow('went away');
    expect(t.doing()).toMatchObject({ flow: 'pesan', step: 'place-order', action: 'place-order', run: [run[0]?._id] });

    const { answers } = await t.answer(run);
    expect(answers.map(({ text }) => text)).toEqual(['Pesanan K7M2Q5 dicatat untuk Budi.']);
    expect([...t.effects.placed.keys()]).toEqual([`${run[0]?._id}/pesan/place-order`]);
    expect(t.effects.calls.filter((name) => name === 'place-order')).toHaveLength(2);
  });

  it('does not walk again: what has changed since does not change what it does', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    const run = [t.mail({ type: 'text', text: 'ya' })];
    t.effects.crash = new Error('gone');
    await expect(t.answer(run)).rejects.toThrow();
    t.effects.couriers = [];
    t.effects.calls.length = 0;
    const { answers } = await t.answer(run);
    expect(answers[0]?.text).toContain('dicatat');
    expect(t.effects.calls).toEqual(['place-order']);
  });

  it('says what was to be said before the act once', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    await t.say('batal');
    await t.say('tidak');
    const run = [
      t.mail(
        { type: 'media', kind: 'image', ref: { channel: 'simulator', id: 'x' }, caption: '' },
        { file: { type: 'stored', kind: 'image', file: { id: 'x' as never, mime: 'image/png', name: 'x' } } },
      ),
    ];
    t.effects.unpaid = [{ value: 'A23456', label: 'A' }];
    t.effects.crash = new Error('gone');
    await expect(t.answer(run)).rejects.toThrow();
    const { answers } = await t.answer(run);
    expect(
      answers
        .map(({ text }) => text)
        .join('\n')
        .match(/Bukti diterima/g),
    ).toHaveLength(1);
    expect(answers.map(({ text }) => text).join('\n')).toContain('Lanjut ya Kak:');
    expect(t.effects.placed.size).toBe(1);
  });

  it('that only looked walks again and answers the same', async () => {
    const t = demoTalk();
    const run = [t.mail({ type: 'text', text: 'ongkir ke Malang' })];
    const { talk, answers } = await t.answer(run);
    expect(answers[0]?.text).toBe('Ongkir ke Malang Rp9.000.');
    expect(await t.answer(run)).toMatchObject({ talk, answers });
  });

  it('gives the act of another message another key', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    await t.say('ya');
    await t.say(ORDER);
    await t.say('ya');
    expect(t.effects.placed.size).toBe(2);
  });
});
