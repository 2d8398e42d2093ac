import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

/** A talk in which the courier is asked. */
async function atCourier() {
  const t = demoTalk();
  await t.say('pesan 1 topi');
  await t.say('Budi');
  await t.say('081234567890');
  expect(await t.say('Malang')).toBe('Pakai kurir apa?');
  return t;
}
const COURIER = 'Lanjut ya Kak:\n\nPakai kurir apa?';

describe('a question of information', () => {
  it('is answered and the open question is asked again', async () => {
    const t = await atCourier();
    expect(await t.say('ongkir ke Surabaya berapa?')).toBe(`Ongkir ke Surabaya Rp9.000.\n\n${COURIER}`);
    expect(t.choices()).toHaveLength(3);
    expect(await t.say('2')).toBe('Ada catatan?');
  });

  it('is answered even where any words would do, when it is asked as a question', async () => {
    const t = await atCourier();
    await t.say('2');
    expect(await t.say('ongkir ke Bandung berapa?')).toBe(
      'Ongkir ke Bandung Rp9.000.\n\nLanjut ya Kak:\n\nAda catatan?',
    );
    expect(await t.say('ongkirnya sekalian ya')).toContain('6. Catatan: ongkirnya sekalian ya');
  });
});

describe('something else in the middle of a talk', () => {
  it('puts the talk below, and it comes back when that is over', async () => {
    const t = await atCourier();
    expect(await t.photo('bukti1')).toBe('Untuk pesanan mana?');
    expect(await t.say('2')).toContain('1. B23456 Rp75.000');
    expect(await t.say('selesai')).toBe(`Bukti diterima.\n\n${COURIER}`);
    expect(t.effects.calls).toEqual(['claim-payment']);
  });

  it('lies at most three deep, and the oldest makes way', async () => {
    const t = await atCourier();
    await t.photo('x');
    await t.say('menu');
    expect(t.chat().talk).toHaveLength(3);
    await t.send({ type: 'tap', verb: 'lihat', code: 'K7M2Q5' });
    expect(t.chat().talk).toHaveLength(3);
    expect(t.chat().talk).toMatchObject([{ flow: 'pesan' }, { flow: 'bukti' }, { flow: 'menu' }]);
  });

  it.each([
    ['a start word', 'bukti', 'Kirim fotonya ya.'],
    ['a global word', 'menu', 'Mau apa, Kak?'],
    ['help', 'bantuan', 'Kakak bisa balas kapan saja:'],
  ])('%s is no note, although a note takes any words', async (_, said, answer) => {
    const t = await atCourier();
    await t.say('2');
    expect(await t.say(said)).toContain(answer);
    expect(JSON.stringify(t.chat().talk)).not.toContain('"catatan":"');
  });

  it('is no reason to lose a photo that comes with words', async () => {
    const t = await atCourier();
    await t.say('2');
    expect(await t.photo('x', 'ini bukti transfernya')).toBe('Untuk pesanan mana?');
  });

  it('takes one more photo for the proof that is being sent', async () => {
    const t = demoTalk();
    await t.photo('satu');
    expect(await t.photo('dua')).toContain('Untuk pesanan mana?');
    await t.say('semua');
    expect([...t.effects.placed.values()]).toMatchObject([
      { berkas: [{ file: { id: 'satu' } }, { file: { id: 'dua' } }] },
    ]);
  });

  it('adds a product of a link to the order that is open', async () => {
    const t = await atCourier();
    expect(await t.say('/start p_celana')).toBe(
      'Siap Kak, dicatat ya.\nBarang: \n   • 1 x topi\n   • 1 x celana\n\nPakai kurir apa?',
    );
    expect(t.chat().talk).toHaveLength(1);
  });

  it('brings up the talk that its start word opened before', async () => {
    const t = await atCourier();
    await t.photo('x');
    expect(await t.say('pesan')).toBe(COURIER);
    expect(t.chat().talk).toMatchObject([{ flow: 'bukti' }, { flow: 'pesan' }]);
  });
});

