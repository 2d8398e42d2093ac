import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../src/core/clock.ts';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { createLedger, type Ledger } from '../../../../src/shop/ledger/ledger.ts';
import { LEDGER_KINDS } from '../../../../src/shop/orders/money.ts';
import { createOrderStore, type OrderStore } from '../../../../src/shop/orders/order-store.ts';
import { DEFAULT_ORDER_SOP } from '../../../../src/shop/orders/sop.ts';
import { dayFigures, totalOf } from '../../../../src/shop/reports/day-figures.ts';
import { createReports, dayOf, type Reports } from '../../../../src/shop/reports/reports.ts';
import { anOrder, aParcel, PAID } from '../../../support/an-order.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

const ZONE = 'Asia/Jakarta';
let deps: ShopDeps;
let orders: OrderStore;
let ledger: Ledger;
let reports: Reports;
let n = 0;
beforeEach(async () => {
  deps = await openShopDeps();
  orders = createOrderStore({ ...deps, sop: () => DEFAULT_ORDER_SOP, onDue: () => Promise.resolve() });
  ledger = createLedger(deps);
  reports = createReports({ ...deps, ledger, zone: ZONE });
  await deps.ready();
});
afterEach(() => deps.close());

const put = async (more: Parameters<typeof anOrder>[0]) => {
  const key = keyOf('o', ++n);
  const { rev: _, duties: __, ...order } = anOrder({ ...more, _id: codeOf(key), key });
  await orders.insert(order);
  return order._id;
};

describe('a day', () => {
  it.each([
    ['2026-11-23T16:59:59.999Z', '2026-11-22T17:00:00.000Z'],
    ['2026-11-23T17:00:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['2026-11-22T17:00:00.000Z', '2026-11-22T17:00:00.000Z'],
    ['2026-11-23T03:12:34.567Z', '2026-11-22T17:00:00.000Z'],
  ])('at %s began at %s', (at, from) => {
    expect(dayOf(new Date(at), ZONE).from.toISOString()).toBe(from);
  });

  it('counts what was placed, lost, paid and sent on it, and no minute of the next', async () => {
    const noon = new Date('2026-11-23T05:00:00Z');
    const code = await put({ at: noon });
    await put({ at: noon, state: 'cancelled' });
    await put({ at: noon, state: 'dropped' });
    await put({ at: new Date(noon.getTime() + DAY), state: 'placed' });
    await put({
      at: new Date(noon.getTime() - 3 * DAY),
      ...PAID,
      parcels: [
        aParcel('shipped', { shippedAt: noon }),
        aParcel('shipped', { n: 2, shippedAt: new Date(noon.getTime() + DAY) }),
      ],
    });
    await ledger.write('k1', code, noon, [{ kind: 'deposit', amount: 20_000 }]);
    await ledger.write('k2', code, new Date(noon.getTime() + HOUR), [
      { kind: 'deposit', amount: -20_000 },
      { kind: 'sale', amount: 50_000 },
      { kind: 'shipping', amount: 18_000 },
      { kind: 'unique', amount: 347 },
      { kind: 'cost', amount: -35_000 },
    ]);
    await ledger.write('k3', code, new Date(noon.getTime() + DAY), [{ kind: 'refund', amount: -10_000 }]);
    expect(await reports.day(noon)).toEqual({
      day: '2026-11-23',
      placed: 2,
      placedValue: 136_694,
      lost: 1,
      paid: 1,
      sent: 1,
      moneyIn: 68_347,
      refunds: 0,
      sales: 50_000,
      shippingCharged: 18_000,
      shippingReal: 0,
      cost: 35_000,
      overpaid: 0,
      margin: 33_347,
    });
  });

  it('is nothing but zeros when nothing happened', async () => {
    const { day, ...figures } = await reports.day(deps.clock.now());
    expect(day).toBe('2026-11-23');
    expect(Object.values(figures).every((figure) => Object.is(figure, 0))).toBe(true);
  });

  it('is computed anew while it may still change, and read as it was once it is long over', async () => {
    const noon = new Date('2026-11-23T05:00:00Z');
    const code = await put({ at: noon });
    expect((await reports.days(noon, noon))[0]?.lost).toBe(0);
    await orders.change(code, (order) => ({
      ok: true,
      value: { type: 'changed', doc: { ...order, state: 'cancelled' }, owes: [] },
    }));
    expect((await reports.days(noon, noon))[0]?.lost).toBe(1);
    deps.clock.move(30 * DAY);
    await reports.days(noon, noon);
    await deps.connection.collection('orders').deleteMany({});
    expect((await reports.days(noon, noon))[0]).toMatchObject({ placed: 1, lost: 1 });
  });

  it('comes one after another, each once', async () => {
    const days = await reports.days(new Date('2026-11-21T16:00:00Z'), new Date('2026-11-23T18:00:00Z'));
    expect(days.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']);
  });
});

it('every look-up goes by an index', async () => {
  const span = { $gte: new Date(0), $lt: new Date(1) };
  for (const filter of [{ at: span }, { 'parcels.shippedAt': span }]) {
    const explained: unknown = await deps.connection.collection('orders').find(filter).explain();
    expect(JSON.stringify(explained), JSON.stringify(filter)).toContain('IXSCAN');
  }
});

it('the sum of days is the day of the sums', () => {
  const money = fc.dictionary(fc.constantFrom(...LEDGER_KINDS), fc.integer({ min: -1e9, max: 1e9 }));
  const none = { placed: 0, placedValue: 0, lost: 0, paid: 0, sent: 0 };
  fc.assert(
    fc.property(money, money, (one, other) => {
      const both = Object.fromEntries(LEDGER_KINDS.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
      const { day: _, ...whole } = dayFigures('d', none, both);
      const total = totalOf([dayFigures('d', none, one), dayFigures('e', none, other)]);
      expect(total).toEqual(Object.fromEntries(Object.entries(whole).map(([name, figure]) => [name, figure + 0])));
    }),
  );
});
