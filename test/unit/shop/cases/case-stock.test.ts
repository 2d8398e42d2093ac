import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFileId, asPersonId, type Code, type Key, keyOf } from '../../../../src/core/ids.ts';
import { type Cases, createCases } from '../../../../src/shop/cases/cases.ts';
import type { CaseEvent } from '../../../../src/shop/cases/event.ts';
import type { CaseRequest } from '../../../../src/shop/cases/request.ts';
import { openShopCore, type ShopCore } from '../../../support/shop-core.ts';
import { CUSTOMER, OWNER, RULES } from './a-case.ts';

let shop: ShopCore;
let cases: Cases;
let made = 0;
const key = (): Key => keyOf('test', ++made);
const owner = () => ({ key: key(), by: OWNER });

beforeEach(async () => {
  shop = await openShopCore();
  cases = createCases({ ...shop.deps, files: shop.files, rules: () => RULES, orders: shop.orders });
  shop.setHolder(cases);
  await shop.deps.ready();
  await shop.addProduct({ sku: 'TAS-1', stock: 5 });
});
afterEach(() => shop.deps.close());

/** A delivered order of two bags, and a case about one of them. */
async function aCaseOf(reason: CaseRequest['reason']): Promise<Code> {
  const { _id } = await shop.place({ lines: [{ sku: 'TAS-1', quantity: 2 }] });
  await shop.payments.take(_id, undefined, owner());
  for (const event of [
    { type: 'hand_over', parcel: 1 },
    { type: 'ship', parcel: 1, courier: 'jne', resi: `JX${String(++made).padStart(10, '0')}` },
    { type: 'deliver', parcel: 1 },
  ] as const)
    await shop.orders.apply(_id, event, owner());
  const request = { order: _id, customer: asPersonId('p-1'), reason, lines: [{ sku: 'TAS-1', quantity: 1 }] };
  const opened = await cases.open(
    { ...request, words: 'begini', evidence: [asFileId('a'.repeat(64))] },
    { key: key(), by: CUSTOMER },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value._id;
}

async function moved(code: Code, ...events: readonly CaseEvent[]): Promise<void> {
  for (const event of events) {
    const done = await cases.apply(code, event, owner());
    if (!done.ok) throw new Error(`${event.type}: ${JSON.stringify(done.error)}`);
  }
}

/** What is free, and what is held by whom. */
async function stock() {
  const product = (await shop.catalog.look(['TAS-1'])).get('TAS-1');
  const variant = product?.variants[0];
  return { free: variant?.available, held: variant?.holds.map(({ order, quantity }) => [order, quantity]) };
}

const REVIEW: CaseEvent = { type: 'review' };
const AGAIN: CaseEvent = { type: 'approve', remedy: 'tukar', sendBack: false };
const MONEY: CaseEvent = { type: 'change_remedy', remedy: 'refund_penuh', reason: 'minta uang' };
const SENT: CaseEvent = { type: 'ship_replacement', courier: 'jne', resi: 'JX9999999999' };

describe('goods that are sent anew', () => {
  it('are held from the promise on and leave when they are sent', async () => {
    const code = await aCaseOf('rusak');
    await moved(code, REVIEW);
    expect(await stock()).toEqual({ free: 3, held: [] });
    await moved(code, AGAIN);
    expect(await stock()).toEqual({ free: 2, held: [[code, 1]] });
    shop.deps.clock.move(30 * 3_600_000);
    await shop.tick();
    expect(await stock()).toEqual({ free: 2, held: [[code, 1]] });
    await moved(code, SENT);
    expect(await stock()).toEqual({ free: 2, held: [] });
  });

  it.each([
    ['the customer takes money instead', MONEY],
    ['the case is cancelled', { type: 'cancel', reason: 'sudah beres' } as const],
  ])('are let go when %s', async (_, event) => {
    const code = await aCaseOf('rusak');
    await moved(code, REVIEW, AGAIN, event);
    expect(await stock()).toEqual({ free: 3, held: [] });
  });

  it('are told to the owner when they are not there, once', async () => {
    const code = await aCaseOf('rusak');
    const [product] = (await shop.catalog.look(['TAS-1'])).values();
    await shop.catalog.edit(product?._id ?? '', { type: 'set_stock', sku: 'TAS-1', units: 0 }, owner());
    await moved(code, REVIEW, AGAIN);
    expect(await stock()).toEqual({ free: 0, held: [] });
    expect(shop.told().filter((line) => line.startsWith(`${code} alarm`))).toEqual([`${code} alarm_replacement_short`]);
  });
});

describe('goods that came back and are fit', () => {
  const BACK: readonly CaseEvent[] = [
    REVIEW,
    { type: 'approve', remedy: 'refund_penuh', sendBack: true },
    { type: 'arrive' },
    { type: 'inspect', fit: true, note: '' },
  ];

  it.each([
    ['can be sold again where nothing is wrong with them', 'berubah_pikiran', 4],
    ['stay out of the stock where they are broken', 'rusak', 3],
  ] as const)('%s', async (_, reason, free) => {
    const code = await aCaseOf(reason);
    await moved(code, ...BACK);
    expect(await stock()).toEqual({ free, held: [] });
  });
});