describe('taps and codes', () => {
  it.each([
    ['a button', { type: 'tap', verb: 'lihat', code: 'K7M2Q5' }],
    ['a word with the code', { type: 'text', text: 'lihat k7m2q5' }],
    ['the code with a word', { type: 'text', text: 'K7M2Q5 lihat' }],
    ['the code alone', { type: 'text', text: ' k7m-2q5 ' }],
  ] as const)('%s means the same', async (_, body) => {
    expect(await demoTalk().send(body)).toBe('Pesanan K7M2Q5 dikirim.');
  });

  it('a word in a reply that quotes needs no code', async () => {
    expect(await demoTalk().say('lihat', { about: 'K7M2Q5' })).toBe('Pesanan K7M2Q5 dikirim.');
  });

  it('a code with a wrong check character is no code', async () => {
    expect(await demoTalk().say('lihat K7M2Q6')).toBe('Ketik menu ya Kak.');
  });

  it('a button of a question that is no longer open is told so, and answers nothing else', async () => {
    const t = await atCourier();
    const old = t.choices()[0]?.tap ?? { verb: '', code: '' };
    await t.say('2');
    expect(await t.send({ type: 'tap', ...old })).toBe('Tombol itu sudah tidak berlaku ya Kak.\n\nAda catatan?');
    expect(await t.say('-')).toContain('5. Kurir: J&T EZ Rp12.000');
  });

  it('a button of an earlier order is not taken for the same question of the next one', async () => {
    const t = await atCourier();
    const old = t.choices()[0]?.tap ?? { verb: '', code: '' };
    await t.say('2');
    await t.say('-');
    await t.say('ya');
    await t.say('pesan 1 topi');
    await t.say('Budi');
    await t.say('081234567890');
    await t.say('Malang');
    expect(await t.send({ type: 'tap', ...old })).toContain('Tombol itu sudah tidak berlaku');
  });

  it('a button of a verb that no flow has is told so', async () => {
    expect(await demoTalk().send({ type: 'tap', verb: 'hilang', code: 'K7M2Q5' })).toBe(
      'Tombol itu sudah tidak berlaku ya Kak.',
    );
  });

  it('buttons fit into 64 bytes with their verb, code and rev', async () => {
    const t = await atCourier();
    for (const { tap } of t.choices()) expect(`${tap.verb}:${tap.code}:999999999`.length).toBeLessThanOrEqual(64);
  });
});

describe('bare numbers', () => {
  it('mean the list shown last', async () => {
    const t = await atCourier();
    await t.say('3');
    expect(await t.say('-')).toContain('5. Kurir: SiCepat BEST');
  });

  it('outside of the list are answered with its range', async () => {
    const t = await atCourier();
    expect(await t.say('4')).toBe('Nomornya dari 1 sampai 3 ya Kak.\n\nPakai kurir apa?');
  });

  it('mean nothing but themselves where no list is shown', async () => {
    const t = demoTalk();
    expect(await t.say('2')).toBe('Ketik menu ya Kak.');
  });

  it('do not answer a question that is over', async () => {
    const t = await atCourier();
    await t.say('2');
    await t.say('-');
    await t.say('ya');
    expect(await t.say('2')).toBe('Ketik menu ya Kak.');
  });
});

