import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

const ORDER =
  'pesan\nBarang: 2 kaos merah\nNama: Budi\nHP: 0812 3456 7890\nKota: ke Malang\nKurir: J&T\nCatatan: merah tua';

async function atSummary() {
  const t = demoTalk();
  await t.say(ORDER);
  return t;
}

describe('somebody corrects', () => {
  it('a number', async () => {
    const t = await atSummary();
    expect(await t.say('1 jadi 3')).toContain('1. Barang: 3 x kaos merah');
  });

  it('twice in a row', async () => {
    const t = await atSummary();
    await t.say('ganti nama jadi Sari');
    expect(await t.say('eh namanya salah, harusnya Sari Dewi')).toContain('2. Nama: Sari Dewi');
    expect(await t.say('ya')).toBe('Pesanan K7M2Q5 dicatat untuk Sari Dewi.');
  });

  it('an earlier answer while another question is open', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    await t.say('081234567890');
    await t.say('Malang');
    expect(await t.say('eh alamatnya salah, harusnya Surabaya')).toBe(
      'Siap Kak, dicatat ya.\nAlamat: Surabaya\n\nPakai kurir apa?',
    );
  });

  it('an earlier answer without saying into what, and then goes on where it was', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    expect(await t.say('eh namanya salah')).toBe('Atas nama siapa?');
    expect(await t.say('Sari')).toBe('Nomor HP-nya?');
  });

  it('while a correction is asked', async () => {
    const t = await atSummary();
    expect(await t.say('ubah kurir')).toBe('Pakai kurir apa?');
    expect(await t.say('eh ubah alamat aja')).toBe('Kirim ke kota mana?');
    expect(await t.say('Bandung')).toContain('4. Alamat: Bandung\n5. Kurir: J&T');
  });

  it('by editing the message, before it is answered', async () => {
    const t = demoTalk();
    await t.say('pesan');
    const first = t.mail({ type: 'text', text: '2 topi' });
    const edit = t.mail({ type: 'edited', of: first._id, text: '5 topi' });
    const { answers } = await t.answer([first, edit]);
    expect(answers[0]?.text).toContain('1. 5 x topi');
  });

  it('nothing by deleting a message', async () => {
    const t = demoTalk();
    await t.say('pesan');
    const { _id } = t.mail({ type: 'text', text: '' });
    expect(await t.send({ type: 'deleted', of: _id })).toBe('');
    expect(await t.say('1 topi')).toContain('Ada lagi?');
  });
});

describe('somebody says something else while a parser asks back', () => {
  it('and is asked the same again, so that nothing that was said is lost', async () => {
    const t = demoTalk();
    expect(await t.say('pesan 2 kaos')).toBe('kaos yang mana, Kak?');
    expect(await t.say('kota: ke Malang')).toBe('Siap Kak, dicatat ya.\nAlamat: Malang\n\nkaos yang mana, Kak?');
    expect(await t.say('merah')).toContain('1. 2 x kaos merah');
    expect(t.chat().talk).toMatchObject([{ answers: { pesanan: { kota: 'Malang' } } }]);
  });

  it('that nobody can read, and is helped by a person after the third time', async () => {
    const t = demoTalk();
    await t.say('pesan 2 kaos');
    for (const said of ['yang itu', 'itu lho']) expect(await t.say(said)).toContain('kaos yang mana, Kak?');
    expect(await t.say('masa tidak tahu')).toContain('Maaf Kak, saya belum paham juga.');
  });

  it('and digresses, and comes back to it', async () => {
    const t = demoTalk();
    await t.say('pesan 2 kaos');
    expect(await t.say('ongkir ke Bandung?')).toBe(
      'Ongkir ke Bandung Rp9.000.\n\nLanjut ya Kak:\n\nkaos yang mana, Kak?',
    );
    expect(await t.say('2')).toContain('1. 2 x kaos hitam');
  });
});

describe('somebody picks several', () => {
  it('one after another, takes one away, and adds another', async () => {
    const t = demoTalk();
    await t.photo('x');
    await t.say('1');
    expect(await t.say('2')).toContain('1. A23456 Rp50.000\n2. C23456 Rp90.000');
    expect(await t.say('hapus 1')).toContain('1. C23456 Rp90.000');
    expect(t.choices().map(({ label }) => label)).toEqual(['A23456 Rp50.000', 'B23456 Rp75.000', 'Selesai']);
    await t.tap('B23456 Rp75.000');
    await t.tap('Selesai');
    expect([...t.effects.placed.values()]).toMatchObject([{ pesanan: ['C23456', 'B23456'] }]);
  });
});

describe('somebody goes back', () => {
  it('to the question before, and keeps the answer or changes it', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    expect(await t.say('kembali')).toBe('Atas nama siapa?');
    expect(await t.say('tetap')).toBe('Nomor HP-nya?');
    await t.say('kembali');
    expect(await t.say('Sari')).toBe('Nomor HP-nya?');
  });

  it('several times', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    await t.say('081234567890');
    expect(await t.say('kembali')).toBe('Nomor HP-nya?');
    expect(await t.say('kembali')).toBe('Atas nama siapa?');
    expect(await t.say('kembali')).toContain('Sudah dicatat ya Kak:\n1. 1 x topi');
  });

  it('from the first question, and is told so', async () => {
    const t = demoTalk();
    await t.say('pesan');
    expect(await t.say('kembali')).toContain('Ini sudah yang paling awal ya Kak.');
  });

  it('from the summary', async () => {
    const t = await atSummary();
    expect(await t.say('kembali')).toBe('Ada catatan?');
  });
});

