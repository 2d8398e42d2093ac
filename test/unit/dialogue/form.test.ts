import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

const FULL =
  'pesan\nBarang: 2 kaos merah\nNama: Budi\nHP: 0812 3456 7890\nKota: ke Malang\nKurir: J&T\nCatatan: merah tua';

/** A talk that stands at the summary of a whole order. */
async function atSummary(options: Parameters<typeof demoTalk>[0] = {}) {
  const t = demoTalk(options);
  const summary = await t.say(FULL);
  return { ...t, summary };
}

describe('(1) a form is filled at entry', () => {
  it('from the message that opened it, so that a whole order in one message is asked nothing', async () => {
    const { summary } = await atSummary();
    expect(summary).toBe(
      'Pesanan Kakak:\n1. Barang: 2 x kaos merah\n2. Nama: Budi\n3. HP: 0812-3456-7890\n4. Alamat: Malang\n5. Kurir: J&T EZ Rp12.000\n6. Catatan: merah tua\nTotal Rp50.000\n\nSudah benar Kak? Balas "ya" kalau sudah, atau nomor yang mau diubah (1-6).',
    );
  });

  it('from the words behind a start word', async () => {
    const t = demoTalk();
    expect(await t.say('order 2 topi')).toBe('Atas nama siapa?');
  });

  it('and says why words behind a start word cannot be', async () => {
    const t = demoTalk();
    expect(await t.say('order sepeda')).toBe(
      'Barang itu tidak ada.\n\nFormat: Nama / HP / Kota / Barang\n\nMau pesan apa, Kak?',
    );
  });

  it('from a deep link’s payload and from a cart', async () => {
    expect(await demoTalk().say('/start p_topi')).toBe('Atas nama siapa?');
    const items = [{ sku: 'topi', quantity: 3 }];
    expect(await demoTalk().send({ type: 'cart', items })).toBe('Atas nama siapa?');
  });

  it('asks back at entry when the words have two meanings', async () => {
    const t = demoTalk();
    expect(await t.say('pesan kaos')).toBe('kaos yang mana, Kak?');
    expect(await t.say('hitam')).toContain('1. 1 x kaos hitam');
  });

  it('from what is kept of the person, which is offered and taken with one word', async () => {
    const t = demoTalk();
    t.effects.kept = { nama: 'Budi', hp: '+6281234567890', kota: 'Malang' };
    expect(await t.say('pesan 1 topi')).toBe(
      'Pakai data yang sebelumnya, Kak?\nNama: Budi\nHP: 0812-3456-7890\nAlamat: Malang',
    );
    expect(t.choices().map(({ label }) => label)).toEqual(['Ya, pakai ini', 'Ganti']);
    expect(await t.say('ya')).toBe('Pakai kurir apa?');
  });

  it('never assumes what is kept: a refusal asks each field', async () => {
    const t = demoTalk();
    t.effects.kept = { nama: 'Budi' };
    await t.say('pesan 1 topi');
    expect(await t.tap('Ganti')).toBe('Atas nama siapa?');
    expect(await t.say('Sari')).toBe('Nomor HP-nya?');
  });

  it('offers only what is still missing once something new was said', async () => {
    const t = demoTalk();
    t.effects.kept = { nama: 'Budi', hp: '+6281234567890', kota: 'Malang' };
    await t.say('pesan 1 topi');
    expect(await t.say('kirim ke Surabaya')).toContain('Nama: Budi\nHP: 0812-3456-7890');
    expect(await t.say('ya')).toBe('Pakai kurir apa?');
    expect(t.chat().talk).toMatchObject([{ answers: { pesanan: { kota: 'Surabaya', nama: 'Budi' } } }]);
  });
});

describe('(2) a form asks the first unfilled, relevant field', () => {
  it('and sends the format once when nothing is filled', async () => {
    const t = demoTalk();
    expect(await t.say('pesan')).toBe('Format: Nama / HP / Kota / Barang\n\nMau pesan apa, Kak?');
    expect(await t.say('apa?')).not.toContain('Format');
  });

  it('asks what another answer makes relevant, and nothing that it makes irrelevant', async () => {
    const t = demoTalk();
    await t.say(FULL.replace('J&T', 'JNE').replace('\nCatatan: merah tua', ''));
    expect(await t.say('ya')).toBe('Ada catatan?');
    expect(await demoTalk().say(FULL)).not.toContain('Bayar di tempat');
  });

  it.each(['lewati', 'skip', 'tidak ada', '-', 'ga ada kak'])('takes "%s" for an optional field', async (word) => {
    const t = demoTalk();
    expect(await t.say(FULL.replace('\nCatatan: merah tua', ''))).toBe('Ada catatan?');
    expect(await t.say(word)).toContain('6. Catatan: -');
  });
});