describe('commands', () => {
  it('take their arguments by the form’s reader', async () => {
    const t = demoTalk({ desk: 'owner' });
    expect(await t.say('/resi K7M2Q5 JNE 0123')).toBe('Resi JNE 0123 dicatat.');
    expect([...t.effects.placed.values()]).toEqual([{ pesanan: 'K7M2Q5', nomor: 'JNE 0123' }]);
  });

  it('ask for what was not typed, and the button opens the form with its code', async () => {
    const t = demoTalk({ desk: 'owner' });
    expect(await t.say('/resi')).toBe('Untuk pesanan mana?');
    expect(await t.say('K7M2Q5')).toBe('Nomor resinya?');
    const other = demoTalk({ desk: 'owner' });
    expect(await other.send({ type: 'tap', verb: 'resi', code: 'K7M2Q5' })).toBe('Nomor resinya?');
  });

  it('about two documents are two talks, the first of which comes back', async () => {
    const t = demoTalk({ desk: 'owner' });
    await t.send({ type: 'tap', verb: 'resi', code: 'K7M2Q5' });
    await t.send({ type: 'tap', verb: 'resi', code: 'A23457' });
    expect(await t.say('222')).toBe('Resi 222 dicatat.\n\nLanjut ya Kak:\n\nNomor resinya?');
    await t.say('111');
    expect([...t.effects.placed.values()]).toEqual([
      { pesanan: 'A23457', nomor: '222' },
      { pesanan: 'K7M2Q5', nomor: '111' },
    ]);
  });

  it('that are mistyped are answered with the nearest one', async () => {
    expect(await demoTalk({ desk: 'owner' }).say('/rsei K7M2Q5')).toBe(
      'Perintah /rsei tidak ada, Kak. Maksudnya /resi?',
    );
    expect(await demoTalk({ desk: 'owner' }).say('/kucing')).toBe(
      'Perintah /kucing tidak ada, Kak. Balas "bantuan" untuk melihat yang bisa dipakai.',
    );
  });

  it('are never an answer to an open question', async () => {
    const t = await atCourier();
    await t.say('2');
    expect(await t.say('/batal')).toBe('Mau dibatalkan, Kak? Yang sudah diisi akan hilang.');
    expect(await t.say('tidak')).toBe('Ada catatan?');
  });
});

describe('who has not been met', () => {
  it('is greeted before anything else is answered, and the first message is not lost', async () => {
    const t = demoTalk({ met: false });
    expect(await t.say('pesan 2 topi')).toBe('Halo Kak, selamat datang.\n\nAtas nama siapa?');
  });

  it('is not greeted twice', async () => {
    const t = demoTalk({ met: false });
    await t.say('halo');
    expect(await t.say('halo')).toBe('Ketik menu ya Kak.');
  });
});

describe('what completes the open question', () => {
  it('needs no waiting for more', async () => {
    const t = await atCourier();
    expect(t.complete('2')).toBe(true);
    expect(t.complete('jne')).toBe(true);
    expect(t.complete('menu')).toBe(true);
    expect(t.complete('/start')).toBe(true);
    await t.say('2');
    await t.say('-');
    expect(t.complete('ya')).toBe(true);
  });

  it('does not break off a burst that may go on', async () => {
    const t = demoTalk();
    expect(t.complete('halo kak')).toBe(false);
    await t.say('pesan');
    expect(t.complete('2 kaos merah')).toBe(false);
    await t.say('1 topi');
    await t.say('selesai');
    expect(t.complete('Budi')).toBe(false);
  });
});

describe('a person instead of the bot', () => {
  it('is called by one word, and the bot is to be silent', async () => {
    const t = await atCourier();
    expect(await t.say('cs')).toBe('Baik Kak, sebentar ya, nanti dibalas langsung oleh tim kami.');
    expect(t.chat().quiet).toEqual({ until: new Date('2026-01-05T14:00:00Z'), by: 'person' });
  });

  it('leaves the order where it was', async () => {
    const t = await atCourier();
    await t.say('cs');
    t.wait(13);
    expect(await t.say('2')).toBe('Ada catatan?');
  });
});

it('does not answer the owner who types in the chat by hand', async () => {
  const t = await atCourier();
  const { answers, talk } = await t.answer([t.mail({ type: 'text', text: '2' }, { by: 'owner' })]);
  expect(answers).toEqual([]);
  expect(talk).toEqual(t.chat().talk);
});
