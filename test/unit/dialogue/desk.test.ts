import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Action, At } from '../../../src/dialogue/action.ts';
import { DialogueBug } from '../../../src/dialogue/bug.ts';
import { demoTalk } from './demo-talk.ts';

const looks = (name: string, run: Action['run'], outcomes: readonly string[] = ['done']): Action => ({
  name,
  kind: 'looks',
  input: z.record(z.string(), z.unknown()),
  outcomes,
  run,
});

const flow = (name: string, start: string, steps: string): Record<string, string> => ({
  [`customer/${name}.yaml`]: `flow: ${name}\nfor: customer\nstart: { ${start} }\nsteps:\n${steps}\n`,
});

describe('an action', () => {
  it('that fills a form in advance has its goods taken as whole, and its picks looked up', async () => {
    const again = looks('copy-order', async () => ({
      outcome: 'done',
      data: { barang: [{ nama: 'topi', jumlah: 2 }], nama: 'Budi', hp: '+6281234567890', kota: 'Malang', kurir: 'jnt' },
    }));
    const steps = `  - { call: copy-order, save: pesanan, on: { done: pesanan } }
  - form: pesanan
    reader: order-form
    fields:
      - { name: barang, as: item, many: { min: 1, max: 5 }, ask: demo.ask-barang, label: demo.barang }
      - { include: alamat }
      - { name: kurir, as: { pick: couriers }, ask: demo.ask-kurir, label: demo.kurir }
    check: price-order
    confirm: demo.ringkasan
  - { call: place-order, with: $pesanan, save: order, on: { placed: selesai, problems: pesanan, refused: selesai } }
  - { id: selesai, end: done }`;
    const t = demoTalk({ actions: [again], files: flow('lagi', 'words: [lagi]', steps) });
    expect(await t.say('lagi')).toContain(
      '1. Barang: 2 x topi\n2. Nama: Budi\n3. HP: 0812-3456-7890\n4. Alamat: Malang\n5. Kurir: J&T EZ Rp12.000',
    );
    await t.say('ya');
    expect([...t.effects.placed.values()]).toMatchObject([{ kurir: 'jnt', barang: [{ jumlah: 2 }] }]);

    const gone = demoTalk({ actions: [again], files: flow('lagi', 'words: [lagi]', steps) });
    gone.effects.couriers = [
      { value: 'jne', label: 'JNE' },
      { value: 'pos', label: 'Pos' },
    ];
    expect(await gone.say('lagi')).toContain('Pakai kurir apa?');
  });

  it('says its lines before the flow goes on, and its choices are what numbers mean', async () => {
    const menu = looks('show-menu', async () => ({
      outcome: 'done',
      lines: [{ text: 'demo.menu', choices: [{ label: { words: 'Lihat' }, tap: { verb: 'lihat', code: 'K7M2Q5' } }] }],
    }));
    const t = demoTalk({
      actions: [menu],
      files: flow(
        'daftar',
        'words: [daftar]',
        '  - { call: show-menu, on: { done: tamat } }\n  - { id: tamat, end: done }',
      ),
    });
    expect(await t.say('daftar')).toBe('Mau apa, Kak?');
    expect(await t.say('ongkir ke Malang')).toBe('Ongkir ke Malang Rp9.000.');
    expect(await t.say('1')).toBe('Pesanan K7M2Q5 dikirim.');
  });

  it('changes the language of the chat from the next words on', async () => {
    const english = looks('set-language', async () => ({ outcome: 'done', set: { language: 'en' } }));
    const t = demoTalk({
      actions: [english],
      files: flow(
        'bahasa',
        'words: [english]',
        '  - { call: set-language, on: { done: menu-mana } }\n  - { id: menu-mana, say: demo.menu }',
      ),
    });
    expect(await t.say('english')).toBe('What would you like to do?');
    expect(t.chat().language).toBe('en');
  });

  it('is told what opened the flow, who asks and under which key', async () => {
    const seen: [unknown, At][] = [];
    const spy = looks('spy', async (input, at) => {
      seen.push([input, at]);
      return { outcome: 'done' };
    });
    const t = demoTalk({
      actions: [spy],
      files: flow(
        'intip',
        'tap: [intip], words: [intip]',
        '  - { call: spy, with: { code: $start.code, rev: $start.rev, door: $start.door, fixed: "tetap" }, on: { done: tamat } }\n  - { id: tamat, end: done }',
      ),
    });
    await t.send({ type: 'tap', verb: 'intip', code: 'K7M2Q5', rev: 4 });
    expect(seen).toMatchObject([
      [
        { code: 'K7M2Q5', rev: 4, door: 'tap', fixed: 'tetap' },
        { key: 'simulator/local/c/1/intip/spy', who: { desk: 'customer', id: 'p1' }, language: 'id' },
      ],
    ]);
  });

  it('that is given what it cannot take, by no fault of an answer, is a bug', async () => {
    const picky: Action = {
      ...looks('picky', async () => ({ outcome: 'done' })),
      input: z.object({ code: z.string().length(99) }),
    };
    const t = demoTalk({
      actions: [picky],
      files: flow(
        'susah',
        'words: [susah]',
        '  - { call: picky, with: { code: "x" }, on: { done: tamat } }\n  - { id: tamat, end: done }',
      ),
    });
    await expect(t.say('susah')).rejects.toThrow(DialogueBug);
  });
});

