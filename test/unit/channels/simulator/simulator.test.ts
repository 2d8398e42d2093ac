import { afterEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../../../src/channels/simulator/post.ts';
import type { PageEvent } from '../../../../src/channels/simulator/simulator.ts';
import { asFileId, asKey } from '../../../../src/core/ids.ts';
import { simulatorWorld, started } from './simulator-world.ts';

const text = (id: string, words = 'halo', person = 'pembeli-1'): Posted => ({ person, id, text: words });
const to = (person: string) => ({ channel: 'simulator', account: 'local', person }) as const;

const GONE = { id: asFileId('gone'), mime: 'image/png', name: 'x.png' };

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function running(options: Parameters<typeof simulatorWorld>[0] = {}) {
  const world = simulatorWorld(options);
  stops.push(await started(world.channel, world.door));
  return world;
}

describe('the simulator', () => {
  it('begins with one customer, the owner and the suppliers it was told of', async () => {
    const { channel } = await running({ suppliers: ['Gudang A', 'Gudang B'], owner: 'Toko Melati' });
    expect((await channel.phones()).map(({ person, name, kind }) => [person, name, kind])).toEqual([
      ['pembeli-1', 'Sari Wijaya', 'customer'],
      ['pemilik', 'Toko Melati', 'owner'],
      ['pemasok-1', 'Gudang A', 'supplier'],
      ['pemasok-2', 'Gudang B', 'supplier'],
    ]);
  });

  it('hands in what a customer writes, with a name, and says that it is taken', async () => {
    const { channel, came } = await running();
    const posted = await channel.post(text('a1'));
    expect(posted).toMatchObject({ ok: true, value: { id: 1, state: 'done', text: 'halo' } });
    expect(came).toMatchObject([
      { chat: to('pembeli-1'), by: 'person', name: 'Sari Wijaya', body: { type: 'text', text: 'halo' } },
    ]);
    expect(came[0]?.key).toMatch(/^simulator\/local\/[0-9a-f]{16}\/a1$/);
  });

  it('keeps one message when the same is posted twice, one after the other or at once', async () => {
    const { channel, came } = await running();
    const [one, two] = await Promise.all([channel.post(text('a1')), channel.post(text('a1'))]);
    const three = await channel.post(text('a1'));
    expect([one, two, three].map((r) => r.ok && r.value.id)).toEqual([1, 1, 1]);
    expect(new Set(came.map((m) => m.key)).size).toBe(1);
    expect(await channel.messages('pembeli-1')).toHaveLength(1);
  });

  it('hands in many posts at once in the order of their numbers', async () => {
    const { channel, came } = await running();
    const ids = Array.from({ length: 30 }, (_, i) => `m${i}`);
    await Promise.all(ids.map((id) => channel.post(text(id, id))));
    const numbers = new Map((await channel.messages('pembeli-1')).map((m) => [m.key, m.id]));
    expect(came.map((m) => numbers.get(m.key))).toEqual(ids.map((_, i) => i + 1));
  });

  it('keeps what the desk cannot take, offers it again by itself, and never out of order', async () => {
    const sleeps: (() => void)[] = [];
    const world = simulatorWorld({
      clock: {
        now: () => new Date(),
        monotonic: () => performance.now(),
        sleep: (_ms, stop) =>
          new Promise((resolve) => {
            sleeps.push(resolve);
            stop?.addEventListener('abort', () => resolve());
          }),
      },
    });
    stops.push(await started(world.channel, world.door));
    world.desk.shut = true;
    expect(await world.channel.post(text('a1'))).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(await world.channel.post(text('a2'))).toMatchObject({ ok: true, value: { state: 'waiting' } });
    world.desk.shut = false;
    await until(() => {
      for (const wake of sleeps.splice(0)) wake();
      return world.came.length === 2;
    });
    expect(world.came.map((m) => m.key.split('/').at(-1))).toEqual(['a1', 'a2']);
  });

  it('hands in after a restart what was waiting when it stopped', async () => {
    const world = simulatorWorld();
    const stop = await started(world.channel, world.door);
    world.desk.shut = true;
    await world.channel.post(text('a1'));
    await stop();
    world.desk.shut = false;
    stops.push(await started(world.build(), world.door));
    await until(() => world.came.length === 1);
    expect(await world.phones.waiting(10)).toEqual([]);
  });

  it('translates a tap with the message that it hung on, and a photo with where its bytes are', async () => {
    const { channel, came } = await running();
    const sent = await channel.send(
      to('pemilik'),
      { text: 'Bukti masuk', choices: [{ label: 'Terima', tap: { verb: 'terima', code: 'K7M2QX', rev: 3 } }] },
      asKey('push/1'),
    );
    expect(sent).toEqual({ type: 'sent', ref: '1' });
    await channel.post({
      person: 'pemilik',
      id: 't1',
      text: 'Terima',
      tap: { verb: 'terima', code: 'K7M2QX', rev: 3, on: 1 },
    });
    const bytes = new Uint8Array([1, 2, 3]);
    await channel.post({
      person: 'pembeli-1',
      id: 'f1',
      text: 'bukti ya',
      file: { bytes, mime: 'image/png', name: 'bukti.png' },
      album: 'x',
    });
    expect(came.map((m) => m.body)).toMatchObject([
      { type: 'tap', verb: 'terima', code: 'K7M2QX', rev: 3 },
      { type: 'media', kind: 'image', caption: 'bukti ya', ref: { mime: 'image/png', name: 'bukti.png', size: 3 } },
    ]);
    expect(came[0]?.quotes).toBe('1');
    expect(came[1]?.album).toBe('x');
    const body = came[1]?.body;
    const fetched = body?.type === 'media' && (await channel.fetch(body.ref));
    expect(fetched).toEqual({ type: 'fetched', bytes, mime: 'image/png' });
    expect(await channel.fetch({ channel: 'simulator', id: 'nowhere' })).toEqual({ type: 'gone' });
  });

  it.each([
    ['from a phone that is not there', text('a1', 'halo', 'pembeli-99'), 'unknown-phone'],
    ['a quote of a message that is not there', { ...text('a1'), quotes: 7 }, 'unknown-message'],
    ['a tap on a message that is not there', { ...text('a1'), tap: { verb: 'x', code: '', on: 7 } }, 'unknown-message'],
  ])('refuses %s and keeps nothing', async (_what, posted, code) => {
    const { channel, came } = await running();
    expect(await channel.post(posted)).toEqual({ ok: false, error: { code } });
    expect(came).toEqual([]);
    expect(await channel.messages(posted.person)).toEqual([]);
  });
});

describe('sending to a phone of the page', () => {
  it('shows one message for one key, however often it is sent', async () => {
    const { channel } = await running();
    const first = await channel.send(to('pembeli-1'), { text: 'Halo Kak' }, asKey('k/1'));
    const again = await channel.send(to('pembeli-1'), { text: 'Halo Kak' }, asKey('k/1'));
    expect(again).toEqual(first);
    expect(await channel.messages('pembeli-1')).toHaveLength(1);
  });

  it('edits in place, and a message with new buttons loses the old ones', async () => {
    const { channel } = await running();
    const tap = { verb: 'terima', code: 'K7M2QX' };
    await channel.send(to('pemilik'), { text: 'Bukti', choices: [{ label: 'Terima', tap }] }, asKey('k/1'));
    expect(await channel.send(to('pemilik'), { text: 'Diterima', replaces: '1' }, asKey('k/2'))).toEqual({
      type: 'sent',
      ref: '1',
    });
    expect(await channel.messages('pemilik')).toMatchObject([{ id: 1, text: 'Diterima', choices: [] }]);
  });

  it.each([
    ['a phone that is not there', to('pembeli-99'), { text: 'x' }, 'no-such-address'],
    ['another channel', { ...to('pembeli-1'), channel: 'telegram' as const }, { text: 'x' }, 'no-such-address'],
    ['nothing to show', to('pembeli-1'), { text: '' }, 'bad-request'],
    ['a file that is gone, without words', to('pembeli-1'), { text: '', file: GONE }, 'bad-request'],
  ])('refuses %s', async (_what, address, message, reason) => {
    const { channel } = await running();
    expect(await channel.send(address, message, asKey('k/1'))).toEqual({ type: 'refused', reason });
  });

  it.each(['1', '9', 'x', ''])(
    'never edits what a person wrote: what replaces "%s" is sent anew, once',
    async (ref) => {
      const { channel } = await running();
      await channel.post(text('a1', 'asli'));
      const send = () => channel.send(to('pembeli-1'), { text: 'baru', replaces: ref }, asKey('k/1'));
      expect([await send(), await send()]).toEqual([
        { type: 'sent', ref: '2' },
        { type: 'sent', ref: '2' },
      ]);
      expect(await channel.messages('pembeli-1')).toMatchObject([{ text: 'asli' }, { text: 'baru' }]);
    },
  );

  it('asks for another try while the store is away, and then shows it once', async () => {
    const { channel, phones } = await running();
    phones.away = true;
    expect(await channel.send(to('pembeli-1'), { text: 'x' }, asKey('k/1'))).toMatchObject({ type: 'retry' });
    phones.away = false;
    expect(await channel.send(to('pembeli-1'), { text: 'x' }, asKey('k/1'))).toEqual({ type: 'sent', ref: '1' });
  });

  it('comes to the fault that a test asks for; after `unknown` the message did arrive and a repeat adds nothing', async () => {
    const faults = [
      { type: 'retry', afterMs: 5, reason: 'slow down' },
      { type: 'refused', reason: 'blocked' },
      { type: 'unknown', reason: 'no answer' },
    ] as const;
    let next = 0;
    const { channel } = await running({ faults: () => faults[next++] });
    const send = () => channel.send(to('pembeli-1'), { text: 'x' }, asKey('k/1'));
    expect([await send(), await send()]).toEqual([faults[0], faults[1]]);
    expect(await channel.messages('pembeli-1')).toEqual([]);
    expect([await send(), await send()]).toEqual([faults[2], { type: 'sent', ref: '1' }]);
    expect(await channel.messages('pembeli-1')).toHaveLength(1);
  });
});

describe('what the page sees', () => {
  it('shows the shop typing from a message taken until the answer, and no longer than some seconds', async () => {
    let now = 0;
    const { channel } = await running({
      clock: { now: () => new Date(), monotonic: () => now, sleep: () => new Promise(() => undefined) },
    });
    const typing = async () => (await channel.phones()).find((phone) => phone.person === 'pembeli-1')?.typing;
    expect(await typing()).toBe(false);
    await channel.post(text('a1'));
    expect(await typing()).toBe(true);
    now = 9_000;
    expect(await typing()).toBe(false);
    await channel.post(text('a2'));
    await channel.send(to('pembeli-1'), { text: 'ya' }, asKey('k/1'));
    expect(await typing()).toBe(false);
  });

  it('counts unread messages, moves the read mark forward only, and tells the shop what was read', async () => {
    const { channel, receipts } = await running();
    for (const n of [1, 2, 3]) await channel.send(to('pembeli-1'), { text: `${n}` }, asKey(`k/${n}`));
    expect(await channel.read('pembeli-1', 2)).toMatchObject({ unread: 1 });
    expect(await channel.read('pembeli-1', 1)).toMatchObject({ unread: 1, readUpTo: 2 });
    expect(await channel.read('pembeli-1', 1_000)).toMatchObject({ unread: 0, readUpTo: 3 });
    expect(receipts.map(({ ref, state }) => [ref, state])).toEqual([
      ['1', 'read'],
      ['2', 'read'],
      ['3', 'read'],
    ]);
  });

  it('publishes what happens in order', async () => {
    const { channel } = await running();
    const from = channel.events.last();
    await channel.post(text('a1'));
    await channel.send(to('pembeli-1'), { text: 'Halo Kak' }, asKey('k/1'));
    await channel.newCustomer();
    expect((channel.events.after(from) ?? []).map(({ event }) => brief(event))).toEqual([
      'message 1 waiting',
      'typing on',
      'message 1 done',
      'typing off',
      'message 2 done',
      'phone Budi Lestari',
    ]);
  });
});

function brief(event: PageEvent): string {
  switch (event.type) {
    case 'message':
      return `message ${event.message.id} ${event.message.state}`;
    case 'phone':
      return `phone ${event.phone.name}`;
    case 'typing':
      return `typing ${event.on ? 'on' : 'off'}`;
    case 'clock':
      return 'clock';
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}
