import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '../../../../src/shop/orders/event.ts';
import { gateOf } from '../../../../src/shop/orders/gate.ts';
import { booked, paidOf, paymentState } from '../../../../src/shop/orders/money.ts';
import { next } from '../../../../src/shop/orders/next.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { stageOf } from '../../../../src/shop/orders/stage.ts';
import {
  ADDRESS,
  aLine,
  anOrder,
  aParcel,
  at,
  hours,
  movedBy,
  NOON,
  PAID,
  SAMPLES,
} from '../../../support/an-order.ts';

const CUSTOMER = { desk: 'customer', id: 'p-1' } as const;
const SUPPLIER = { desk: 'supplier', id: 'sup-1' } as const;
const why = (done: ReturnType<typeof next>) => (done.ok ? 'fine' : done.error.why);
const kinds = (owes: readonly { kind: string }[]) => owes.map(({ kind }) => kind).toSorted();

describe('the gate', () => {
  it.each([
    ['stock', { ...PAID, lines: [aLine('TAS-1', { confirmed: false })] }, ['TAS-1']],
    ['stock', { ...PAID, lines: [aLine('TAS-1', { out: true })] }, ['TAS-1']],
    ['payment', {}, ['money']],
    ['payment', { claims: [{ payment: 'p', at: NOON }] }, ['money']],
    ['address', { ...PAID, recipient: { ...ADDRESS, postalCode: '1641', phone: '' } }, ['phone', 'postalCode']],
  ] as const)('keeps an order from its supplier while its %s is open', (check, changes, open) => {
    const order = anOrder(changes);
    const red = gateOf(order).filter(({ green }) => !green);
    expect(red).toEqual([{ check, green: false, open }]);
    const refused = next(order, SAMPLES.hand_over, at());
    expect(refused).toMatchObject({ ok: false, error: { why: `${check}-open`, details: open } });

    const overridden = next(order, { type: 'override_gate', check, reason: 'sudah ditelepon' }, at());
    expect(overridden.ok && why(next(overridden.value.order, SAMPLES.hand_over, at()))).toBe('fine');
    expect(overridden.ok && overridden.value.order.history.at(-1)).toMatchObject({ reason: 'sudah ditelepon' });
  });

  it('is opened by nobody but the owner, and never without a reason', () => {
    const override: OrderEvent = { type: 'override_gate', check: 'payment', reason: ' ' };
    expect(why(next(anOrder(), override, at()))).toBe('reason-missing');
    for (const by of [CUSTOMER, SUPPLIER]) {
      expect(why(next(anOrder(), { ...override, reason: 'cepat' }, at({ by })))).toBe('owner-only');
    }
  });

  it('is open for COD, which is paid to the courier', () => {
    expect(why(next(anOrder({ pay: { way: 'cod', billedAt: NOON } }), SAMPLES.hand_over, at()))).toBe('fine');
  });
});

describe('who may cancel, and until when', () => {
  it.each([
    ['customer', 'before paying', {}, 'fine'],
    ['customer', 'with a proof under review', { claims: [{ payment: 'p', at: NOON }] }, 'proof-waiting'],
    ['customer', 'after paying', PAID, 'paid'],
    ['customer', 'a COD order at the supplier', { parcels: [aParcel('handed-over')] }, 'handed-over'],
    ['owner', 'after paying', PAID, 'fine'],
    ['owner', 'at the supplier', { ...PAID, parcels: [aParcel('accepted')] }, 'fine'],
    ['owner', 'once it is shipped', { ...PAID, parcels: [aParcel('shipped')] }, 'shipped'],
    ['supplier', 'ever', {}, 'owner-only'],
  ] as const)('%s %s: %s', (desk, _, changes, expected) => {
    expect(why(next(anOrder(changes), SAMPLES.cancel, at({ by: { desk } })))).toBe(expected);
  });

  it('needs a reason from the owner', () => {
    expect(why(next(anOrder(), { type: 'cancel', reason: '' }, at()))).toBe('reason-missing');
  });

  it('lets the goods go, rests the amount for 72 hours and tells a supplier who has it already', () => {
    const { owes, order } = movedBy(anOrder({ ...PAID, parcels: [aParcel('accepted')] }), SAMPLES.cancel);
    expect(kinds(owes)).toEqual(['claim', 'notice', 'purchase', 'release']);
    expect(owes.find(({ kind }) => kind === 'claim')?.body).toMatchObject({ until: hours(72).toISOString() });
    expect(order.history.at(-1)?.data).toEqual({ paid: 68_347 });
  });
});