describe('a flow that ends with a person', () => {
  const told: string[] = [];
  const call: Action = {
    name: 'call-person',
    kind: 'acts',
    input: z.object({ flow: z.string() }),
    outcomes: ['called'],
    run: async (input, at) => {
      told.push(`${at.key} ${JSON.stringify(input)}`);
      return { outcome: 'called' };
    },
  };

  it('calls one by the desk’s own act, under the key of its end', async () => {
    told.length = 0;
    const t = demoTalk({ actions: [call], handOver: 'call-person' });
    await t.say('pesan');
    for (const said of ['hmm', 'hmm', 'hmm']) await t.say(said);
    expect(told).toEqual(['simulator/local/c/4/pesan/manusia {"flow":"pesan"}']);
    expect(t.chat().quiet?.by).toBe('person');
  });

  it('says nothing more where the flow said so in its own words', async () => {
    const t = demoTalk({ files: flow('cs', 'words: [cs]', '  - say: demo.tanya\n  - end: human') });
    expect(await t.say('cs')).toBe('Silakan tulis pertanyaannya.');
    expect(t.chat().quiet?.by).toBe('person');
  });

  it('is called once when the turn is repeated after a crash', async () => {
    told.length = 0;
    const crash: Action = {
      ...call,
      run: async (input, at) => {
        await call.run(input, at);
        if (told.length === 1) throw new Error('gone');
        return { outcome: 'called' };
      },
    };
    const t = demoTalk({ actions: [crash], handOver: 'call-person' });
    const run = [t.mail({ type: 'text', text: 'cs' })];
    await expect(t.answer(run)).rejects.toThrow('gone');
    await t.answer(run);
    expect(new Set(told).size).toBe(1);
    expect(t.chat().quiet?.by).toBe('person');
  });
});

describe('doors', () => {
  it('a sticker has a door of its own where a flow has one, and the open question comes back', async () => {
    const t = demoTalk({ files: flow('titipan', 'unsupported: true, media: [audio]', '  - say: demo.tanya') });
    expect(await t.send({ type: 'unsupported', kind: 'sticker' })).toBe('Silakan tulis pertanyaannya.');
    await t.say('pesan 1 topi');
    expect(await t.send({ type: 'unsupported', kind: 'sticker' })).toBe(
      'Silakan tulis pertanyaannya.\n\nLanjut ya Kak:\n\nAtas nama siapa?',
    );
  });

  it('a wish that is not sure opens a flow only where no question is open', async () => {
    const t = demoTalk();
    expect(await t.say('apa saja yang dijual di sini')).toBe('Ketik menu ya Kak.');
    await t.say('pesan');
    expect(await t.say('apa saja yang dijual di sini')).toBe('Barang itu tidak ada.\n\nMau pesan apa, Kak?');
  });

  it('a choice from a live list without choices leads to `none`, and one alone is not asked', async () => {
    const steps =
      '  - { choose: mana, text: demo.ask-pesanan, options: { from: unpaid, none: kosong } }\n  - { id: ada, say: demo.bukti-diterima, go: tamat }\n  - { id: kosong, say: demo.bukti-kosong }\n  - { id: tamat, end: done }';
    const t = demoTalk({ files: flow('tagihan', 'words: [tagihan]', steps) });
    expect(await t.say('tagihan')).toBe('Untuk pesanan mana?');
    expect(await t.say('yang b23456')).toBe('Bukti diterima.');
    t.effects.unpaid = [{ value: 'A23456', label: 'A' }];
    expect(await t.say('tagihan')).toBe('Bukti diterima.');
    t.effects.unpaid = [];
    expect(await t.say('tagihan')).toBe('Tidak ada tagihan.');
  });
});

describe('a form that only asks whether it shall be', () => {
  const steps = `  - form: hapus
    fields:
      - { name: alasan, as: text, ask: demo.ask-catatan, optional: true }
    confirm: demo.masih-mau
  - { id: sudah, say: demo.bukti-diterima }`;
  const asked = async () => {
    const t = demoTalk({ files: flow('hapus', 'words: [hapus]', steps) });
    await t.say('hapus');
    expect(await t.say('-')).toBe('Masih mau lanjut pesanannya?');
    expect(t.choices().map(({ label }) => label)).toEqual(['Ya, sudah benar', 'Tidak']);
    return t;
  };

  it('goes on with a yes and is over with a no', async () => {
    expect(await (await asked()).say('ya')).toBe('Bukti diterima.');
    expect(await (await asked()).say('tidak')).toBe('Baik Kak, dibatalkan.');
    expect(await (await asked()).tap('Tidak')).toBe('Baik Kak, dibatalkan.');
  });
});

