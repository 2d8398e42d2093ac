import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../src/core/clock.ts';
import { asChatId, keyOf, type PersonId } from '../../../../src/core/ids.ts';
import { type Customers, createCustomers } from '../../../../src/shop/customers/customers.ts';
import { createForgetting, type Forgetting } from '../../../../src/shop/customers/forget.ts';
import {
  asReadableText,
  createPrivateRooms,
  everything,
  type PrivateRooms,
} from '../../../../src/shop/customers/privacy.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

let deps: ShopDeps;
let customers: Customers;
let rooms: PrivateRooms;
let forgetting: Forgetting;
let person: PersonId;
let open: boolean;
let asked: string[];
const WA = asChatId('whatsapp/62811/6281234567890');
const at = (name: string) => ({ key: keyOf(name), by: HOUSE });

beforeEach(async () => {
  deps = await openShopDeps();
  customers = createCustomers(deps);
  rooms = createPrivateRooms();
  open = false;
  asked = [];
  rooms.register(customers.privacy);
  rooms.register({
    room: 'orders',
    collect: (id) => Promise.resolve([`order of ${id}`]),
    needs: () => {
      asked.push('orders');
      return Promise.resolve(open ? ['parcel on its way'] : []);
    },
    erase: () => Promise.resolve(),
  });
  forgetting = createForgetting({ ...deps, rooms });
  await deps.ready();
  const met = await customers.met({ chat: WA, name: 'Kenari Canary', phone: '+6281234567890' }, keyOf('a'));
  person = met._id;
});
afterEach(() => deps.close());

const tick = async (): Promise<void> => {
  const now = deps.clock.now();
  for (const id of await forgetting.clockwork.claimDue(now, 10)) await forgetting.clockwork.runDue(id, now);
};
const stored = async (): Promise<string> => {
  const all = await deps.connection.db?.collections();
  return JSON.stringify(await Promise.all((all ?? []).map((one) => one.find().toArray())));
};

it('hands out what every room keeps, as data and as a text a person can read', async () => {
  const all = await everything(rooms, person, deps.clock.now());
  expect(all).toMatchObject({ person, customers: [{ name: 'Kenari Canary' }], orders: [`order of ${person}`] });
  expect(asReadableText(all)).toContain('name: Kenari Canary');
});

describe('a wish to be forgotten', () => {
  it('leaves no name, phone or chat of the person in any collection', async () => {
    expect(await stored()).toContain('Kenari');
    const request = await forgetting.forget(person, at('forget'));
    expect(request).toMatchObject({ state: 'done', rooms: ['orders', 'customers'] });
    expect(await stored()).not.toMatch(/kenari|81234567890/i);
    expect((await customers.find(person))?.erasedAt).toEqual(deps.clock.now());
  });

  it('makes somebody new of who writes again', async () => {
    await forgetting.forget(person, at('forget'));
    const again = await customers.met({ chat: WA, name: 'Baru' }, keyOf('b'));
    expect(again._id).not.toBe(person);
    expect(again.name).toBe('Baru');
  });

  it('waits for a parcel on its way, then is done by the clockwork within three days', async () => {
    open = true;
    const request = await forgetting.forget(person, at('forget'));
    expect(request).toMatchObject({ state: 'open', waits: ['orders: parcel on its way'] });
    expect(await stored()).toContain('Kenari');
    open = false;
    deps.clock.move(7 * HOUR);
    await tick();
    expect(await forgetting.open(10)).toEqual([]);
    expect(await stored()).not.toMatch(/kenari/i);
  });

  it('tells the owner once when it still waits after two days', async () => {
    open = true;
    await forgetting.forget(person, at('forget'));
    for (let hour = 0; hour < 72; hour += 6) {
      deps.clock.move(6 * HOUR);
      await tick();
    }
    const told = deps.paid.filter(
      ({ kind, body }) => kind === 'notice' && JSON.stringify(body).includes('privacy_late'),
    );
    expect(told).toHaveLength(1);
  });

  it('is one wish for one message, and goes on after a crash', async () => {
    await Promise.all([forgetting.forget(person, at('forget')), forgetting.forget(person, at('forget'))]);
    expect(await deps.connection.collection('privacy_requests').countDocuments()).toBe(1);
    deps.clock.move(DAY);
    const before = asked.length;
    await tick();
    expect(asked.length).toBe(before);
  });
});