describe('expiry', () => {
  it.each([
    ['on time', {}, hours(24), 'fine'],
    ['early', {}, hours(23), 'not-now'],
    ['a proof is being looked at', { claims: [{ payment: 'p', at: NOON }] }, hours(30), 'proof-waiting'],
    ['a part is paid', { allotments: [{ payment: 'p', amount: 5, at: NOON }] }, hours(30), 'money-in'],
    ['all is paid', PAID, hours(30), 'paid'],
    ['stock is still asked for', { pay: { way: 'transfer' } }, hours(30), 'not-now'],
  ] as const)('%s', (_, changes, now, expected) => {
    expect(why(next(anOrder(changes), { type: 'expire' }, at({ now })))).toBe(expected);
  });

  it('gives at least six hours more when a proof is refused after the deadline', () => {
    const order = anOrder({ claims: [{ payment: 'p', at: NOON }] });
    const done = next(order, { type: 'unclaim', payment: 'p' }, at({ now: hours(30) }));
    expect(done.ok && done.value.order.pay.deadline).toEqual(hours(36));
  });
});

describe('money', () => {
  it('pays in two transfers, numbers the invoice once, and says when it is too much', () => {
    const first = movedBy(anOrder(), { type: 'allot', payment: 'a', amount: 60_000 });
    expect([paymentState(first.order), first.order.history.at(-1)?.event]).toEqual(['partly', 'part_paid']);
    expect(kinds(first.owes)).toEqual(['ledger', 'notice']);
    const second = movedBy(first.order, { type: 'allot', payment: 'b', amount: 8_347 });
    expect([paymentState(second.order), second.order.history.at(-1)?.event]).toEqual(['paid', 'paid']);
    expect(kinds(second.owes)).toEqual(['ledger', 'notice', 'number']);
    const third = movedBy(second.order, { type: 'allot', payment: 'c', amount: 500 });
    expect(third.order.history.at(-1)).toMatchObject({ event: 'paid_more', data: { over: 500 } });
    expect(kinds(third.owes)).toEqual(['ledger', 'notice']);
  });

  it('counts a payment once, whatever key it comes under', () => {
    const once = movedBy(anOrder(), { type: 'allot', payment: 'a', amount: 60_000 });
    const twice = next(once.order, { type: 'allot', payment: 'a', amount: 60_000 }, at());
    expect(twice).toMatchObject({ ok: true, value: { type: 'unchanged', owes: [] } });
  });

  it('lets the owner waive the rest of the bill', () => {
    const short = movedBy(anOrder(), { type: 'allot', payment: 'a', amount: 68_000 });
    const done = movedBy(short.order, { type: 'waive', amount: 347, reason: 'lupa kode unik' });
    expect([paymentState(done.order), done.order.history.at(-1)?.event]).toEqual(['paid', 'paid']);
    expect(kinds(done.owes)).toContain('number');
  });

  it('gives back no more than came in', () => {
    expect(why(next(anOrder(PAID), { type: 'refund', amount: 68_348, reason: 'x' }, at()))).toBe('too-much');
    const back = movedBy(anOrder(PAID), { type: 'refund', amount: 68_347, reason: 'retur' });
    expect(paymentState(back.order)).toBe('refunded');
  });

  it('keeps the ledger equal to the money that came in less what went back, whatever happens', () => {
    const amount = fc.integer({ min: 1, max: 100_000 });
    const event = fc.oneof(
      fc.record({ type: fc.constant('allot' as const), payment: fc.constantFrom('a', 'b', 'c'), amount }),
      fc.record({
        type: fc.constant('unallot' as const),
        payment: fc.constantFrom('a', 'b'),
        reason: fc.constant('x'),
      }),
      fc.record({ type: fc.constant('waive' as const), amount, reason: fc.constant('x') }),
      fc.record({ type: fc.constant('refund' as const), amount, reason: fc.constant('x') }),
      fc.constantFrom(SAMPLES.hand_over, SAMPLES.refuse, SAMPLES.cancel, SAMPLES.real_shipping),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        let order: Order = anOrder();
        let written = 0;
        for (const one of events) {
          const done = next(order, one, at());
          if (!done.ok) continue;
          order = done.value.order;
          for (const { kind, body } of done.value.owes) {
            if (kind !== 'ledger') continue;
            const { entries } = body as { entries: { kind: string; amount: number }[] };
            for (const entry of entries) if (!['cost', 'real_shipping'].includes(entry.kind)) written += entry.amount;
          }
        }
        expect(written).toBe(paidOf(order));
        const { cost, real_shipping, ...money } = booked(order);
        expect(Object.values(money).reduce((a, b) => a + b, 0)).toBe(paidOf(order));
        expect(cost + real_shipping).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a parcel on its way', () => {
  const paid = anOrder(PAID);

  it('goes through four facts that are never one', () => {
    const shipped = movedBy(paid, SAMPLES.hand_over, SAMPLES.accept, SAMPLES.pack, SAMPLES.ship);
    expect(stageOf(shipped.order)).toBe('shipped');
    expect(shipped.order.parcels[0]).toMatchObject({ resi: 'JX0987654321', shippedAt: NOON });
    expect(shipped.order.parcels[0]?.pickedUpAt).toBeUndefined();
    const moving = movedBy(shipped.order, { type: 'track', parcel: 1, status: 'in_transit', at: NOON });
    expect(stageOf(moving.order)).toBe('on-the-way');
    const there = movedBy(moving.order, SAMPLES.deliver);
    expect(stageOf(there.order)).toBe('delivered');
    const done = movedBy(there.order, { type: 'receive' });
    expect([stageOf(done.order), done.order.closedAt]).toEqual(['completed', NOON]);
    expect(done.order.history.slice(-2).map(({ event }) => event)).toEqual(['receive', 'complete']);
  });

  it.each([['123'], ['JX 12*4567890'], ['']])('refuses %j as a resi', (resi) => {
    const order = anOrder({ ...PAID, parcels: [aParcel('packed')] });
    expect(why(next(order, { type: 'ship', parcel: 1, courier: 'jne', resi }, at()))).toBe('resi-not-readable');
  });

  it('completes only when every parcel that was sent is received', () => {
    const order = anOrder({
      ...PAID,
      lines: [aLine('A'), aLine('B')],
      parcels: [aParcel('delivered', { skus: ['A'] }), aParcel('delivered', { n: 2, skus: ['B'] })],
    });
    const one = movedBy(order, { type: 'receive', parcel: 1 });
    expect(one.order.state).toBe('placed');
    expect(movedBy(one.order, { type: 'receive', parcel: 2 }).order.state).toBe('completed');
  });

  it.each([
    ['an older word', 'out_for_delivery', 'in_transit', []],
    ['the same word', 'in_transit', 'in_transit', []],
    ['a step on', 'in_transit', 'out_for_delivery', ['out_for_delivery']],
    ['trouble', 'out_for_delivery', 'failed_attempt', ['failed_attempt']],
    ['on from trouble', 'failed_attempt', 'out_for_delivery', ['out_for_delivery']],
    ['arrival', 'out_for_delivery', 'delivered', ['deliver']],
    ['the way back', 'failed_attempt', 'returning', ['return']],
  ] as const)('tells %s of the courier as it should', (_, before, now, told) => {
    const parcel = aParcel('picked-up', { track: { status: before, at: NOON } });
    const order = anOrder({ ...PAID, parcels: [parcel] });
    const done = next(order, { type: 'track', parcel: 1, status: now, at: NOON }, at());
    const events = done.ok ? done.value.order.history.slice(order.history.length).map(({ event }) => event) : ['?'];
    expect(events).toEqual(told);
  });

  it('may be handed to another supplier, whose costs then count, and is told of to the first', () => {
    const refused = movedBy(paid, SAMPLES.hand_over, SAMPLES.refuse);
    expect(stageOf(refused.order)).toBe('refused-by-supplier');
    const moved = movedBy(refused.order, SAMPLES.reassign, SAMPLES.hand_over);
    expect(moved.order.parcels[0]).toMatchObject({ supplier: 'sup-2', state: 'handed-over' });
    expect(moved.order.lines[0]).toMatchObject({ supplier: 'sup-2', cost: 36_000, price: 50_000 });
    expect(booked(moved.order).cost).toBe(-36_000);
  });
});

describe('forgetting a person', () => {
  it('leaves the figures and takes the name, number, street and words', () => {
    const noted = movedBy(anOrder(PAID), { type: 'note', text: 'Bu Siti, rumah hijau' });
    const { order } = movedBy(noted.order, SAMPLES.erase_person);
    const text = JSON.stringify(order);
    for (const trace of ['Siti', '81234567890', 'Melati', 'rumah hijau']) expect(text).not.toContain(trace);
    expect(order.totals.total).toBe(68_347);
    expect(order.recipient.city).toBe('Kota Depok');
  });
});
