import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventType } from '../../../../src/shop/orders/event.ts';
import { PAYMENT_STATES, type PaymentState, paymentState } from '../../../../src/shop/orders/money.ts';
import { next } from '../../../../src/shop/orders/next.ts';
import { ORDER_STATES, type Order, type OrderState } from '../../../../src/shop/orders/order.ts';
import { PARCEL_STATES, type ParcelState } from '../../../../src/shop/orders/parcel.ts';
import { anOrder, aParcel, at, hours, NOON, PAID, SAMPLES } from '../../../support/an-order.ts';

// What may happen, told a second time by hand: the table in the code must say the same, no more and no less.
const ALL: readonly EventType[] = Object.values(SAMPLES).map(({ type }) => type);
const split = (text: string): string[] => text.trim().split(/\s+/);

const MAY: Record<OrderState, readonly string[]> = {
  placing: ['place', 'drop'],
  reopening: ['place', 'drop'],
  placed: ALL.filter((event) => !['place', 'drop', 'reopen'].includes(event)),
  dropped: split('open_case close_case note erase_person'),
  expired: split('reopen unclaim open_case close_case note erase_person'),
  cancelled: split('unclaim unallot refund number open_case close_case note erase_person'),
  completed: split(
    'real_shipping claim unclaim allot unallot waive refund number open_case close_case note erase_person',
  ),
};

const MONEY_EVENTS = split('remind claim unclaim allot unallot waive refund number expire');
const MONEY: Record<PaymentState, readonly string[]> = {
  unpaid: split('remind claim unclaim allot waive expire'),
  partly: split('remind claim unclaim allot unallot waive refund'),
  paid: split('claim unclaim allot unallot refund number'),
  refunded: split('claim unclaim allot unallot number'),
};
const IN_STATE: Record<PaymentState, Partial<Order>> = {
  unpaid: {},
  partly: { allotments: [{ payment: 'pay-1', amount: 10_000, at: NOON }] },
  paid: PAID,
  refunded: { ...PAID, refunds: [{ key: 'r', amount: 68_347, at: NOON, reason: 'retur' }] },
};

const PARCEL_EVENTS = split(
  'hand_over accept refuse reassign pack ship pick_up track deliver ask_receipt receive not_received return come_back lose cancel_parcel',
);
const PARCEL: Record<ParcelState, readonly string[]> = {
  waiting: split('hand_over reassign cancel_parcel'),
  'handed-over': split('accept refuse pack ship reassign cancel_parcel'),
  accepted: split('refuse pack ship reassign cancel_parcel'),
  refused: split('hand_over accept reassign cancel_parcel'),
  packed: split('refuse ship cancel_parcel'),
  shipped: split('ship track ask_receipt not_received pick_up deliver receive return lose'),
  'picked-up': split('ship track ask_receipt not_received deliver receive return lose'),
  delivered: split('deliver track ask_receipt not_received receive return lose'),
  received: [],
  returning: split('track come_back deliver lose'),
  returned: split('hand_over reassign cancel_parcel'),
  lost: split('hand_over deliver reassign cancel_parcel'),
  cancelled: [],
};

describe('the order axis', () => {
  const pairs = ORDER_STATES.flatMap((state) =>
    ALL.map((event) => [state, event, MAY[state].includes(event)] as const),
  );
  it.each(pairs)('%s x %s: %s', (state, event, may) => {
    const done = next(anOrder({ state, ...PAID }), SAMPLES[event], at());
    const refusedByState = !done.ok && done.error.axis === 'order' && done.error.why === 'not-now';
    // Guards may still object to what the table lets through, but never with the table's own word on this axis.
    if (may && !['expire', 'remind', 'extend'].includes(event)) expect(refusedByState).toBe(false);
    if (!may) expect(done).toMatchObject({ ok: false, error: { axis: 'order', state, event, why: 'not-now' } });
  });
});

describe('the payment axis', () => {
  const pairs = PAYMENT_STATES.flatMap((state) =>
    MONEY_EVENTS.map((event) => [state, event as EventType, MONEY[state].includes(event)] as const),
  );
  it.each(pairs)('%s x %s: %s', (state, event, may) => {
    const order = anOrder(IN_STATE[state]);
    expect(paymentState(order)).toBe(state);
    const done = next(order, SAMPLES[event], at({ now: hours(25) }));
    expect(!done.ok && done.error.axis === 'payment').toBe(!may);
  });
});

describe('the fulfilment axis', () => {
  const pairs = PARCEL_STATES.flatMap((state) =>
    PARCEL_EVENTS.map((event) => [state, event as EventType, PARCEL[state].includes(event)] as const),
  );
  it.each(pairs)('%s x %s: %s', (state, event, may) => {
    const done = next(anOrder({ ...PAID, parcels: [aParcel(state)] }), SAMPLES[event], at());
    expect(done.ok).toBe(may);
    if (!done.ok) expect(done.error).toMatchObject({ axis: 'fulfilment', state, why: 'not-now' });
  });

  it('refuses an event about a parcel that the order does not have', () => {
    const done = next(anOrder(PAID), { type: 'pack', parcel: 9 }, at());
    expect(done).toMatchObject({ ok: false, error: { axis: 'fulfilment', why: 'no-such-parcel' } });
  });
});

describe('any walk through the table', () => {
  const walk = fc.array(fc.constantFrom(...ALL), { minLength: 5, maxLength: 40 });

  it('numbers its history without gaps, owes each key once and never changes what it was given', () => {
    fc.assert(
      fc.property(walk, (events) => {
        let order = anOrder();
        const keys = new Set<string>();
        for (const event of events) {
          const before = structuredClone(order);
          const done = next(order, SAMPLES[event], at({ now: hours(30) }));
          expect(order).toEqual(before);
          if (!done.ok) continue;
          for (const { key } of done.value.owes) {
            expect(keys.has(key)).toBe(false);
            keys.add(key);
          }
          order = done.value.order;
        }
        expect(order.history.map(({ n }) => n)).toEqual(order.history.map((_, i) => i + 1));
      }),
      { numRuns: 300 },
    );
  });
});
