import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/core/clock.ts';
import { asChatId, keyOf } from '../../../../src/core/ids.ts';
import { type Customers, createCustomers } from '../../../../src/shop/customers/customers.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import type { Address } from '../../../../src/shop/orders/address.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

let deps: ShopDeps;
let customers: Customers;
let n = 0;
beforeEach(async () => {
  deps = await openShopDeps();
  customers = createCustomers(deps);
  await deps.ready();
});
afterEach(() => deps.close());

const WA = asChatId('whatsapp/62811/6281234567890');
const TG = asChatId('telegram/bot/77');
const at = (name = `k${++n}`) => ({ key: keyOf(name), by: HOUSE });
const anAddress = (more: Partial<Address> = {}): Address => ({
  recipient: 'Ani',
  phone: '+6281234567890',
  street: 'Jl. Melati 5',
  rt: '',
  rw: '',
  village: 'Sukamaju',
  district: 'Cilodong',
  city: 'Kota Depok',
  province: 'Jawa Barat',
  postalCode: '16415',
  landmark: '',
  ...more,
});

describe('meeting', () => {
  it('makes one person of a chat, however often and however much at once it writes', async () => {
    const met = await Promise.all([1, 2, 3, 4].map((i) => customers.met({ chat: WA, name: 'Ani' }, keyOf('m', i))));
    const again = await customers.met({ chat: WA, name: 'Ani lagi' }, keyOf('m', 9));
    expect(new Set([...met, again].map((one) => one._id)).size).toBe(1);
    expect(again.name).toBe('Ani');
    expect(again.history).toHaveLength(1);
  });

  it('makes two persons of two chats, though name and phone are the same', async () => {
    const one = await customers.met({ chat: WA, name: 'Ani', phone: '+6281234567890' }, keyOf('a'));
    const other = await customers.met({ chat: TG, name: 'Ani', phone: '+6281234567890' }, keyOf('b'));
    expect(one._id).not.toBe(other._id);
  });

  it('keeps persons without a chat apart, and the same one for the same cause', async () => {
    const one = await customers.add({ name: 'Budi' }, at('order/1'));
    const again = await customers.add({ name: 'Budi' }, at('order/1'));
    const other = await customers.add({ name: 'Budi' }, at('order/2'));
    expect(again._id).toBe(one._id);
    expect(other._id).not.toBe(one._id);
  });
});

describe('what is kept for the next order', () => {
  it('puts the newest address first, each place once, five at most', async () => {
    const { _id } = await customers.met({ chat: WA }, keyOf('a'));
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await customers.change(_id, { type: 'keep', address: anAddress({ street: `Jl. Melati ${number}` }) }, at());
    }
    await customers.change(_id, { type: 'keep', address: anAddress({ street: 'JL MELATI 4' }) }, at());
    const kept = (await customers.find(_id))?.addresses.map(({ address }) => address.street);
    expect(kept).toEqual(['JL MELATI 4', 'Jl. Melati 6', 'Jl. Melati 5', 'Jl. Melati 3', 'Jl. Melati 2']);
  });

  it('remembers which wording was agreed to, when, where and by which message', async () => {
    const { _id } = await customers.met({ chat: WA }, keyOf('a'));
    const consent = { type: 'consent', to: 'promo', given: true, version: 'v1', channel: 'whatsapp' } as const;
    await customers.change(_id, consent, at('whatsapp/m1'));
    deps.clock.move(1000);
    await customers.change(_id, consent, at('whatsapp/m1'));
    const kept = (await customers.find(_id))?.notices.promo;
    expect(kept).toEqual({
      version: 'v1',
      at: new Date('2026-11-23T03:00:00Z'),
      channel: 'whatsapp',
      key: 'whatsapp/m1',
      given: true,
    });
  });
});

