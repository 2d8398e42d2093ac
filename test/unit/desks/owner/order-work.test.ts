import { describe, expect, it } from 'vitest';
import { orderWork } from '../../../../src/desks/owner/work/order-work.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { DEFAULT_ORDER_SOP } from '../../../../src/shop/orders/sop.ts';
import { aLine, anOrder, aParcel, hours, PAID } from '../../../support/an-order.ts';

const workOf = (changes: Partial<Order>, hoursLater: number): string[] =>
  orderWork(anOrder(changes), DEFAULT_ORDER_SOP, hours(hoursLater), 'Siti').map(({ kind }) => kind);

describe('what an order wants of a person', () => {
  it.each<[string, Partial<Order>, number, readonly string[]]>([
    ['nothing while the customer may still pay', {}, 5, []],
    ['to be handed over once it is paid', PAID, 0, ['forward']],
    ['nothing while the supplier has time to answer', { ...PAID, parcels: [aParcel('handed-over')] }, 3, []],
    ['a word to a silent supplier', { ...PAID, parcels: [aParcel('handed-over')] }, 5, ['silent']],
    ['nothing while the resi has time', { ...PAID, parcels: [aParcel('accepted')] }, 20, []],
    ['a resi that is overdue', { ...PAID, parcels: [aParcel('accepted')] }, 25, ['resi']],
    ['a decision when the supplier refused', { ...PAID, parcels: [aParcel('refused')] }, 0, ['refused']],
    ['nothing of a parcel on its way', { ...PAID, parcels: [aParcel('shipped')] }, 100, []],
    ['a look at a parcel that is long on its way', { ...PAID, parcels: [aParcel('shipped')] }, 121, ['late-parcel']],
    [
      'an answer when the customer says it did not come',
      { ...PAID, parcels: [aParcel('delivered', { disputedAt: hours(1) })] },
      2,
      ['dispute'],
    ],
    ['a decision about lost goods', { ...PAID, parcels: [aParcel('lost')] }, 0, ['lost']],
    [
      'a decision about goods that are sold out',
      { ...PAID, lines: [aLine('TAS-1', { out: true, confirmed: false })] },
      0,
      ['sold-out'],
    ],
    [
      'an address that can be delivered to',
      { ...PAID, recipient: { ...anOrder().recipient, postalCode: '' } },
      0,
      ['address'],
    ],
    [
      'money that is too much',
      { ...PAID, allotments: [{ payment: 'p', amount: 70_000, at: hours(0) }] },
      0,
      ['overpaid', 'forward'],
    ],
    [
      'a decision when too little came by the deadline',
      { allotments: [{ payment: 'p', amount: 1_000, at: hours(0) }] },
      25,
      ['part-paid'],
    ],
    ['nothing once it is over', { ...PAID, state: 'cancelled' }, 100, []],
  ])('is %s', (_, changes, later, wanted) => {
    expect(workOf(changes, later)).toEqual(wanted);
  });

  it('asks for each of its parcels', () => {
    const parcels = [aParcel('refused'), aParcel('lost', { n: 2, skus: ['TOPI-1'] })];
    expect(workOf({ ...PAID, parcels }, 0)).toEqual(['refused', 'lost']);
  });
});
