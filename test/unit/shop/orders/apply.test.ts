import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { CUSTOMER, OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
let order: Order;
beforeEach(async () => {
  shop = await openShopCore();
  await shop.addProduct({ sku: 'A', stock: 5 });
  order = await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
});
afterEach(() => shop.deps.close());

const by = (name: string) => ({ key: keyOf('test', name), by: OWNER });
const stock = async () => {
  const [variant] = (await shop.catalog.look(['A'])).get('A')?.variants ?? [];
  return [variant?.available, variant?.holds.length, variant?.sold];
};
const pay = (one: Order, name: string) => shop.payments.take(one._id, undefined, by(name));

describe('moving an order', () => {
  it('moves it once per cause, also when it is called twice at once', async () => {
    const again = () =>
      shop.orders.apply(order._id, { type: 'cancel', reason: 'tidak jadi' }, { ...by('cancel'), by: CUSTOMER });
    const both = await Promise.all([again(), again(), again()]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await again()).toMatchObject({ ok: true });
    expect(shop.told().filter((told) => told.endsWith('cancel'))).toHaveLength(1);
    expect(await stock()).toEqual([5, 0, 0]);
  });

  it('refuses a button that was shown before somebody else changed the order', async () => {
    const note = { type: 'note', text: 'cek lagi' } as const;
    await shop.orders.apply(order._id, note, by('note-1'));
    const stale = await shop.orders.apply(order._id, note, { ...by('note-2'), expectedRev: order.rev });
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale-button' } });
    const { rev } = await shop.order(order._id);
    expect(await shop.orders.apply(order._id, note, { ...by('note-2'), expectedRev: rev })).toMatchObject({ ok: true });
    // A repeated tap is no stale one: it was done.
    expect(await shop.orders.apply(order._id, note, { ...by('note-2'), expectedRev: rev })).toMatchObject({ ok: true });
  });

  it('says that there is no such order', async () => {
    const done = await shop.orders.apply('K7M2QX' as Order['_id'], { type: 'expire' }, by('x'));
    expect(done).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('takes the goods out of the house with the hand-over, and numbers the paid order without a gap', async () => {
    await pay(order, 'pay');
    const other = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    await pay(other, 'pay-2');
    await shop.orders.apply(order._id, { type: 'hand_over', parcel: 1 }, by('hand'));
    expect(await stock()).toEqual([2, 1, 2]);
    expect([(await shop.order(order._id)).invoice, (await shop.order(other._id)).invoice]).toEqual([
      '2026/000001',
      '2026/000002',
    ]);
    expect(shop.deps.paid.filter(({ kind }) => kind === 'purchase')).toMatchObject([
      { key: `${order._id}/${(await shop.order(order._id)).history.at(-1)?.n}/purchase/1`, body: { do: 'hand_over' } },
    ]);
  });

  it('lets one of two orders have a resi, and asks before the other has it too', async () => {
    const other = await shop.place({ lines: [{ sku: 'A', quantity: 1 }] });
    for (const one of [order, other]) {
      await pay(one, `pay-${one._id}`);
      await shop.orders.apply(one._id, { type: 'hand_over', parcel: 1 }, by(`hand-${one._id}`));
    }
    const ship = (one: Order, name: string, shared?: boolean) =>
      shop.orders.apply(
        one._id,
        { type: 'ship', parcel: 1, courier: 'jne', resi: 'jx-1234567890', ...(shared && { shared }) },
        by(name),
      );
    const both = await Promise.all([ship(order, 's1'), ship(other, 's2')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const loser = both[0]?.ok ? other : order;
    const winner = loser === other ? order : other;
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { why: 'resi-used', details: [winner._id] } });
    expect(await ship(loser, 's3', true)).toMatchObject({ ok: true });
    expect(await shop.orders.byResi('JX1234567890')).toHaveLength(2);
  });

  it('gives a resi back that was a mistake', async () => {
    await pay(order, 'pay');
    await shop.orders.apply(order._id, { type: 'hand_over', parcel: 1 }, by('hand'));
    const ship = (resi: string, name: string) =>
      shop.orders.apply(order._id, { type: 'ship', parcel: 1, courier: 'jne', resi }, by(name));
    await ship('SALAH123456', 's1');
    await ship('BENAR123456', 's2');
    shop.deps.clock.move(1);
    expect(await shop.deps.claims.take('resi/SALAH123456', 'other', shop.deps.clock.now())).toBe(true);
    expect(await shop.deps.claims.take('resi/BENAR123456', 'other', shop.deps.clock.now())).toBe(false);
  });
});

describe('an order that nobody pays', () => {
  it('is reminded, expires, lets its goods go and keeps its amount for three days', async () => {
    const { clock, claims } = shop.deps;
    for (let hour = 0; hour < 25; hour++) {
      clock.move(3_600_000);
      await shop.tick();
    }
    expect((await shop.order(order._id)).state).toBe('expired');
    expect(shop.told().map((told) => told.split(' ')[1])).toEqual(['place', 'remind', 'remind', 'remind', 'expire']);
    expect(await stock()).toEqual([5, 0, 0]);
    const { claim } = order.pay;
    const take = () => claims.take(claim ?? '', 'other', clock.now());
    clock.move(70 * 3_600_000);
    expect(await take()).toBe(false);
    clock.move(3_600_000);
    expect(await take()).toBe(true);
  });

  it('lives again when the owner says so: goods held anew, the same bill, late money taken', async () => {
    shop.deps.clock.move(25 * 3_600_000);
    await shop.tick();
    const claimed = await shop.payments.claim({ orders: [order._id], evidence: [], customer: 'p-1' }, by('late-proof'));
    expect(claimed.type).toBe('expired');
    const payment = claimed.type === 'expired' ? claimed.payment : undefined;
    if (!payment) throw new Error('no payment');
    const approved = await shop.payments.approve(payment._id, { amount: order.totals.total }, by('approve'));
    expect(approved).toMatchObject({ ok: true });
    expect((await shop.payments.find(payment._id))?.state).toBe('late');
    expect((await shop.order(order._id)).state).toBe('expired');

    const reopened = await shop.orders.reopen(order._id, 'uang masuk', by('reopen'));
    expect(reopened).toMatchObject({ ok: true });
    expect(await shop.order(order._id)).toMatchObject({ state: 'placed', totals: { total: order.totals.total } });
    expect((await shop.order(order._id)).pay.paidAt).toBeDefined();
    expect((await shop.payments.find(payment._id))?.state).toBe('approved');
    expect(await stock()).toEqual([3, 1, 0]);
  });

  it('stays expired when its goods are gone by then', async () => {
    shop.deps.clock.move(25 * 3_600_000);
    await shop.tick();
    await shop.place({ lines: [{ sku: 'A', quantity: 4 }] });
    const reopened = await shop.orders.reopen(order._id, 'uang masuk', by('reopen'));
    expect(reopened).toMatchObject({ ok: false, error: { problems: [{ code: 'out-of-stock', left: 1 }] } });
    expect((await shop.order(order._id)).state).toBe('expired');
    expect(await stock()).toEqual([1, 1, 0]);
  });
});

describe('a payment in the very moment of the deadline', () => {
  it('is either in time or late, never both and never lost, and stock counts once', async () => {
    await shop.addProduct({ sku: 'B', stock: 60 });
    shop.setSop({ maxOpenUnpaid: 100 });
    const orders = await Promise.all(
      Array.from({ length: 30 }, (_, i) => shop.place({ lines: [{ sku: 'B', quantity: 1 }] }, keyOf('race', i))),
    );
    shop.deps.clock.move(24 * 3_600_000);
    await Promise.all(
      orders.flatMap(({ _id }, i) => [
        shop.orders.apply(_id, { type: 'expire' }, by(`expire-${i}`)),
        shop.payments.claim({ orders: [_id], evidence: [], customer: `p-${i}` }, by(`claim-${i}`)),
      ]),
    );
    const ends = await Promise.all(
      orders.map(async ({ _id }) => {
        const [payment] = await shop.payments.list({ order: _id });
        if (!payment) throw new Error('a proof was lost');
        const { state } = await shop.order(_id);
        const approved = await shop.payments.approve(payment._id, { amount: 68_000 }, by(`ok-${_id}`));
        expect(approved).toMatchObject({ ok: true });
        return `${state} ${(await shop.payments.find(payment._id))?.state}`;
      }),
    );
    for (const end of ends) expect(['placed approved', 'expired late']).toContain(end);
    const [variant] = (await shop.catalog.look(['B'])).get('B')?.variants ?? [];
    const kept = ends.filter((end) => end.startsWith('placed')).length;
    expect([variant?.available, variant?.holds.length]).toEqual([60 - kept, kept]);
  }, 40_000);
});