it('takes "batal pesanan" for the order that is open, not for one that was placed', async () => {
  const t = demoTalk({ files: flow('batal', 'words: [batal, "batal pesanan"]', '  - say: demo.tanya') });
  expect(await t.say('batal')).toBe('Silakan tulis pertanyaannya.');
  await t.say('pesan 1 topi');
  expect(await t.say('batal pesanan')).toBe('Mau dibatalkan, Kak? Yang sudah diisi akan hilang.');
});

it('asks a field anew whose value its action cannot take', async () => {
  const picky: Action = {
    ...looks('picky', async () => ({ outcome: 'done' })),
    input: z.object({ kata: z.enum(['satu', 'dua']) }),
  };
  const steps = `  - form: isi
    fields: [{ name: kata, as: text, ask: demo.ask-catatan }]
  - { call: picky, with: $isi, on: { done: sudah } }
  - { id: sudah, say: demo.bukti-diterima }`;
  const t = demoTalk({ actions: [picky], files: flow('isi', 'words: [isian]', steps) });
  await t.say('isian');
  expect(await t.say('tiga')).toBe('Maaf Kak, yang ini perlu diisi ulang ya.\n\nAda catatan?');
  expect(await t.say('dua')).toBe('Bukti diterima.');
});

it('offers the owner a way out, but no other person to talk to', async () => {
  const t = demoTalk({ desk: 'owner' });
  await t.say('/resi');
  await t.say('x');
  await t.say('x');
  expect(await t.say('x')).toContain('Kalau bingung, balas "batal" untuk berhenti.');
  expect(await t.say('admin')).toContain('Kakak bisa balas kapan saja');
  expect(t.chat().quiet).toBeUndefined();
});

describe('a reply that quotes', () => {
  const quoting = async () => {
    const t = demoTalk({
      desk: 'owner',
      files: {
        'owner/lepas.yaml': 'flow: lepas\nfor: owner\nstart: { fallback: true }\nsteps:\n  - say: demo.lain\n',
      },
    });
    await t.send({ type: 'tap', verb: 'resi', code: 'K7M2Q5' });
    return t;
  };

  it('something else than what is asked about is no answer to it, though any words would do', async () => {
    const t = await quoting();
    expect(await t.say('baik kak, kami kirim besok', { about: 'A23457' })).toBe(
      'Ketik menu ya Kak.\n\nLanjut ya Kak:\n\nNomor resinya?',
    );
  });

  it('what is asked about is an answer', async () => {
    const t = await quoting();
    expect(await t.say('JX1234', { about: 'K7M2Q5' })).toBe('Resi JX1234 dicatat.');
  });
});

it('keeps a choice and a form under their names, whatever their steps are called', async () => {
  const seen: unknown[] = [];
  const spy = looks('spy', async (input) => {
    seen.push(input);
    return { outcome: 'done' };
  });
  const steps = `  - id: yang-mana
    choose: untuk
    text: demo.menu
    options: [{ value: a, label: demo.menu-pesan }, { value: b, label: demo.menu-tanya }]
  - { id: isi-dulu, form: isi, fields: [{ name: kata, as: text, ask: demo.ask-catatan }] }
  - { call: spy, with: { untuk: $untuk, isi: $isi, kata: $kata }, on: { done: sudah } }
  - { id: sudah, say: demo.bukti-diterima }`;
  const t = demoTalk({ actions: [spy], files: flow('pilih', 'words: [memilih]', steps) });
  await t.say('memilih');
  await t.say('2');
  expect(await t.say('halo')).toBe('Bukti diterima.');
  expect(seen).toEqual([{ untuk: 'b', isi: { kata: 'halo' }, kata: 'halo' }]);
});

it('takes the start word of another flow for that flow, though a reader could read something in it', async () => {
  const t = demoTalk();
  await t.say('pesan 1 topi');
  expect(await t.say('ongkir ke Malang')).toBe('Ongkir ke Malang Rp9.000.\n\nLanjut ya Kak:\n\nAtas nama siapa?');
  await t.say('Budi');
  expect(await t.say('kirim ke Malang')).toContain('Alamat: Malang');
});

it('leaves numbers to a card that stands above an open question without a list, unless they answer it', async () => {
  const card = looks('show-menu', async () => ({
    outcome: 'done',
    lines: [{ text: 'demo.menu', choices: [{ label: { words: 'Lihat' }, tap: { verb: 'lihat', code: 'K7M2Q5' } }] }],
  }));
  const steps = '  - { call: show-menu, on: { done: tamat } }\n  - { id: tamat, end: done }';
  const t = demoTalk({ actions: [card], files: flow('daftar', 'words: [daftar]', steps) });
  await t.say('pesan 1 topi');
  expect(await t.say('daftar')).toBe('Mau apa, Kak?\n---\nLanjut ya Kak:\n\nAtas nama siapa?');
  expect(await t.say('1')).toContain('Pesanan K7M2Q5 dikirim.');
});
