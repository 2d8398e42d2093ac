import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asChatId, keyOf, type PersonId } from '../../../../src/core/ids.ts';
import { type Cases, createCases } from '../../../../src/shop/cases/cases.ts';
import { type Customers, createCustomers } from '../../../../src/shop/customers/customers.ts';
import { createForgetting, type Forgetting } from '../../../../src/shop/customers/forget.ts';
import { createPrivateRooms, everything, type PrivateRooms } from '../../../../src/shop/customers/privacy.ts';
import { createReceiveFile } from '../../../../src/shop/files/receive-file.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { createPurchases, type Purchases } from '../../../../src/shop/purchases/purchases.ts';
import { DEFAULT_PURCHASE_SOP } from '../../../../src/shop/purchases/sop.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { registerShopPrivacy } from '../../../../src/shop/shop-privacy.ts';
import { OWN_WORDS } from '../../../../src/shop/suppliers/template.ts';
import type { Payer } from '../../../../src/store/duties.ts';
import { ADDRESS } from '../../../support/an-order.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';
import { RULES } from '../cases/a-case.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const couriers = loadCouriers({ file: 'couriers.yaml', text });
const CHAT = asChatId('whatsapp/62811/6285566667777');
const CANARY = {
  ...ADDRESS,
  recipient: 'Kenari Merdu',
  phone: '+6285566667777',
  street: 'Jl. Kenari 77',
  landmark: 'rumah kenari',
};

let core: ShopCore;
let customers: Customers;
let purchases: Purchases;
let cases: Cases;
let rooms: PrivateRooms;
let forgetting: Forgetting;
let person: PersonId;
let order: Order;
let payPurchase: Payer;
let n = 0;
const by = OWNER;
const at = () => ({ key: keyOf('t', ++n), by });

beforeEach(async () => {
  core = await openShopCore();
  const { deps, files, orders } = core;
  customers = createCustomers(deps);
  purchases = createPurchases({
    ...deps,
    // The deps collect this kind already; the test pays what was collected.
    payers: {
      register: (_kind, payer) => {
        payPurchase = payer;
      },
      of: (kind) => deps.payers.of(kind),
    },
    files,
    orders,
    suppliers: { find: () => Promise.resolve(undefined), known: () => undefined, own: OWN_WORDS.id },
    hasChat: () => true,
    couriers: () => (couriers.ok ? couriers.value : []),
    sender: () => ({ name: 'Toko', phone: '' }),
    sop: () => DEFAULT_PURCHASE_SOP,
    zone: 'Asia/Jakarta',
  });
  cases = createCases({ ...deps, files, rules: () => RULES, orders });
  rooms = createPrivateRooms();
  registerShopPrivacy(rooms, { ...core, customers, purchases, cases });
  forgetting = createForgetting({ ...deps, rooms });
  await deps.ready();
  const met = await customers.met({ chat: CHAT, name: CANARY.recipient, phone: CANARY.phone }, keyOf('m'));
  person = met._id;
  await customers.change(person, { type: 'keep', address: CANARY }, at());
  await core.addProduct({ sku: 'TAS-1' });
  order = await core.place({
    customer: person,
    chat: CHAT,
    recipient: CANARY,
    note: 'kenari di depan',
    lines: [{ sku: 'TAS-1', quantity: 1 }],
  });
  const picture = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const file = await createReceiveFile(files)({ bytes: picture, about: 'mail/m1', tables: false });
  if (file.type === 'failed') throw new Error(file.reason);
  await core.payments.claim(
    { evidence: [file.file.id], orders: [order._id], customer: person, chat: CHAT, name: 'Kenari Merdu' },
    { key: keyOf('claim'), by: { desk: 'customer', id: person } },
  );
  await files.drop(file.file.id, 'mail/m1');
});
afterEach(() => core.deps.close());

const finish = async (): Promise<void> => {
  const [payment] = await core.payments.list({ order: order._id });
  if (payment) await core.payments.approve(payment._id, { amount: order.totals.total }, at());
  for (const event of [
    { type: 'hand_over', parcel: 1 },
    { type: 'ship', parcel: 1, courier: 'jnt', resi: 'JP1234567890' },
    { type: 'deliver', parcel: 1 },
    { type: 'receive', parcel: 1 },
  ] as const) {
    const done = await core.orders.apply(order._id, event, at());
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    for (const { kind, key: cause, body } of core.deps.paid)
      if (kind === 'purchase') await payPurchase(body, cause, core.deps.clock.now());
  }
  const [purchase] = await purchases.ofOrder(order._id);
  if (purchase) await purchases.answer(purchase._id, { type: 'ship', courier: 'jnt', resi: 'JP1234567890' }, at());
};
/** All that lies in the store, but what notices were handed for telling. */
const stored = async (): Promise<string> => {
  const all = (await core.deps.connection.db?.collections()) ?? [];
  const texts = await Promise.all(
    all.map(async (one) => `${one.collectionName}: ${JSON.stringify(await one.find().toArray())}`),
  );
  return texts.join('\n');
};
const canaries = /kenari|85566667777/i;
const leaks = async (): Promise<string[]> =>
  (await stored())
    .split('\n')
    .filter((line) => canaries.test(line))
    .map((line) => line.slice(0, 400));

it("hands out what orders, payments, cases and the customer's own record keep", async () => {
  const all = await everything(rooms, person, core.deps.clock.now());
  expect(all).toMatchObject({
    orders: [{ code: order._id, recipient: { recipient: 'Kenari Merdu' } }],
    payments: [{ name: 'Kenari Merdu', pictures: 1 }],
    customers: [{ name: 'Kenari Merdu' }],
    cases: [],
  });
});

describe('a wish to be forgotten', () => {
  it('waits while an order is under way, and nothing of it is touched', async () => {
    const request = await forgetting.forget(person, at());
    expect(request).toMatchObject({ state: 'open', waits: expect.arrayContaining([`orders: open: ${order._id}`]) });
    expect((await core.order(order._id)).recipient.recipient).toBe('Kenari Merdu');
    expect(await customers.find(person)).toMatchObject({ name: 'Kenari Merdu' });
  });

  it('leaves no name, phone, address, chat or picture anywhere, and every rupiah where it was', async () => {
    await finish();
    const before = await core.ledger.sums({});
    expect((await leaks()).map((leak) => leak.split(':')[0])).toEqual(
      expect.arrayContaining(['customers', 'orders', 'payments', 'purchases']),
    );
    const request = await forgetting.forget(person, at());
    expect(request).toMatchObject({ state: 'done', waits: [] });
    expect(await leaks()).toEqual([]);
    expect(await core.deps.connection.collection('blobs.chunks').countDocuments()).toBe(0);
    expect(await core.ledger.sums({})).toEqual(before);
    expect((await core.order(order._id)).totals).toEqual(order.totals);
  });
});