describe('(3) a reply goes to the parser of what is asked, then to the reader', () => {
  it('corrects an earlier field while another is asked, and says so', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    expect(await t.say('nama: Budi Santoso')).toBe('Siap Kak, dicatat ya.\nNama: Budi Santoso\n\nNomor HP-nya?');
  });

  it('says why and asks again, and gives up after the third try', async () => {
    const t = demoTalk();
    await t.say('pesan');
    expect(await t.say('sesuatu yang bagus')).toBe('Barang itu tidak ada.\n\nMau pesan apa, Kak?');
    expect(await t.say('apa saja')).toBe('Barang itu tidak ada.\n\nMau pesan apa, Kak?');
    expect(await t.say('entahlah')).toBe(
      'Maaf Kak, saya belum paham juga.\n\nBaik Kak, sebentar ya, nanti dibalas langsung oleh tim kami.',
    );
    expect(t.chat()).toMatchObject({ talk: [], quiet: { by: 'person' } });
  });

  it('counts tries anew after an answer that was understood', async () => {
    const t = demoTalk();
    await t.say('pesan');
    await t.say('hmm');
    await t.say('hmm');
    await t.say('1 topi');
    await t.say('hmm');
    expect(await t.say('hmm')).toContain('Ada lagi?');
  });
});

describe('(4) a field with `many` is collected', () => {
  const collecting = async () => {
    const t = demoTalk();
    await t.say('pesan');
    await t.say('2 kaos merah');
    await t.say('1 topi');
    return t;
  };

  it.each<[string, string]>([
    ['1 celana', '1. 2 x kaos merah\n2. 1 x topi\n3. 1 x celana'],
    ['3 topi', '1. 2 x kaos merah\n2. 4 x topi'],
    ['hapus 1', '1. 1 x topi'],
    ['hapus nomor 2 ya', '1. 2 x kaos merah'],
    ['2 jadi 5', '1. 2 x kaos merah\n2. 5 x topi'],
  ])('"%s" leaves the list\n%s', async (said, list) => {
    const t = await collecting();
    expect(await t.say(said)).toContain(`Sudah dicatat ya Kak:\n${list}\n\nAda lagi?`);
  });

  it('goes on when the person says that is all', async () => {
    const t = await collecting();
    expect(await t.say('sudah itu aja')).toBe('Atas nama siapa?');
  });

  it('asks anew when everything was taken off the list', async () => {
    const t = await collecting();
    expect(await t.say('hapus semua')).toContain('Mau pesan apa, Kak?');
    expect(await t.say('selesai')).toContain('Mau pesan apa, Kak?');
  });

  it('answers a number that is not on the list with the range', async () => {
    const t = await collecting();
    expect(await t.say('hapus 7')).toContain('Nomornya dari 1 sampai 2 ya Kak.');
  });
});

describe('(5) when complete a check looks, and problems are asked like fields', () => {
  const BIG = FULL.replace('2 kaos', '60 kaos');

  it('asks about an unlikely quantity, and takes the value that is offered', async () => {
    const t = demoTalk();
    expect(await t.say(BIG)).toBe('Yakin 60 buah?');
    expect(await t.tap('5 saja')).toContain('1. Barang: 5 x kaos merah');
  });

  it('does not ask twice about what was accepted', async () => {
    const t = demoTalk();
    await t.say(BIG);
    expect(await t.say('ya')).toContain('1. Barang: 60 x kaos merah');
    expect(await t.say('ubah nama')).toContain('Atas nama siapa?');
    expect(await t.say('Sari')).toContain('2. Nama: Sari');
    expect(await t.say('ya')).toBe('Pesanan K7M2Q5 dicatat untuk Sari.');
  });

  it('asks again when the value changed after it was accepted', async () => {
    const t = demoTalk();
    await t.say(BIG);
    await t.say('ya');
    const { accepted } = JSON.parse(JSON.stringify(t.chat().talk))[0];
    expect(accepted).toHaveLength(1);
  });

  it('takes a new value typed in answer to the problem', async () => {
    const t = demoTalk();
    await t.say(BIG);
    expect(await t.say('3 topi')).toContain('3 x topi');
  });
});

