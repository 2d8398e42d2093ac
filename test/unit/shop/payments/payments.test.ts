import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, type FileId, keyOf } from '../../../../src/core/ids.ts';
import { pictureLook } from '../../../../src/shop/files/picture-look.ts';
import { paymentState } from '../../../../src/shop/orders/money.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import type { Payment } from '../../../../src/shop/payments/payment.ts';
import { aReceipt } from '../../../support/a-receipt.ts';
import { CUSTOMER, OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
let order: Order;
beforeEach(async () => {
  shop = await openShopCore();
  await shop.addProduct({ sku: 'A', stock: 500 });
  order = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
});
afterEach(() => shop.deps.close());

const by = (name: string) => ({ key: keyOf('test', name), by: OWNER });
const sent = (name: string) => ({ key: keyOf('mail', name), by: CUSTOMER });

async function proof(name: string, orders: readonly Code[] = [order._id], evidence: readonly FileId[] = []) {
  const outcome = await shop.payments.claim({ orders, evidence, customer: 'p-1' }, sent(name));
  if (outcome.type === 'nothing-to-pay') throw new Error('nothing to pay');
  return outcome.payment;
}
const payment = async ({ _id }: Payment) => (await shop.payments.find(_id)) as Payment;
const stateOf = async (one: Order) => paymentState(await shop.order(one._id));

describe('a proof', () => {
  it('is a claim and never money', async () => {
    const claimed = await proof('1');
    expect(claimed).toMatchObject({ state: 'claimed', for: [{ order: order._id }], flags: [] });
    expect(await stateOf(order)).toBe('unpaid');
    expect((await shop.order(order._id)).claims).toMatchObject([{ payment: claimed._id }]);
    expect(shop.told().slice(1).toSorted()).toEqual([`${claimed._id} claim`, `${order._id} claim`].toSorted());
  });

  it('is recorded once, also when it is handed in twice at once', async () => {
    const both = await Promise.all([proof('1'), proof('1')]);
    expect((await proof('1'))._id).toBe(both[0]._id);
    expect(await shop.payments.list({})).toHaveLength(1);
  });

  it('takes a second photo for the same bill into the same claim', async () => {
    const first = await proof('1', [order._id], ['f1' as FileId]);
    const second = await proof('2', [order._id], ['f2' as FileId]);
    expect(second._id).toBe(first._id);
    expect((await payment(first)).evidence).toEqual(['f1', 'f2']);
  });

  it('pays two orders with one transfer', async () => {
    const other = await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
    const claimed = await proof('1', [order._id, other._id]);
    const done = await shop.payments.approve(claimed._id, {}, by('ok'));
    expect(done.ok && done.value.amount).toBe(order.totals.total + other.totals.total);
    expect([await stateOf(order), await stateOf(other)]).toEqual(['paid', 'paid']);
  });

  it('pays one order with two transfers', async () => {
    const first = await proof('1');
    await shop.payments.approve(first._id, { amount: 50_000 }, by('ok-1'));
    expect(await stateOf(order)).toBe('partly');
    const second = await proof('2');
    expect(second._id).not.toBe(first._id);
    await shop.payments.approve(second._id, {}, by('ok-2'));
    expect(await stateOf(order)).toBe('paid');
    expect((await payment(second)).amount).toBe(order.totals.total - 50_000);
  });

  it.each([
    ['too little', { amount: 10_000 }, ['under']],
    ['too much', { amount: 900_000 }, ['over']],
    ['to another account', { account: 'xyz' }, ['wrong-account']],
    ['older than the order', { paidAt: new Date('2026-11-01T00:00:00Z') }, ['older-than-order']],
  ])('is flagged when it says %s', async (_, said, flags) => {
    const outcome = await shop.payments.claim({ orders: [order._id], evidence: [], ...said }, sent('1'));
    expect(outcome).toMatchObject({ type: 'recorded', payment: { flags } });
  });

  it('is kept for the owner when its order is paid, expired or cancelled', async () => {
    await shop.payments.take(order._id, undefined, by('cash'));
    expect((await shop.payments.claim({ orders: [order._id], evidence: [] }, sent('1'))).type).toBe('paid-before');
    const gone = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    await shop.orders.apply(gone._id, { type: 'cancel', reason: 'x' }, by('cancel'));
    expect((await shop.payments.claim({ orders: [gone._id], evidence: [] }, sent('2'))).type).toBe('expired');
    expect(await shop.payments.list({ states: ['claimed'] })).toHaveLength(2);
    const nothing = await shop.payments.claim({ orders: ['K7M2QX' as Code], evidence: [] }, sent('3'));
    expect(nothing).toEqual({ type: 'nothing-to-pay' });
  });

  it('is remembered once after the shop was away, not once for each time that was missed', async () => {
    const claimed = await proof('1');
    shop.deps.clock.move(48 * 3_600_000);
    for (let i = 0; i < 3; i++) await shop.tick();
    expect(shop.told().filter((told) => told === `${claimed._id} waiting`)).toHaveLength(1);
  });

  it('is remembered to the owner while nobody decides', async () => {
    const claimed = await proof('1');
    for (const hours of [1, 5, 6, 20]) {
      shop.deps.clock.move(hours * 3_600_000);
      await shop.tick();
    }
    expect(shop.told().filter((told) => told === `${claimed._id} waiting`)).toHaveLength(3);
    expect((await shop.order(order._id)).state).toBe('placed');
  });
});

describe('the same picture', () => {
  it('is flagged on exactly one of two orders that bring it at once', async () => {
    const picture = await shop.files.put(await aReceipt(1), { mime: 'image/jpeg', name: 'a', about: [] });
    const other = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    const both = await Promise.all([proof('1', [order._id], [picture]), proof('2', [other._id], [picture])]);
    const flagged = both.filter(({ reuse }) => reuse.length > 0);
    expect(flagged).toHaveLength(1);
    const clean = both.find((one) => one !== flagged[0]);
    expect(flagged[0]?.reuse).toEqual([{ file: picture, payment: clean?._id, how: 'same' }]);
  });
});

describe('a picture that was used before', () => {
  it('is known again when it was saved anew and smaller, and other receipts of the same app are not', async () => {
    const put = async (seed: number, width?: number) => {
      const bytes = await aReceipt(seed, width);
      const about: string[] = [];
      return shop.files.put(bytes, { mime: 'image/jpeg', name: 'a', about, look: await pictureLook(bytes) });
    };
    const first = await proof('1', [order._id], [await put(1)]);
    const other = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    const again = await proof('2', [other._id], [await put(1, 300)]);
    expect(again.reuse).toMatchObject([{ payment: first._id, how: 'near' }]);
    const third = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    expect((await proof('3', [third._id], [await put(5)])).reuse).toEqual([]);
  });
});

describe('two who decide at once', () => {
  it.each([
    ['accept and accept', 'approve', 'approve'],
    ['accept and refuse', 'approve', 'reject'],
    ['refuse and refuse', 'reject', 'reject'],
  ] as const)('%s: one wins, the other hears who and when', async (_, one, two) => {
    const decide = (what: 'approve' | 'reject', claim: Payment, name: string) => {
      const at = { key: keyOf('tap', name), by: { desk: 'owner', id: name, name } as const };
      return what === 'approve'
        ? shop.payments.approve(claim._id, {}, at)
        : shop.payments.reject(claim._id, 'buram', at);
    };
    for (let i = 0; i < 6; i++) {
      const target = await shop.place({ lines: [{ sku: 'A', quantity: 1 }], customer: `p-${i}` as Order['customer'] });
      const claimed = await proof(`proof-${i}`, [target._id]);
      const both = await Promise.all([decide(one, claimed, `rina-${i}`), decide(two, claimed, `adi-${i}`)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = both[0]?.ok ? `rina-${i}` : `adi-${i}`;
      const loser = both.find(({ ok }) => !ok);
      expect(loser).toMatchObject({
        error: { code: 'already-decided', decided: { by: { name: winner }, at: shop.deps.clock.now() } },
      });
      const won = both[0]?.ok ? one : two;
      expect(await stateOf(target)).toBe(won === 'approve' ? 'paid' : 'unpaid');
      expect((await shop.order(target._id)).claims).toEqual([]);
    }
  });

  it('gives a repeated tap the same outcome', async () => {
    const claimed = await proof('1');
    const tap = () => shop.payments.approve(claimed._id, {}, by('tap'));
    const all = [...(await Promise.all([tap(), tap()])), await tap()];
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect((await shop.order(order._id)).allotments).toHaveLength(1);
  });
});

describe('taking back', () => {
  it('a wrong approval leaves the order unpaid and the ledger even', async () => {
    const claimed = await proof('1');
    await shop.payments.approve(claimed._id, {}, by('ok'));
    await shop.payments.revoke(claimed._id, 'mutasi tidak ada', by('back'));
    expect(await stateOf(order)).toBe('unpaid');
    const sums = await shop.ledger.sums({ order: order._id });
    expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(0);
  });

  it('late money is given back once', async () => {
    await shop.orders.apply(order._id, { type: 'cancel', reason: 'x' }, by('cancel'));
    const claimed = await proof('1');
    await shop.payments.approve(claimed._id, { amount: 5_000 }, by('ok'));
    expect((await payment(claimed)).state).toBe('late');
    expect(await shop.payments.giveBack(claimed._id, 'sudah ditransfer balik', by('b1'))).toMatchObject({ ok: true });
    expect(await shop.payments.giveBack(claimed._id, 'lagi', by('b2'))).toMatchObject({ ok: false });
  });
});

describe('money at the bank', () => {
  const line = (amount: number, reference: string) => ({
    way: 'mutation' as const,
    amount,
    account: 'bca-1',
    paidAt: shop.deps.clock.now(),
    reference,
  });

  it('settles the order whose own amount it is', async () => {
    const outcome = await shop.payments.receive(line(order.totals.total, 'bank/1'), keyOf('bank', 1));
    expect(outcome.type).toBe('settled');
    expect(await stateOf(order)).toBe('paid');
  });

  it('counts once, however often the list is read, and by whatever file', async () => {
    const read = (key: number) => shop.payments.receive(line(order.totals.total, 'bank/1'), keyOf('bank', key));
    await Promise.all([read(1), read(2)]);
    await read(3);
    expect((await shop.order(order._id)).allotments).toHaveLength(1);
  });

  it('approves the proof that waited for it', async () => {
    const claimed = await proof('1');
    const outcome = await shop.payments.receive(line(order.totals.total, 'bank/1'), keyOf('bank', 1));
    expect(outcome).toMatchObject({ type: 'settled', payment: { _id: claimed._id, reference: 'bank/1' } });
    expect((await shop.order(order._id)).allotments).toHaveLength(1);
  });

  it('proves what was approved by hand before, instead of counting it again', async () => {
    const claimed = await proof('1');
    await shop.payments.approve(claimed._id, {}, by('ok'));
    const outcome = await shop.payments.receive(line(order.totals.total, 'bank/1'), keyOf('bank', 1));
    expect(outcome).toMatchObject({ type: 'proved', payment: { _id: claimed._id } });
    expect((await shop.order(order._id)).allotments).toHaveLength(1);
    // The customer hears that it is paid of the owner's word; the bank's list only marks the owner's card.
    const told = shop.told();
    expect(told.filter((line) => line === `${order._id} paid`)).toHaveLength(1);
    expect(told.filter((line) => line === `${claimed._id} confirm`)).toHaveLength(1);
    expect(told.filter((line) => /paid|paid_more|confirm$/.test(line))).toHaveLength(2);
  });

  it('waits for the owner when nobody knows what it is for', async () => {
    const outcome = await shop.payments.receive(line(123_456, 'bank/9'), keyOf('bank', 9));
    if (outcome.type !== 'unmatched') throw new Error(outcome.type);
    expect(await shop.payments.approve(outcome.payment._id, {}, by('m1'))).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-pay' },
    });
    await shop.payments.approve(outcome.payment._id, { orders: [order._id] }, by('m2'));
    expect(await stateOf(order)).toBe('paid');
    expect((await shop.order(order._id)).history.at(-2)).toMatchObject({
      event: 'paid',
      data: { over: 123_456 - order.totals.total },
    });
  });
});

describe('the owner’s own word', () => {
  it('pays what is left, once', async () => {
    const take = () => shop.payments.take(order._id, undefined, by('terima'));
    const all = [...(await Promise.all([take(), take()])), await take()];
    expect(new Set(all.map((done) => done.ok && done.value._id)).size).toBe(1);
    expect(await stateOf(order)).toBe('paid');
    expect(await shop.payments.take(order._id, undefined, by('again'))).toMatchObject({
      ok: false,
      error: { code: 'amount-needed' },
    });
  });

  it('approves the proof that lies there', async () => {
    const claimed = await proof('1');
    const taken = await shop.payments.take(order._id, undefined, by('terima'));
    expect(taken.ok && taken.value._id).toBe(claimed._id);
  });
});
