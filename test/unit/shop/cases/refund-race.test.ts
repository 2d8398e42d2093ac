import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asPersonId, type Code, type Key, keyOf } from '../../../../src/core/ids.ts';
import { type Cases, createCases } from '../../../../src/shop/cases/cases.ts';
import type { CaseEvent } from '../../../../src/shop/cases/event.ts';
import { openShopCore, type ShopCore } from '../../../support/shop-core.ts';
import { CUSTOMER, OTHER_OWNER, OWNER, RULES, SAMPLES } from './a-case.ts';

let shop: ShopCore;
let cases: Cases;
let order: Code;
let made = 0;
/** What happens between the booking of a refund in the order and the closing of its case. */
let meanwhile: (() => Promise<unknown>) | undefined;

beforeEach(async () => {
  shop = await openShopCore();
  meanwhile = undefined;
  cases = createCases({
    ...shop.deps,
    files: shop.files,
    rules: () => RULES,
    orders: {
      find: (code) => shop.orders.find(code),
      apply: async (code, event, at) => {
        const done = await shop.orders.apply(code, event, at);
        const late = event.type === 'refund' ? meanwhile : undefined;
        if (late !== undefined) meanwhile = undefined;
        await late?.();
        return done;
      },
    },
  });
  shop.setHolder(cases);
  await shop.deps.ready();
  await shop.addProduct({ sku: 'TAS-1' });
  order = await delivered();
});
afterEach(() => shop.deps.close());

const key = (): Key => keyOf('test', ++made);

async function delivered(): Promise<Code> {
  const { _id } = await shop.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
  await shop.payments.take(_id, undefined, { key: key(), by: OWNER });
  await shop.orders.apply(_id, { type: 'hand_over', parcel: 1 }, { key: key(), by: OWNER });
  const ship = { type: 'ship', parcel: 1, courier: 'jne', resi: 'JX0000000001' } as const;
  await shop.orders.apply(_id, ship, { key: key(), by: OWNER });
  await shop.orders.apply(_id, { type: 'deliver', parcel: 1 }, { key: key(), by: OWNER });
  return _id;
}

const BEFORE = [
  { type: 'approve', remedy: 'refund_penuh', sendBack: false },
  SAMPLES.give_destination,
  SAMPLES.confirm_destination,
] as const;

/** A case whose refund is about to be sent. */
async function ready(): Promise<Code> {
  const photo = await shop.files.put(new Uint8Array([1]), { mime: 'image/jpeg', name: 'a', about: ['mail/1'] });
  const opened = await cases.open(
    {
      order,
      customer: asPersonId('p-1'),
      reason: 'rusak',
      wish: 'refund_penuh',
      lines: [{ sku: 'TAS-1', quantity: 1 }],
      words: 'talinya putus',
      evidence: [photo],
    },
    { key: key(), by: CUSTOMER },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { _id } = opened.value;
  for (const event of BEFORE) {
    const by = event.type === 'confirm_destination' ? CUSTOMER : OWNER;
    const done = await cases.apply(_id, event, { key: key(), by });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
  return _id;
}

const OTHERWISE: readonly (readonly [string, CaseEvent])[] = [
  ['closes the case', { type: 'cancel', reason: 'dua kali lapor' }],
  ['wants it exchanged', { type: 'change_remedy', remedy: 'tukar', reason: 'pembeli mau tukar' }],
];
const byOther = () => ({ key: key(), by: OTHER_OWNER });

describe('another owner, while a refund is being written down', () => {
  // What they looked at before was a case without a refund: only the closing of the case comes after theirs.
  it.each(OTHERWISE)('%s too late: the case ends as the money went', async (_, event) => {
    const code = await ready();
    const { rev = 0 } = (await cases.find(code)) ?? {};
    const find = shop.orders.find.bind(shop.orders);
    const before = await find(order);
    meanwhile = async () => {
      // The other one looked at the order before the refund was there.
      shop.orders.find = async () => before;
      const done = await cases.apply(code, event, { ...byOther(), expectedRev: rev });
      shop.orders.find = find;
      expect(done.ok).toBe(true);
    };
    const paid = await cases.apply(code, SAMPLES.pay_refund, { key: key(), by: OWNER });
    expect(paid.ok).toBe(true);
    expect(await cases.find(code)).toMatchObject({ state: 'completed', refund: { amount: 50_000 } });
    expect((await shop.order(order)).refunds).toHaveLength(1);
  });

  it.each(OTHERWISE)('%s and hears that the money is gone', async (_, event) => {
    const code = await ready();
    let heard: unknown;
    meanwhile = async () => {
      heard = await cases.apply(code, event, byOther());
    };
    await cases.apply(code, SAMPLES.pay_refund, { key: key(), by: OWNER });
    expect(heard).toMatchObject({ ok: false, error: { why: 'refunded' } });
    expect(await cases.find(code)).toMatchObject({ state: 'completed' });
  });
});

it('no refund is written down for a case that was closed before', async () => {
  const code = await ready();
  await cases.apply(code, { type: 'cancel', reason: 'dua kali lapor' }, byOther());
  const paid = await cases.apply(code, SAMPLES.pay_refund, { key: key(), by: OWNER });
  expect(paid).toMatchObject({ ok: false, error: { why: 'not-now' } });
  expect((await shop.order(order)).refunds).toEqual([]);
});