describe('(6) the summary', () => {
  it.each<[string, string]>([
    ['3', 'Nomor HP-nya?'],
    ['nomor 3', 'Nomor HP-nya?'],
    ['ubah kurir', 'Pakai kurir apa?'],
    ['ganti alamatnya kak', 'Kirim ke kota mana?'],
    ['ubah 2', 'Atas nama siapa?'],
    ['alamatnya salah', 'Kirim ke kota mana?'],
    ['tidak', 'Yang mana yang mau diubah, Kak?'],
  ])('"%s" asks "%s"', async (said, asks) => {
    const { say } = await atSummary();
    expect(await say(said)).toBe(asks);
  });

  it.each<[string, string]>([
    ['eh alamatnya salah, harusnya Surabaya', '4. Alamat: Surabaya'],
    ['ubah kurir jadi jne', 'Bayar di tempat?'],
    ['nama: Sari', '2. Nama: Sari'],
    ['1 jadi 4', '1. Barang: 4 x kaos merah'],
    ['ganti nama jadi Sari Dewi', '2. Nama: Sari Dewi'],
  ])('"%s" changes one field and checks all again', async (said, shows) => {
    const t = await atSummary();
    t.effects.calls.length = 0;
    expect(await t.say(said)).toContain(shows);
    if (!shows.includes('?')) expect(t.effects.calls).toEqual(['price-order']);
  });

  it('shows the new total after a change', async () => {
    const { say } = await atSummary();
    expect(await say('1 jadi 4')).toContain('Total Rp100.000');
  });

  it('keeps a field that was opened for a change and left as it is', async () => {
    const t = await atSummary();
    await t.say('4');
    expect(await t.say('tetap')).toContain('4. Alamat: Malang');
  });

  it('looks anew whether a picked courier still goes there, and asks when it does not', async () => {
    const t = await atSummary();
    t.effects.couriers = [
      { value: 'jne', label: 'JNE' },
      { value: 'pos', label: 'Pos' },
    ];
    expect(await t.say('ubah alamat jadi Jakarta')).toContain(
      'Maaf Kak, J&T EZ Rp12.000 sudah tidak tersedia. Pilih yang lain ya.\n\nPakai kurir apa?',
    );
  });

  it.each(['ya', 'oke kak', 'sudah benar', '👍'])('"%s" goes on', async (said) => {
    const { say } = await atSummary();
    expect(await say(said)).toBe('Pesanan K7M2Q5 dicatat untuk Budi.');
  });

  it('does not take an old "Ya" for a summary that has changed since', async () => {
    const t = await atSummary();
    const old = t.choices().find(({ label }) => label === 'Ya, sudah benar');
    await t.say('1 jadi 4');
    expect(await t.send({ type: 'tap', ...(old?.tap ?? { verb: '', code: '' }) })).toContain(
      'Tombol itu sudah tidak berlaku ya Kak.\n\nPesanan Kakak:',
    );
    expect(t.effects.placed.size).toBe(0);
  });
});

describe('(7) a form entered by problems', () => {
  it('always waits, although everything is filled', async () => {
    const t = await atSummary();
    t.effects.refuse = [{ field: 'kota', text: 'demo.bukan-kota' }];
    expect(await t.say('ya')).toBe('Kota itu tidak ditemukan.');
    expect(await t.say('Bandung')).toContain('4. Alamat: Bandung');
    expect(await t.say('ya')).toBe('Pesanan K7M2Q5 dicatat untuk Budi.');
  });

  it('waits at its summary when the problem has no name', async () => {
    const t = await atSummary();
    t.effects.refuse = [];
    expect(await t.say('ya')).toContain('Sudah benar Kak?');
    expect(t.effects.calls.filter((name) => name === 'place-order')).toHaveLength(1);
  });
});

describe('a form that was left idle', () => {
  it('goes to its own step when the person comes back too late, and from there on with what was filled', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    await t.say('Budi');
    t.wait(25);
    expect(await t.say('halo')).toBe('Masih mau lanjut pesanannya?');
    expect(await t.say('lanjut')).toBe('Nomor HP-nya?');
  });

  it('goes on where it was when the person comes back in time', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    t.wait(23);
    expect(await t.say('Budi')).toBe('Nomor HP-nya?');
  });

  it('does not stand in the way of something else', async () => {
    const t = demoTalk();
    await t.say('pesan 1 topi');
    t.wait(25);
    expect(await t.say('ongkir ke Malang')).toBe('Ongkir ke Malang Rp9.000.\n\nMasih mau lanjut pesanannya?');
  });
});

describe('a live list', () => {
  it('with one choice is taken without asking', async () => {
    const t = demoTalk();
    t.effects.couriers = [{ value: 'pos', label: 'Pos Reguler' }];
    expect(await t.say(FULL.replace('\nKurir: J&T', ''))).toContain('5. Kurir: Pos Reguler');
  });

  it('with no choice gives up politely', async () => {
    const t = demoTalk();
    t.effects.couriers = [];
    expect(await t.say(FULL)).toContain('Maaf Kak, belum ada yang bisa dipilih saat ini.');
  });

  it('says so when what was said in advance is not in it', async () => {
    const t = demoTalk();
    expect(await t.say(FULL.replace('J&T', 'Gojek'))).toBe(
      'Maaf Kak, "Gojek" tidak ada di pilihan.\n\nPakai kurir apa?',
    );
  });

  it.each<[string, readonly string[]]>([
    ['1 dan 3', ['A23456', 'C23456']],
    ['1,2', ['A23456', 'B23456']],
    ['semua', ['A23456', 'B23456', 'C23456']],
  ])('of several takes "%s"', async (said, codes) => {
    const t = demoTalk();
    await t.photo('x');
    await t.say(said);
    if (said !== 'semua') await t.say('selesai');
    expect([...t.effects.placed.values()]).toMatchObject([{ pesanan: codes }]);
  });

  it('is not asked when the message quotes what it is about', async () => {
    const t = demoTalk();
    const mail = t.mail({ type: 'text', text: 'bukti' }, { about: 'B23456' });
    await t.answer([mail]);
    expect((await t.photo('x')).startsWith('Sudah dicatat')).toBe(true);
    expect(await t.say('selesai')).toBe('Bukti diterima.');
    expect([...t.effects.placed.values()]).toMatchObject([{ pesanan: ['B23456'] }]);
  });
});