describe('an address that no order went to for a year', () => {
  it('is let go by the clockwork, a newer one stays', async () => {
    const { _id } = await customers.met({ chat: WA }, keyOf('a'));
    await customers.change(_id, { type: 'keep', address: anAddress({ street: 'Lama 1' }) }, at());
    deps.clock.move(200 * DAY);
    await customers.change(_id, { type: 'keep', address: anAddress({ street: 'Baru 2' }) }, at());
    const streets = async () => (await customers.find(_id))?.addresses.map(({ address }) => address.street);
    for (const [days, kept] of [
      [164, ['Baru 2', 'Lama 1']],
      [1, ['Baru 2']],
      [300, []],
    ] as const) {
      const now = deps.clock.move(days * DAY);
      for (const id of await customers.clockwork.claimDue(now, 10)) await customers.clockwork.runDue(id, now);
      expect(await streets()).toEqual(kept);
    }
  });
});

describe('searching', () => {
  beforeEach(async () => {
    const ani = await customers.met({ chat: WA, name: 'Ani Wijaya', phone: '+6281234567890' }, keyOf('a'));
    await customers.change(ani._id, { type: 'set_language', language: 'en' }, at());
    await customers.met({ chat: TG, name: 'Ánita Sari', phone: '+6285511112222' }, keyOf('b'));
  });

  it.each([
    ['ani', ['Ani Wijaya', 'Ánita Sari']],
    ['ani wij', ['Ani Wijaya']],
    ['SARI', ['Ánita Sari']],
    ['081234567890', ['Ani Wijaya']],
    ['0812-3456', ['Ani Wijaya']],
    ['2222', ['Ánita Sari']],
    ['nit', []],
    ['.*', []],
    ['', []],
  ])('%j finds %j', async (text, names) => {
    const found = await customers.search(text, 10);
    expect(found.map((one) => one.name).toSorted()).toEqual(names.toSorted());
  });

  it('goes by an index', async () => {
    const explain: unknown = await deps.connection
      .collection('customers')
      .find({ words: { $elemMatch: { $gte: 'ani', $lt: 'ani\uFFFF' } } })
      .explain();
    expect(JSON.stringify(explain)).toContain('IXSCAN');
    const byChat: unknown = await deps.connection.collection('customers').find({ chats: WA }).explain();
    expect(JSON.stringify(byChat)).toContain('IXSCAN');
  });
});

describe('linking a chat', () => {
  it('makes two persons one: chats, addresses and ids come together, and the other leads to it', async () => {
    const ani = await customers.met({ chat: WA, name: 'Ani' }, keyOf('a'));
    const other = await customers.met({ chat: TG, phone: '+6281111111111' }, keyOf('b'));
    await customers.change(other._id, { type: 'keep', address: anAddress() }, at());
    const linked = await customers.link(ani._id, TG, at('link'));
    expect(linked.ok && linked.value).toMatchObject({ _id: ani._id, name: 'Ani', phone: '+6281111111111' });
    expect((await customers.met({ chat: TG }, keyOf('c')))._id).toBe(ani._id);
    expect((await customers.find(other._id))?._id).toBe(ani._id);
    expect(await customers.mine(other._id)).toEqual({ ids: [ani._id, other._id], chats: [WA, TG] });
  });

  it('takes a chat that never wrote, and a link that is there already changes nothing', async () => {
    const ani = await customers.met({ chat: WA }, keyOf('a'));
    await customers.link(ani._id, TG, at('link'));
    await customers.link(ani._id, TG, at('link-2'));
    expect((await customers.mine(ani._id)).chats).toEqual([WA, TG]);
  });

  it('goes on where a crash stopped it when the same message is handled again', async () => {
    const ani = await customers.met({ chat: WA }, keyOf('a'));
    const other = await customers.met({ chat: TG }, keyOf('b'));
    // The crash: the other has given its chats up, the leader has not taken them yet.
    const raw = deps.connection.collection<{ _id: string }>('customers');
    await raw.updateOne({ _id: ani._id }, { $set: { expects: [TG], also: [other._id] } });
    await raw.updateOne({ _id: other._id }, { $set: { into: ani._id }, $unset: { chats: 1 } });
    await customers.link(ani._id, TG, at('link'));
    expect((await customers.mine(ani._id)).chats).toEqual([WA, TG]);
  });
});
