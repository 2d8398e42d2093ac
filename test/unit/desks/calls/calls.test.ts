import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Push } from '../../../../src/chats/mail-document.ts';
import { HOUR, MINUTE } from '../../../../src/core/clock.ts';
import { asChatId, asKey, asPersonId, type Key } from '../../../../src/core/ids.ts';
import { callSopShape } from '../../../../src/desks/calls/call.ts';
import { type Calls, createCalls } from '../../../../src/desks/calls/calls.ts';
import { createHandToOwners, type HandToOwners } from '../../../../src/desks/calls/hand-to-owners.ts';
import { houseTexts, noticeHouse } from '../../../support/notice-house.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

const CHAT = asChatId('telegram/1/siti');
const OWNERS = [asChatId('telegram/1/rina'), asChatId('telegram/1/joko')];
const OWNER = { desk: 'owner', id: 'rina' } as const;

let deps: ShopDeps;
let calls: Calls;
let hand: HandToOwners;
let pushes: Map<Key, Push>;

beforeEach(async () => {
  deps = await openShopDeps();
  pushes = new Map();
  calls = createCalls({
    ...deps,
    sop: () => callSopShape.parse({}),
    stillWaits: (call, key) => hand.stillWaits(call, key),
  });
  hand = createHandToOwners({
    house: { ...noticeHouse(), texts: houseTexts('owner-call').texts },
    calls,
    customers: { find: () => Promise.resolve(undefined) },
    orders: { list: () => Promise.resolve([]) },
    listeners: { owners: () => Promise.resolve(OWNERS.map((chat) => ({ chat, language: 'id' as const }))) },
    push: (push) => {
      pushes.set(push._id, push);
      return Promise.resolve();
    },
  });
  await deps.ready();
});
afterEach(() => deps.close());

const wish = (words: string) => ({ kind: 'person', chat: CHAT, customer: 'p-1', name: 'Siti', words }) as const;
const at = (key: string) => ({
  key: asKey(key),
  chat: CHAT,
  who: { desk: 'customer' as const, id: asPersonId('p-1') },
  language: 'id' as const,
  now: deps.clock.now(),
});
const tick = async (): Promise<void> => {
  for (const id of await calls.clockwork.claimDue(deps.clock.now(), 10))
    await calls.clockwork.runDue(id, deps.clock.now());
};

describe('a customer who wants a person', () => {
  it('has one call a chat, whatever else they write', async () => {
    const first = await calls.open(wish('tolong'), asKey('m1'));
    const second = await calls.open({ ...wish('halo?'), kind: 'message' }, asKey('m2'));
    expect(second._id).toBe(first._id);
    expect(second).toMatchObject({ kind: 'person', words: 'halo?' });
    expect(await calls.waiting(10)).toHaveLength(1);
  });

  it('is counted once when their message is handled twice, and when it is handled twice at once', async () => {
    const [a, b] = await Promise.all([
      calls.open(wish('tolong'), asKey('m1')),
      calls.open(wish('tolong'), asKey('m1')),
    ]);
    expect(a._id).toBe(b._id);
    expect((await calls.find(a._id))?.history).toHaveLength(1);
  });

  it('waits since their first unanswered word, and no more once a person answered', async () => {
    const since = deps.clock.now();
    const call = await calls.open(wish('tolong'), asKey('m1'));
    deps.clock.move(10 * MINUTE);
    await calls.open({ ...wish('kak?'), kind: 'message' }, asKey('m2'));
    expect((await calls.find(call._id))?.waitsSince).toEqual(since);
    await calls.answered(wish(''), asKey('o1'), OWNER);
    expect(await calls.waiting(10)).toEqual([]);
    expect(await calls.ofChat(CHAT)).toMatchObject({ _id: call._id });
  });

  it('is forgotten about no sooner than somebody answers: the owners are told again, each time once', async () => {
    await calls.open(wish('tolong'), asKey('m1'));
    deps.clock.move(HOUR);
    await tick();
    await tick();
    expect(pushes.size).toBe(OWNERS.length);
    deps.clock.move(2 * HOUR);
    await tick();
    expect(pushes.size).toBe(2 * OWNERS.length);
    await calls.answered(wish(''), asKey('o1'), OWNER);
    deps.clock.move(24 * HOUR);
    await tick();
    expect(pushes.size).toBe(2 * OWNERS.length);
  });

  it('is told of once after the shop was away, not once for each time that was missed', async () => {
    await calls.open(wish('tolong'), asKey('m1'));
    deps.clock.move(48 * HOUR);
    for (let i = 0; i < 3; i++) await tick();
    expect(pushes.size).toBe(OWNERS.length);
  });

  it('begins anew after the talk was closed', async () => {
    const call = await calls.open(wish('tolong'), asKey('m1'));
    await calls.close(call._id, asKey('o1'), OWNER);
    expect(await calls.ofChat(CHAT)).toBeUndefined();
    expect((await calls.open(wish('lagi'), asKey('m9')))._id).not.toBe(call._id);
  });
});

describe('the people of the shop', () => {
  it('all hear of it, once each, however often the turn is repeated', async () => {
    for (let i = 0; i < 2; i++) await hand.ask({ what: 'cancel', words: 'tidak jadi' }, at('m1'));
    expect([...pushes.values()].map(({ chat }) => chat).toSorted()).toEqual(OWNERS.toSorted());
    const [push] = pushes.values();
    expect(push?.message.text).toContain('“tidak jadi”');
    expect(push?.about).toBe((await calls.ofChat(CHAT))?._id);
  });

  it('get what is written while the bot is silent, as it is, with what to answer it by', async () => {
    const body = { type: 'text', text: 'muat ga kak {harga}?' } as const;
    const mail = { _id: asKey('m2'), dir: 'in', by: 'person', body } as const;
    const chat = { id: CHAT, talk: [], shown: [], met: true, name: 'Siti' };
    const turn = { chat, run: [mail], now: deps.clock.now(), before: () => Promise.resolve() };
    await hand.relay(turn as unknown as Parameters<HandToOwners['relay']>[0], at('m2').who);
    const [push] = pushes.values();
    expect(push?.message.text).toBe('💬 Siti:\nmuat ga kak {harga}?');
    expect(push?.message.choices?.map(({ tap }) => tap.verb)).toEqual(['balas', 'lanjut']);
  });
});