describe('somebody cancels', () => {
  it('at once when nothing was given yet', async () => {
    const t = demoTalk();
    await t.say('pesan');
    expect(await t.say('batal')).toBe('Baik Kak, dibatalkan.');
    expect(t.chat().talk).toEqual([]);
  });

  it('and is asked first when something would be lost', async () => {
    const t = await atSummary();
    expect(await t.say('batal')).toBe('Mau dibatalkan, Kak? Yang sudah diisi akan hilang.');
    expect(await t.say('ya')).toBe('Baik Kak, dibatalkan.');
    expect(t.chat().talk).toEqual([]);
  });

  it('and means it when it is said twice', async () => {
    const t = await atSummary();
    await t.say('batal');
    expect(await t.say('batal')).toBe('Baik Kak, dibatalkan.');
  });

  it('and thinks better of it', async () => {
    const t = await atSummary();
    await t.say('batal');
    expect(await t.tap('Tidak, lanjutkan')).toContain('Pesanan Kakak:');
    expect(await t.say('ya')).toBe('Pesanan K7M2Q5 dicatat untuk Budi.');
  });

  it('during a correction, and goes on with the old answer', async () => {
    const t = await atSummary();
    await t.say('ubah nama');
    await t.say('batal');
    expect(await t.say('tidak')).toBe('Atas nama siapa?');
    expect(await t.say('Sari')).toContain('2. Nama: Sari');
  });

  it('and answers the open question instead', async () => {
    const t = await atSummary();
    await t.say('4');
    await t.say('batal');
    expect(await t.say('Bandung')).toContain('4. Alamat: Bandung');
  });

  it('a yes of which never places the order by mistake', async () => {
    const t = await atSummary();
    const yes = t.choices().find(({ label }) => label === 'Ya, sudah benar')?.tap ?? { verb: '', code: '' };
    await t.say('batal');
    await t.send({ type: 'tap', ...yes });
    expect(t.effects.placed.size).toBe(0);
  });

  it('something in between, and the talk below comes back', async () => {
    const t = await atSummary();
    await t.say('bukti');
    expect(await t.say('batal')).toContain('Baik Kak, dibatalkan.\n\nLanjut ya Kak:\n\nPesanan Kakak:');
  });

  it('nothing', async () => {
    expect(await demoTalk().say('batal')).toBe(
      'Tidak ada yang sedang berjalan, Kak. Balas "menu" untuk melihat pilihan.',
    );
  });
});

describe('somebody sends', () => {
  const atName = async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    return t;
  };

  it('an empty message', async () => {
    const t = await atName();
    expect(await t.say(' \u200b\n ')).toBe('Pesannya kosong ya Kak. Boleh diketik?\n\nAtas nama siapa?');
  });

  it('a very long one', async () => {
    const t = await atName();
    expect(await t.say('Budi '.repeat(5_000))).toBe(
      'Terlalu panjang Kak, paling banyak 60 huruf ya.\n\nAtas nama siapa?',
    );
  });

  it('a sticker, which is no failed try', async () => {
    const t = await atName();
    for (let i = 0; i < 5; i++) {
      expect(await t.send({ type: 'unsupported', kind: 'sticker' })).toBe(
        'Maaf Kak, yang seperti itu belum bisa saya baca. Boleh diketik saja?\n\nAtas nama siapa?',
      );
    }
  });

  it('a voice note', async () => {
    const t = await atName();
    const ref = { channel: 'simulator', id: 'v' } as const;
    const file = {
      type: 'stored',
      kind: 'audio',
      file: { id: t.mail({ type: 'text', text: '' })._id as never, mime: 'audio/ogg', name: 'v' },
    } as const;
    expect(await t.send({ type: 'media', kind: 'audio', ref, caption: '' }, file)).toContain(
      'saya belum bisa mendengar pesan suara',
    );
  });

  it('a photo that could not be fetched', async () => {
    const t = await atName();
    const ref = { channel: 'simulator', id: 'x' } as const;
    expect(await t.send({ type: 'media', kind: 'image', ref, caption: '' }, { type: 'failed', reason: 'gone' })).toBe(
      'Maaf Kak, berkasnya sudah tidak bisa diambil. Boleh dikirim ulang?\n\nAtas nama siapa?',
    );
  });

  it('a location where a city is asked', async () => {
    const t = await atName();
    await t.say('Budi');
    await t.say('081234567890');
    expect(await t.send({ type: 'place', lat: -6.2, lon: 106.8 })).toBe('Pakai kurir apa?');
  });

  it('an answer in three messages', async () => {
    const t = await atName();
    const run = ['Budi', 'Santoso'].map((text) => t.mail({ type: 'text', text }));
    const { answers } = await t.answer(run);
    expect(answers[0]?.text).toBe('Nomor HP-nya?');
  });

  it('words that look like placeholders or markup, which stay as they were written', async () => {
    const t = await atName();
    await t.say('{total} *Budi* <b>');
    await t.say('081234567890');
    await t.say('Malang');
    await t.say('jnt');
    expect(await t.say('$& {nama}')).toContain('2. Nama: {total} *Budi* <b>\n');
  });
});

describe('somebody writes English', () => {
  it('and is answered in English, with English words for everything', async () => {
    const t = demoTalk({ language: 'en' });
    expect(await t.say('order 2 topi')).toBe('For whom?');
    await t.say('John');
    await t.say('+62 812 3456 7890');
    await t.say('Jakarta');
    expect(await t.say('J&T')).toBe('Any note?');
    expect(await t.say('skip')).toContain('Is everything right? Reply "yes", or the number');
    expect(await t.say('change courier')).toBe('Which courier?');
    await t.say('keep');
    expect(await t.say('yes')).toBe('Order K7M2Q5 is placed for John.');
  });
});
