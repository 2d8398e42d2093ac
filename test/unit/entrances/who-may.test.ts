import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutMessage } from '../../../src/channels/channel.ts';
import { aPhoto } from '../../support/story/files.ts';
import { type EntranceHouse, entranceHouse, type Said } from './entrance-house.ts';
import { CHAT_TABLES, LINE_ROWS } from './tables/chats.ts';
import { UPLOAD_TABLES } from './tables/uploads.ts';

const PHONE = '081377712345';
const STREET = 'Jl Kenari Rahasia No 5';
const FORM = `halo, mau order kaos polos hitam L 2\nNama: Budi Kanari\nHP: ${PHONE}\nAlamat: ${STREET} RT 2/3, Kel. Sukun, Kec. Sukun, Kota Malang, Jawa Timur 65147\nKurir: JNE REG\nBayar: mandiri`;

let house: EntranceHouse;
let order = '';
let payment = '';
let tried = 0;
beforeAll(async () => {
  house = await entranceHouse();
  await house.say('budi', FORM);
  await house.say('budi', 'ya');
  house.platform.sendFile('budi', 'image', await aPhoto('bukti'), 'sudah transfer');
  await house.world.idle();
  order = (await house.world.app.shop.orders.list({ limit: 9 }))[0]?._id ?? '';
  payment = (await house.world.app.shop.payments.list({ limit: 9 }))[0]?._id ?? '';
});
afterAll(async () => {
  await house?.close();
  console.info(`who may: ${tried} bad inputs tried`);
});

const doors = () => {
  const owner = house.world.app.flows.filter(({ desk }) => desk === 'owner').map(({ start }) => start);
  return { commands: owner.flatMap(({ command }) => command ?? []), verbs: owner.flatMap(({ tap }) => tap ?? []) };
};

/** Says many things, each from a chat of its own, and looks that all were answered, nothing failed and nothing changed. */
async function nothingBy(all: readonly (readonly [who: string, said: Said])[]): Promise<string> {
  const before = await house.state();
  const answers: (readonly OutMessage[])[] = [];
  for (let i = 0; i < all.length; i += 40) answers.push(...(await house.round(all.slice(i, i + 40))));
  tried += all.length;
  const silent = all
    .filter((_, i) => (answers[i] ?? []).length === 0)
    .map(([who, said]) => `${who}: ${JSON.stringify(said)}`);
  expect(silent).toEqual([]);
  expect(await house.failures()).toEqual([]);
  expect(await house.state()).toEqual(before);
  return JSON.stringify(answers);
}

it('there is an order with a claimed payment to be after', () => {
  expect([order, payment].every((code) => /^[2-9A-Z]{6,}$/.test(code))).toBe(true);
});

describe('an owner’s command and button', () => {
  it.each(['greeted', 'unknown'])(
    'does nothing for a customer who is %s, and shows nothing of another one',
    async (which) => {
      const { commands, verbs } = doors();
      const said: Said[] = [
        ...commands.flatMap((word) => [`/${word} ${order}`, `/${word} ${payment}`]),
        ...verbs.map((verb): Said => ({ type: 'tap', verb, code: verb === 'terima' ? payment : order, rev: 0 })),
        `terima ${payment}`,
        order,
      ];
      const all = said.map((one, i) => [`${which}${i}`, one] as const);
      if (which === 'greeted')
        for (let i = 0; i < all.length; i += 40) await house.round(all.slice(i, i + 40).map(([who]) => [who, 'halo']));
      const told = await nothingBy(all);
      for (const secret of ['Kenari Rahasia', PHONE, '+6281377712345', 'Konveksi Sinar Tegal'])
        expect(told).not.toContain(secret);
    },
  );

  it('does nothing for a supplier, and shows nothing of a customer', async () => {
    const { commands, verbs } = doors();
    const said: Said[] = [
      ...commands.map((word) => `/${word} ${order}`),
      ...verbs.map((verb): Said => ({ type: 'tap', verb, code: payment, rev: 0 })),
    ];
    let told = '';
    for (let i = 0; i < said.length; i += 3)
      told += await nothingBy(said.slice(i, i + 3).map((one, n) => [`pemasok${n}`, one] as const));
    for (const secret of ['Kenari Rahasia', PHONE, '+6281377712345']) expect(told).not.toContain(secret);
  });
});

describe('the owner', () => {
  it('gets an answer to every command with anything behind it', async () => {
    const { commands } = doors();
    for (const line of LINE_ROWS)
      await nothingBy(commands.map((word, i) => [`pemilik${i}`, `/${word} ${line}`.trim()]));
  });

  it('accepts a payment that everybody else could not', async () => {
    await house.say('pemilik', `/terima ${payment}`);
    const paid = await house.world.app.shop.payments.list({ limit: 9 });
    expect(paid.map(({ state }) => state)).toEqual(['approved']);
  });
});

describe('what is no words', () => {
  it.each(Object.entries(CHAT_TABLES))('%s is answered, and does nothing', async (table, rows) => {
    await nothingBy(rows.flatMap((one, i) => [[`${table}${i}`, one] as const, [`pemilik${60 + i}`, one] as const]));
  });

  it.each(Object.entries(UPLOAD_TABLES))('a bad %s is refused and answered', async (_kind, rows) => {
    const before = await house.state();
    const kind = _kind === 'image' ? 'image' : 'file';
    for (const [i, [, bytes]] of rows.entries()) house.platform.sendFile(`berkas-${_kind}-${i}`, kind, bytes, '');
    await house.world.idle();
    tried += rows.length;
    expect(rows.filter((__, i) => house.messagesTo(`berkas-${_kind}-${i}`).length === 0)).toEqual([]);
    expect(await house.failures()).toEqual([]);
    expect(await house.state()).toEqual(before);
  });
});

describe('what was told in confidence', () => {
  it('stands in no line of the log, and the supplier and the customer see only what is theirs', async () => {
    await house.say('pemilik', `/teruskan ${order}`);
    // The stock was confirmed too long ago, so the owner says why it goes on all the same.
    await house.say('pemilik', 'stok sudah dicek tadi pagi');
    const { suppliers, lines, messagesTo } = house;
    const toSuppliers = suppliers
      .flatMap((_, i) => messagesTo(`pemasok${i}`))
      .map((message) => JSON.stringify(message));
    expect(toSuppliers.some((text) => text.includes('Kenari Rahasia'))).toBe(true);
    const whole = await house.world.app.shop.orders.list({ limit: 9 });
    const prices = whole.flatMap(({ lines: goods }) => goods.flatMap(({ price }) => [price]));
    for (const price of prices)
      expect(toSuppliers.filter((text) => text.includes(price.toLocaleString('id-ID')))).toEqual([]);
    const toBudi = messagesTo('budi')
      .map((message) => JSON.stringify(message))
      .join();
    for (const { name } of suppliers) expect(toBudi).not.toContain(name);
    const costs = whole.flatMap(({ lines: goods }) => goods.map(({ cost }) => cost.toLocaleString('id-ID')));
    for (const cost of costs) expect(toBudi).not.toContain(`Rp${cost}`);
    const canaries = ['Kenari Rahasia', 'Budi Kanari', '81377712345', '813-7771-2345', 'sudah transfer', 'r_AAAAAA'];
    expect(lines.filter((line) => canaries.some((canary) => line.includes(canary)))).toEqual([]);
    console.info(`canaries looked for in ${lines.length} log lines, ${toSuppliers.length} texts to suppliers`);
  });
});
