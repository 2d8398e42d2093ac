import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntranceHouse, entranceHouse } from './entrance-house.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

let house: EntranceHouse;
let tried = 0;
beforeAll(async () => {
  house = await entranceHouse();
});
afterAll(async () => {
  await house?.close();
  console.info(`typed into chats: ${tried} bad inputs tried`);
});

/** What is only long is read by the pure tests, and here as a first message. */
const SHORT = HOSTILE_TEXTS.filter(([, text]) => text.length < 1_000);
const ORDER = 'mau pesan tumbler 1';
/** Where a customer stands when the hostile text comes: what was said before it. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'as the very first message': [],
  'after a greeting': ['halo'],
  'where goods are asked': ['halo', 'mau pesan'],
  'where a variant is asked': ['halo', 'kaos polos'],
  'where a name is asked': ['halo', ORDER, 'selesai'],
  'where a phone is asked': ['halo', ORDER, 'selesai', 'Budi Santoso'],
  'where an address is asked': ['halo', ORDER, 'selesai', 'Budi Santoso', '081234567890'],
  'where a picture of a payment is asked': ['halo', 'bukti'],
  'where the code of an order is asked': ['halo', 'cek pesanan'],
  'where a place for shipping is asked': ['halo', 'cek ongkir'],
  'where a complaint is told': ['halo', 'komplain'],
  'where a customer says what to erase': ['halo', 'hapus data'],
};

describe('a hostile text', () => {
  it.each(Object.entries(PLACES))('%s is answered, and does nothing', async (place, before) => {
    const at = Object.keys(PLACES).indexOf(place);
    // Every text is a first message, and each later place gets its share of them.
    const texts = before.length === 0 ? HOSTILE_TEXTS : SHORT.filter((_, i) => i % 4 === at % 4);
    const people = texts.map(([, text], i) => [`tamu${at}x${i}`, text] as const);
    for (const words of before) await house.round(people.map(([who]) => [who, words]));
    const state = await house.state();
    const answers = await house.round(people);
    tried += people.length;
    const silent = people.filter((_, i) => (answers[i] ?? []).length === 0).map(([, text]) => text.slice(0, 40));
    expect(silent).toEqual([]);
    expect(await house.failures()).toEqual([]);
    expect(await house.state()).toEqual(state);
    for (const one of answers.flat()) expect(one.text.length).toBeLessThanOrEqual(4_096);
  });
});
