import { describe, expect, it } from 'vitest';
import { cancelOrder } from '../../../../src/desks/customer/actions/cancel-order.ts';
import { changeOrder } from '../../../../src/desks/customer/actions/change-order.ts';
import { confirmReceived } from '../../../../src/desks/customer/actions/confirm-received.ts';
import { reportMissing } from '../../../../src/desks/customer/actions/report-missing.ts';
import { showOrderByPhone } from '../../../../src/desks/customer/actions/show-order-by-phone.ts';
import { myOrder } from '../../../../src/desks/customer/orders/my-orders.ts';
import { ADDRESS, anOrder, aParcel, hours, PAID } from '../../../support/an-order.ts';
import { AT, aDesk } from './a-desk.ts';

const { recipient: _, phone: __, ...PLACE } = ADDRESS;

describe('cancelling', () => {
  it('is done at once while nothing is paid, and once only', async () => {
    const desk = aDesk();
    const cancel = cancelOrder(desk.deps);
    const wish = { pesanan: desk.code, alasan: 'salah-pesan' } as const;
    expect(await cancel.run(wish, AT)).toEqual({ outcome: 'cancelled' });
    expect(await cancel.run(wish, AT)).toEqual({ outcome: 'cancelled' });
    expect(desk.order().state).toBe('cancelled');
    expect(desk.asked).toEqual([]);
  });

  it.each([
    ['money is in', anOrder(PAID)],
    ['a proof waits', anOrder({ claims: [{ payment: 'pay-1', at: hours(1) }] })],
    ['a supplier has it', anOrder({ ...PAID, parcels: [aParcel('accepted')] })],
  ])('is asked of the owner once %s', async (_why, order) => {
    const desk = aDesk(order);
    const cancel = cancelOrder(desk.deps);
    const { outcome } = await cancel.run({ pesanan: desk.code, alasan: 'lain' }, AT);
    expect([outcome, desk.order().state, desk.asked.map(({ what }) => what)]).toEqual([
      'requested',
      'placed',
      ['cancel'],
    ]);
  });
});

describe('changing', () => {
  const run = (desk: ReturnType<typeof aDesk>, wish: object) => {
    const change = changeOrder(desk.deps);
    return change.run(change.input.parse({ pesanan: desk.code, ...wish }), AT);
  };

  it('another street in the same city is changed at once', async () => {
    const desk = aDesk();
    const { outcome } = await run(desk, { apa: 'alamat', alamat: { ...PLACE, street: 'Jl. Mawar 9' } });
    expect([outcome, desk.order().recipient]).toEqual(['changed', { ...ADDRESS, street: 'Jl. Mawar 9' }]);
  });

  it.each([
    [
      'another city costs another ongkir',
      { apa: 'alamat', alamat: { ...PLACE, city: 'Kota Malang', province: 'Jawa Timur' } },
    ],
    ['goods are for the owner', { apa: 'lainnya', lainnya: 'ganti warna merah' }],
  ])('%s, so the owner is asked', async (_why, wish) => {
    const desk = aDesk();
    expect([(await run(desk, wish)).outcome, desk.order().recipient, desk.asked[0]?.what]).toEqual([
      'requested',
      ADDRESS,
      'change',
    ]);
  });

  it('what a supplier has already is asked of the owner, with the new number', async () => {
    const desk = aDesk(anOrder({ ...PAID, parcels: [aParcel('accepted')] }));
    const { outcome } = await run(desk, { apa: 'telepon', telepon: '+6281299998888' });
    expect([outcome, desk.asked[0]?.words]).toEqual(['requested', '0812-9999-8888']);
  });
});

describe('receiving', () => {
  it.each([
    ['delivered', 'received'],
    ['shipped', 'received'],
    ['waiting', 'refused'],
  ] as const)('what is %s: %s', async (state, outcome) => {
    const desk = aDesk(anOrder({ ...PAID, parcels: [aParcel(state)] }));
    const confirm = confirmReceived(desk.deps);
    expect((await confirm.run({ order: desk.code }, AT)).outcome).toBe(outcome);
  });

  it('says so when it was said before', async () => {
    const desk = aDesk(anOrder({ ...PAID, state: 'completed', parcels: [aParcel('received')] }));
    const confirm = confirmReceived(desk.deps);
    expect((await confirm.run({ order: desk.code }, AT)).outcome).toBe('already');
  });
});

describe('what has not come', () => {
  it.each([
    ['is looked into against the courier who says delivered', aParcel('delivered'), AT.now, 'reported'],
    ['is looked into when it is late', aParcel('picked-up'), hours(200), 'reported'],
    ['is on its way while it is not late', aParcel('picked-up'), hours(20), 'on-the-way'],
  ])('%s', async (_why, parcel, now, outcome) => {
    const desk = aDesk(anOrder({ ...PAID, parcels: [parcel] }));
    const report = reportMissing(desk.deps);
    expect((await report.run({ order: desk.code }, { ...AT, now })).outcome).toBe(outcome);
    // A repeated turn says the same, and notes nothing again.
    const noted = desk.order().history.length;
    expect((await report.run({ order: desk.code }, { ...AT, now })).outcome).toBe(outcome);
    expect(desk.order().history).toHaveLength(noted);
  });
});

describe('an order of somebody else', () => {
  const stranger = { ...AT, who: { desk: 'customer', id: 'p-2' } } as const;

  it('is not theirs, whatever code they type', async () => {
    const desk = aDesk();
    expect(await myOrder(desk.deps, desk.code, stranger)).toBeUndefined();
  });

  it.each([
    ['the right end of the number', '7890', 'shown'],
    ['a wrong end', '1234', 'wrong'],
  ])('is told with %s: %s', async (_why, last, outcome) => {
    const desk = aDesk();
    const show = showOrderByPhone({ ...desk.deps, tries: { allow: () => Promise.resolve(true) } });
    const told = await show.run({ order: desk.code, last }, stranger);
    expect(told.outcome).toBe(outcome);
    expect(JSON.stringify(told)).not.toMatch(/Siti|Melati|Tas/);
  });

  it('and an unknown code sound the same to who guesses', async () => {
    const desk = aDesk();
    const show = showOrderByPhone({ ...desk.deps, tries: { allow: () => Promise.resolve(true) } });
    expect(await show.run({ order: 'ZZZZZ2', last: '7890' }, stranger)).toEqual(
      await show.run({ order: desk.code, last: '0000' }, stranger),
    );
  });

  it('is locked after too many guesses, right ones too', async () => {
    const desk = aDesk();
    const show = showOrderByPhone({ ...desk.deps, tries: { allow: () => Promise.resolve(false) } });
    expect((await show.run({ order: desk.code, last: '7890' }, stranger)).outcome).toBe('locked');
  });
});
