import { describe, expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import { nextStep, stepDue } from '../../../../src/shop/purchases/due.ts';
import type { PurchaseEvent } from '../../../../src/shop/purchases/event.ts';
import { nextPurchase, PURCHASE } from '../../../../src/shop/purchases/moves.ts';
import { PURCHASE_STATES, type Purchase } from '../../../../src/shop/purchases/purchase.ts';
import { DEFAULT_PURCHASE_SOP } from '../../../../src/shop/purchases/sop.ts';

const NOW = new Date('2026-11-23T03:00:00Z');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const aPurchase = (more: Partial<Purchase> = {}): Purchase => ({
  _id: codeOf(keyOf('p')),
  v: 1,
  rev: 0,
  duties: [],
  key: keyOf('p'),
  order: codeOf(keyOf('o')),
  parcel: 1,
  label: 'X',
  supplier: 'S1',
  state: 'sent',
  text: 'teks',
  lines: [],
  cost: 0,
  sendAt: NOW,
  reminded: [],
  files: [],
  at: NOW,
  history: [],
  ...more,
});
const EVENTS: Readonly<Record<PurchaseEvent['type'], PurchaseEvent>> = {
  send: { type: 'send' },
  offer: { type: 'offer' },
  forward: { type: 'forward' },
  remind: { type: 'remind', what: 'answer', k: 0 },
  accept: { type: 'accept' },
  empty: { type: 'empty', reason: 'kosong' },
  pack: { type: 'pack' },
  ship: { type: 'ship', courier: 'jnt', resi: 'JP1234567890' },
  note: { type: 'note', words: 'halo' },
  withdraw: { type: 'withdraw', reason: 'batal' },
};
const at = { key: keyOf('k'), by: HOUSE, now: NOW };
const pairs = PURCHASE_STATES.flatMap((state) => Object.values(EVENTS).map((event) => [state, event] as const));

describe('every pair of state and event', () => {
  it.each(pairs.map(([state, event]) => [state, event.type, event] as const))('%s, %s', (state, type, event) => {
    const moved = nextPurchase(aPurchase({ state }), event, at);
    const to = PURCHASE[state][type];
    if (to === undefined) {
      expect(moved).toEqual({
        ok: false,
        error: { code: 'purchase-move-refused', event: type, state, why: 'not-now' },
      });
      return;
    }
    if (!moved.ok) throw new Error(moved.error.why);
    const { purchase, owes } = moved.value;
    expect(purchase.state).toBe(to);
    expect(purchase.history.map((entry) => entry.event)).toEqual([type]);
    expect(new Set(owes.map((duty) => duty.key)).size).toBe(owes.length);
  });

  it('reaches every state from `ready`, and none leaves `cancelled`', () => {
    const seen = new Set<string>(['ready']);
    for (const state of seen) for (const to of Object.values(PURCHASE[state as keyof typeof PURCHASE])) seen.add(to);
    expect([...seen].toSorted()).toEqual([...PURCHASE_STATES].toSorted());
    expect(new Set(Object.values(PURCHASE.cancelled))).toEqual(new Set(['cancelled']));
  });
});

describe('what an answer owes', () => {
  const owed = (purchase: Purchase, event: PurchaseEvent): unknown[] => {
    const moved = nextPurchase(purchase, event, at);
    return moved.ok ? moved.value.owes.map(({ kind, body }) => ({ kind, body })) : [];
  };

  it.each([
    [EVENTS.accept, { type: 'accept', parcel: 1 }],
    [EVENTS.empty, { type: 'refuse', parcel: 1, reason: 'kosong' }],
    [EVENTS.pack, { type: 'pack', parcel: 1 }],
    [EVENTS.ship, { type: 'ship', parcel: 1, courier: 'jnt', resi: 'JP1234567890' }],
  ])('%j is told to the order', (event, told) => {
    const { order } = aPurchase();
    expect(owed(aPurchase(), event)).toContainEqual({ kind: 'order', body: { order, event: told } });
  });

  it('a recall is told to a supplier that has it, and to nobody where nobody saw it', () => {
    expect(owed(aPurchase(), EVENTS.withdraw)).toMatchObject([{ kind: 'notice' }]);
    expect(owed(aPurchase({ state: 'ready' }), EVENTS.withdraw)).toEqual([]);
    expect(owed(aPurchase({ state: 'ready', offeredAt: NOW }), EVENTS.withdraw)).toMatchObject([{ kind: 'notice' }]);
  });

  it('a resi is corrected once, never told twice', () => {
    const shipped = aPurchase({ state: 'shipped', courier: 'jnt', resi: 'JP1234567890' });
    expect(nextPurchase(shipped, EVENTS.ship, at).ok).toBe(false);
    expect(nextPurchase(shipped, { type: 'ship', courier: 'jnt', resi: 'JP9999999999' }, at).ok).toBe(true);
  });

  it('needs a reason where one is told', () => {
    expect(nextPurchase(aPurchase(), { type: 'empty', reason: ' ' }, at)).toMatchObject({
      error: { why: 'reason-missing' },
    });
  });
});

describe('when a supplier is reminded', () => {
  const sop = DEFAULT_PURCHASE_SOP;
  it.each([
    ['ready goes out at its time', aPurchase({ state: 'ready', sendAt: later(5) }), later(5)],
    ['a silent one after three hours', aPurchase({ sentAt: NOW }), later(3)],
    [
      'once more the next morning, after the quiet hours',
      aPurchase({ sentAt: NOW, reminded: ['answer/0'] }),
      new Date('2026-11-24T01:00:00Z'),
    ],
    ['after its yes for the resi', aPurchase({ state: 'accepted', acceptedAt: NOW }), later(24)],
  ])('%s', (_what, purchase, due) => {
    expect(nextStep(purchase, sop)?.at).toEqual(due);
  });

  it.each([
    ['when all reminders are sent', aPurchase({ sentAt: NOW, reminded: ['answer/0', 'answer/1'] })],
    ['when it is empty', aPurchase({ state: 'empty', sentAt: NOW })],
    ['when it is with the owner', aPurchase({ state: 'ready', offeredAt: NOW })],
    ['when it is shipped', aPurchase({ state: 'shipped', sentAt: NOW })],
  ])('never %s', (_what, purchase) => {
    expect(nextStep(purchase, sop)).toBeUndefined();
  });

  it('is reminded once for all that was missed while the bot was away', () => {
    const step = stepDue(aPurchase({ sentAt: NOW }), sop, later(100));
    expect(step?.does).toEqual({ type: 'remind', what: 'answer', k: 1 });
    expect(nextStep(aPurchase({ sentAt: NOW, reminded: ['answer/1'] }), sop)).toBeUndefined();
  });
});
