import { describe, expect, it } from 'vitest';
import { DEMO_FILES } from './demo-files.ts';
import { demoTalk } from './demo-talk.ts';

const DEMO = DEMO_FILES['customer/demo.yaml'];
const ORDER =
  'pesan\nBarang: 2 kaos merah\nNama: Budi\nHP: 0812 3456 7890\nKota: ke Malang\nKurir: J&T\nCatatan: merah tua';

describe('a talk whose file has changed', () => {
  it('goes on where it was when steps moved around it', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    t.change({
      'customer/demo.yaml': DEMO.replace(
        '  - form: pesanan\n',
        '  - { id: awal, say: demo.tanya }\n  - form: pesanan\n',
      ),
    });
    expect(await t.say('Budi')).toBe('Nomor HP-nya?');
  });

  it('is asked a field that is new, before the action is called without it', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    t.change({
      'customer/demo.yaml': DEMO.replace(
        '      - { include: alamat }\n',
        '      - { include: alamat }\n      - { name: kado, as: yes-no, ask: demo.ask-cod }\n',
      ),
    });
    expect(await t.say('ya')).toBe('Bayar di tempat?');
    expect(await t.say('ya')).toContain('Pesanan Kakak:');
    expect(await t.say('ya')).toContain('dicatat');
  });

  it('is asked the first unfilled field when the step it stood at is gone', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    const renamed = DEMO.replace('form: pesanan\n', 'form: data-pesanan\n')
      .replaceAll('go: pesanan }', 'go: data-pesanan }')
      .replace('problems: pesanan', 'problems: data-pesanan')
      .replace('with: $pesanan', 'with: $data-pesanan');
    t.change({ 'customer/demo.yaml': renamed });
    expect(await t.say('halo')).toContain('Mau pesan apa, Kak?');
  });

  it('is over when its flow is gone, and what was said is answered anew', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    t.change({ 'customer/demo.yaml': DEMO.replace('flow: pesan\n', 'flow: pemesanan\n') });
    expect(await t.say('Budi')).toBe('Ketik menu ya Kak.');
    expect(t.chat().talk).toEqual([]);
  });

  it('keeps its place in a form whose field has another kind now', async () => {
    const t = demoTalk();
    await t.say(ORDER);
    t.change({ 'forms/alamat.yaml': DEMO_FILES['forms/alamat.yaml'].replace('as: phone', 'as: money') });
    await t.say('ubah hp jadi 5000');
    expect(t.chat().talk).toMatchObject([{ asking: 'hp' }]);
  });
});
