import { describe, expect, it } from 'vitest';
import { due, dueBy } from '../../../../src/shop/orders/due.ts';
import { next } from '../../../../src/shop/orders/next.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { outOfQuiet } from '../../../../src/shop/orders/quiet.ts';
import { DEFAULT_ORDER_SOP, orderSopShape } from '../../../../src/shop/orders/sop.ts';
import { aLine, anOrder, aParcel, at, hours, NOON, PAID } from '../../../support/an-order.ts';

// NOON is 12:00 in Jakarta; it is quiet there from 21:00 to 07:00.
const sop = DEFAULT_ORDER_SOP;
const names = (order: Order, now: Date) => dueBy(order, sop, now).map(({ name }) => name.replace(/\/\d{13}/, ''));

/** What happens to an order by itself until it waits for nobody any more, as `<hours> <step>`. */
function fate(order: Order): string[] {
  const told: string[] = [];
  let now = order;
  for (let guard = 0; guard < 50; guard++) {
    const when = due(now, sop);
    if (!when) return told;
    for (const { name, does } of dueBy(now, sop, when)) {
      told.push(`${(when.getTime() - NOON.getTime()) / 3_600_000} ${name.replace(/\/\d{13}/, '')}`);
      if (does.type === 'finish') return told;
      const done = next(now, does, at({ by: { desk: 'house' }, now: when, sop }));
      if (!done.ok) throw new Error(`${name}: ${done.error.why}`);
      now = done.value.order;
    }
  }
  throw new Error('it never ends');
}

describe('what happens to an order by itself', () => {
  it.each([
    ['unpaid', {}, ['1 remind/0', '19 remind/1', '22 remind/2', '24 expire']],
    ['a proof waits', { claims: [{ payment: 'p', at: NOON }] }, []],
    [
      'part paid',
      { allotments: [{ payment: 'p', amount: 9, at: NOON }] },
      ['1 remind/0', '19 remind/1', '22 remind/2', '24 part_paid_at_deadline/0/0'],
    ],
    [
      'stock asked for',
      { pay: { way: 'transfer' }, lines: [aLine('TAS-1', { confirmed: false })] },
      ['2 stock_silent/0/0', '6 stock_silent/0/1'],
    ],
    ['paid, not forwarded', PAID, ['2 not_forwarded/1/0', '12 not_forwarded/1/1']],
    [
      'supplier silent',
      { ...PAID, parcels: [aParcel('handed-over')] },
      ['4 supplier_silent/1/0', '24 supplier_silent/1/1', '24 resi_missing/1/0', '48 resi_missing/1/1'],
    ],
    ['no resi', { ...PAID, parcels: [aParcel('packed')] }, ['24 resi_missing/1/0', '48 resi_missing/1/1']],
    [
      'on its way for long',
      { ...PAID, parcels: [aParcel('shipped')] },
      ['120 parcel_late/1/0', '120 ask_receipt/1/0', '240 parcel_late/1/1'],
    ],
    [
      'delivered, no word',
      { ...PAID, parcels: [aParcel('delivered')] },
      ['6 ask_receipt/1/0', '48 ask_receipt/1/1', '96 receive/1/0'],
    ],
    ['said not to have come', { ...PAID, parcels: [aParcel('delivered', { disputedAt: NOON })] }, []],
    ['delivered, a complaint runs', { ...PAID, parcels: [aParcel('delivered')], openCases: ['C'] }, []],
    [
      'on its way, a complaint runs',
      { ...PAID, parcels: [aParcel('shipped')], openCases: ['C'] },
      ['120 parcel_late/1/0', '240 parcel_late/1/1'],
    ],
    [
      'delivered, a complaint is over: nobody asks again, and the time begins anew',
      { ...PAID, parcels: [aParcel('delivered')], openCases: [], caseClosedAt: hours(50) },
      ['146 receive/1/0'],
    ],
    ['placing was cut off', { state: 'placing' }, [`${1 / 60} finish`]],
    ['over', { state: 'completed' }, []],
  ] as const)('%s', (_, changes, expected) => {
    expect(fate(anOrder(changes))).toEqual(expected);
  });

  it('completes both parcels of an order that both arrived', () => {
    const parcels = [aParcel('delivered'), aParcel('delivered', { n: 2, skus: [] })];
    expect(names(anOrder({ ...PAID, parcels }), hours(200))).toContain('receive/1/0');
    expect(names(anOrder({ ...PAID, parcels }), hours(200))).toContain('receive/2/0');
  });

  it('sends one reminder, not three, after the shop was away', () => {
    expect(names(anOrder(), hours(23))).toEqual(['remind/2']);
  });

  it('tells the owner once, not twice, that it was not forwarded, when the first telling was missed', () => {
    const order = anOrder(PAID);
    expect(names(order, hours(48))).toEqual(['not_forwarded/1/1']);
    const alarm = { type: 'alarm', what: 'not_forwarded', parcel: 1, k: 1 } as const;
    const told = next(order, alarm, at({ by: { desk: 'house' }, now: hours(48), sop }));
    expect(told.ok && names(told.value.order, hours(60))).toEqual([]);
  });

  it('follows a changed limit', () => {
    const short = orderSopShape.parse({ pay: { hours: 2, remindHours: [0.5] } });
    expect(due(anOrder(), short)).toEqual(hours(0.5));
  });
});

describe('quiet hours', () => {
  const { quiet } = sop;
  it.each([
    ['before them', '2026-11-23T13:59:00Z', '2026-11-23T13:59:00Z'],
    ['at their beginning', '2026-11-23T14:00:00Z', '2026-11-24T00:00:00Z'],
    ['in the middle of the night', '2026-11-23T18:30:00Z', '2026-11-24T00:00:00Z'],
    ['at their end', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'],
  ])('%s', (_, asked, then) => {
    expect(outOfQuiet(new Date(asked), quiet)).toEqual(new Date(then));
  });

  it('may lie within one day, or be none at all', () => {
    const noon = new Date('2026-11-23T05:30:00Z');
    expect(outOfQuiet(noon, { ...quiet, from: '12:00', to: '13:00' })).toEqual(new Date('2026-11-23T06:00:00Z'));
    expect(outOfQuiet(noon, { ...quiet, from: '00:00', to: '00:00' })).toEqual(noon);
  });
});
