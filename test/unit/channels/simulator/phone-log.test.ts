import { afterEach, describe, expect, it } from 'vitest';
import type { ChatDraft, PhoneLog } from '../../../../src/channels/simulator/phones.ts';
import { createPhoneStore } from '../../../../src/channels/simulator/phones-store.ts';
import { asKey } from '../../../../src/core/ids.ts';
import { createLogger } from '../../../../src/core/logger.ts';
import { connectStore, prepareStore } from '../../../../src/store/connect.ts';
import { memoryPhones } from '../../../support/memory-phones.ts';
import { openTestStore } from '../../../support/test-store.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openStored(): Promise<PhoneLog> {
  const server = await openTestStore();
  ends.push(() => server.close());
  const store = await connectStore(server.uri, createLogger('silent'));
  ends.push(() => store.close());
  const phones = createPhoneStore(store.connection);
  await prepareStore(store.connection);
  return phones;
}

const SARI = { person: 'pembeli-1', name: 'Sari', kind: 'customer' } as const;
const BUDI = { person: 'pembeli-2', name: 'Budi', kind: 'customer' } as const;
const draft = (n: number, more: Partial<ChatDraft> = {}): ChatDraft => ({
  person: SARI.person,
  key: asKey(`key/${n}`),
  from: 'person',
  at: new Date(Date.UTC(2026, 10, 21) + n),
  text: `pesan ${n}`,
  state: 'waiting',
  ...more,
});

// The memory of the tests keeps the same promises, or what they show would mean nothing.
describe.each([
  ['in the store', openStored],
  ['in memory', () => Promise.resolve(memoryPhones())],
])('the log of the phones %s', (_where, open) => {
  const opened = async (): Promise<PhoneLog> => {
    const log = await open();
    await log.addPhone(SARI);
    return log;
  };

  it('keeps phones in the order in which they were added, each once, under its newest name', async () => {
    const log = await opened();
    await log.addPhone(BUDI);
    await log.add(draft(1, { from: 'shop', state: 'done' }));
    await log.read(SARI.person, 1);
    await log.addPhone({ ...SARI, name: 'Sari W' });
    expect(await log.phones()).toEqual([
      { ...SARI, name: 'Sari W', readUpTo: 1, unread: 0 },
      { ...BUDI, readUpTo: 0, unread: 0 },
    ]);
    expect(await log.phone('pembeli-9')).toBeUndefined();
  });

  it('numbers the messages of each chat by themselves, from one', async () => {
    const log = await opened();
    await log.addPhone(BUDI);
    const added = [
      await log.add(draft(1)),
      await log.add(draft(2)),
      await log.add(draft(3, { person: BUDI.person })),
      await log.add(draft(4)),
    ];
    expect(added.map(({ person, id }) => [person, id])).toEqual([
      ['pembeli-1', 1],
      ['pembeli-1', 2],
      ['pembeli-2', 1],
      ['pembeli-1', 3],
    ]);
  });

  it('keeps all that a message is made of', async () => {
    const log = await opened();
    const whole = draft(1, {
      from: 'shop',
      state: 'done',
      choices: [
        { label: 'Terima', tap: { verb: 'terima', code: 'K7M2QX', rev: 0 }, row: 1 },
        { label: 'Lihat', tap: { verb: 'lihat', code: '' } },
      ],
      file: { id: 'f', mime: 'image/png', name: 'a.png', size: 4 },
      tap: { verb: 'ya', code: '', on: 1 },
      quotes: 1,
      album: 'x',
    });
    const added = await log.add(whole);
    expect(added).toEqual({ ...whole, id: 1 });
    expect(await log.message(SARI.person, 1)).toEqual(added);
    expect(await log.messages(SARI.person, 10)).toEqual([added]);
  });

  it('keeps one message for one key, also when it is added many times at once', async () => {
    const log = await opened();
    const added = await Promise.all(Array.from({ length: 8 }, () => log.add(draft(1))));
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    expect(await log.messages(SARI.person, 10)).toHaveLength(1);
  });

  it('gives back the newest messages, and those before a number', async () => {
    const log = await opened();
    for (let n = 1; n <= 5; n++) await log.add(draft(n));
    const ids = async (limit: number, before?: number) =>
      (await log.messages(SARI.person, limit, before)).map(({ id }) => id);
    expect([await ids(2), await ids(2, 4), await ids(9, 2), await ids(9, 1)]).toEqual([[4, 5], [2, 3], [1], []]);
  });

  it("edits the shop's messages, keeps a file that the edit does not name, and never edits a person's", async () => {
    const log = await opened();
    const file = { id: 'f', mime: 'image/png', name: 'a.png' };
    await log.add(
      draft(1, { from: 'shop', state: 'done', file, choices: [{ label: 'A', tap: { verb: 'a', code: '' } }] }),
    );
    await log.add(draft(2));
    const edit = { text: 'Diterima', choices: [], editedAt: new Date(9) };
    expect(await log.edit(SARI.person, 1, edit)).toMatchObject({ id: 1, ...edit, file });
    expect(await log.edit(SARI.person, 2, edit)).toBeUndefined();
    expect(await log.edit(SARI.person, 3, edit)).toBeUndefined();
    expect((await log.message(SARI.person, 2))?.text).toBe('pesan 2');
  });

  it('knows what waits for the desk, in order, until it is accepted', async () => {
    const log = await opened();
    for (let n = 1; n <= 12; n++) await log.add(draft(n));
    await log.add(draft(13, { from: 'shop', state: 'done' }));
    expect((await log.waiting(11)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    await log.accepted([asKey('key/1'), asKey('key/2'), asKey('key/99')]);
    expect((await log.waiting(100)).map(({ id }) => id)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('counts what the shop said after the read mark, which only moves forward and not past the end', async () => {
    const log = await opened();
    for (const n of [1, 2, 3]) await log.add(draft(n, { from: 'shop', state: 'done' }));
    await log.add(draft(4));
    expect((await log.phone(SARI.person))?.unread).toBe(3);
    expect(await log.read(SARI.person, 2)).toMatchObject({ readUpTo: 2, unread: 1 });
    expect(await log.read(SARI.person, 1)).toMatchObject({ readUpTo: 2, unread: 1 });
    expect(await log.read(SARI.person, 99)).toMatchObject({ readUpTo: 4, unread: 0 });
    expect(await log.read('nobody', 1)).toBeUndefined();
  });
});

describe('the log of the phones over a restart', () => {
  it('has everything again', async () => {
    const server = await openTestStore();
    ends.push(() => server.close());
    const connect = async () => {
      const store = await connectStore(server.uri, createLogger('silent'));
      const phones = createPhoneStore(store.connection);
      await prepareStore(store.connection);
      return { store, phones };
    };
    const before = await connect();
    await before.phones.addPhone(SARI);
    await before.phones.add(draft(1));
    await before.store.close();
    const after = await connect();
    ends.push(() => after.store.close());
    expect(await after.phones.messages(SARI.person, 10)).toMatchObject([{ id: 1, text: 'pesan 1' }]);
    expect(await after.phones.waiting(10)).toHaveLength(1);
    expect((await after.phones.add(draft(2))).id).toBe(2);
  });
});
