import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFileId, asPersonId, type Code, type FileId, type Key, keyOf } from '../../../../src/core/ids.ts';
import type { Case } from '../../../../src/shop/cases/case.ts';
import { type ApplyAt, type Cases, createCases } from '../../../../src/shop/cases/cases.ts';
import type { CaseEvent } from '../../../../src/shop/cases/event.ts';
import type { CaseRequest } from '../../../../src/shop/cases/request.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { openShopCore, type ShopCore } from '../../../support/shop-core.ts';
import { CUSTOMER, OTHER_OWNER, OWNER, RULES, SAMPLES } from './a-case.ts';

let shop: ShopCore;
let cases: Cases;
let order: Order;
let photo: FileId;
let made = 0;
/** Whoever claims a line now is killed before it is written. */
let dies = false;

beforeEach(async () => {
  shop = await openShopCore();
  const { claims } = shop.deps;
  cases = createCases({
    ...shop.deps,
    claims: { ...claims, take: (...claim) => (dies ? Promise.reject(new Error('killed')) : claims.take(...claim)) },
    files: shop.files,
    rules: () => RULES,
    orders: shop.orders,
  });
  shop.setHolder(cases);
  await shop.deps.ready();
  await shop.addProduct({ sku: 'TAS-1' }, { sku: 'TAS-2', price: 30_000 });
  photo = await shop.files.put(new TextEncoder().encode('a torn strap'), facts('image/jpeg'));
  order = await delivered();
});
afterEach(() => shop.deps.close());

const facts = (mime: string) => ({ mime, name: 'bukti', about: ['mail/1'] });
const key = (name = 'cause'): Key => keyOf('test', name, ++made);
const owner = (changes: Partial<ApplyAt> = {}): ApplyAt => ({ key: key(), by: OWNER, ...changes });
const customer = (changes: Partial<ApplyAt> = {}): ApplyAt => ({ key: key(), by: CUSTOMER, ...changes });

/** An order of two bags and a small one, paid and with the customer. */
async function delivered(): Promise<Order> {
  const { _id } = await shop.place({
    lines: [
      { sku: 'TAS-1', quantity: 2 },
      { sku: 'TAS-2', quantity: 1 },
    ],
  });
  await shop.payments.take(_id, undefined, owner());
  for (const event of [
    { type: 'hand_over', parcel: 1 },
    { type: 'ship', parcel: 1, courier: 'jne', resi: `JX${String(++made).padStart(10, '0')}` },
    { type: 'deliver', parcel: 1 },
  ] as const) {
    const done = await shop.orders.apply(_id, event, owner());
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
  return shop.order(_id);
}

const request = (changes: Partial<CaseRequest> = {}): CaseRequest => ({
  order: order._id,
  customer: asPersonId('p-1'),
  reason: 'rusak',
  wish: 'refund_penuh',
  lines: [{ sku: 'TAS-1', quantity: 1 }],
  words: 'talinya putus',
  evidence: [photo],
  ...changes,
});

async function opened(changes: Partial<CaseRequest> = {}): Promise<Case> {
  const done = await cases.open(request(changes), customer());
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

async function moved(code: Code, ...events: readonly CaseEvent[]): Promise<Case> {
  for (const event of events) {
    const by = event.type === 'confirm_destination' ? CUSTOMER : OWNER;
    const done = await cases.apply(code, event, owner({ by }));
    if (!done.ok) throw new Error(`${event.type}: ${JSON.stringify(done.error)}`);
  }
  const one = await cases.find(code);
  if (!one) throw new Error(`no case ${code}`);
  return one;
}

const REFUND = [
  { type: 'approve', remedy: 'refund_penuh', sendBack: false },
  SAMPLES.give_destination,
  SAMPLES.confirm_destination,
  SAMPLES.pay_refund,
] as const;

async function tick(): Promise<void> {
  const now = shop.deps.clock.now();
  for (const id of await cases.clockwork.claimDue(now, 100)) await cases.clockwork.runDue(id, now);
}

const problems = async (changes: Partial<CaseRequest>) => {
  const done = await cases.open(request(changes), customer());
  return done.ok ? [] : done.error.problems;
};

describe('opening a case', () => {
  it('keeps what was said and shown, weighs it, and tells of it once', async () => {
    const at = customer();
    const first = await cases.open(request(), at);
    const again = await cases.open(request(), at);
    expect(first).toEqual(again);
    expect(first).toMatchObject({
      ok: true,
      value: { state: 'in-review', kind: 'retur', suppliers: ['sup-1'], verdict: { inWindow: true, missing: [] } },
    });
    if (!first.ok) return;
    const code = first.value._id;
    expect(shop.told().filter((line) => line.startsWith(code))).toEqual([`${code} submit`]);
    expect((await shop.files.find(photo))?.about).toContain(`cases/${code}`);
    expect((await cases.byOrder(order._id)).map(({ _id }) => _id)).toEqual([code]);
    expect((await cases.list({ supplier: 'sup-1' })).map(({ _id }) => _id)).toEqual([code]);
  });

  it('is one case when the same message is handled twice at once', async () => {
    const at = customer();
    const both = await Promise.all([cases.open(request(), at), cases.open(request(), at)]);
    // One of them may see it before the order has heard of it.
    const codes = both.map((opened) => opened.ok && opened.value._id);
    expect((await cases.byOrder(order._id)).map(({ _id }) => [_id, _id])).toEqual([codes]);
  });

  it('gives a line to one of two that come at once, and tells the other of it', async () => {
    const lines = [
      { sku: 'TAS-2', quantity: 1 },
      { sku: 'TAS-1', quantity: 2 },
    ];
    const both = await Promise.all([
      cases.open(request({ lines }), customer()),
      cases.open(request({ lines: lines.toReversed() }), customer()),
    ]);
    const won = both.filter((one) => one.ok);
    expect(won).toHaveLength(1);
    const lost = both.find((one) => !one.ok);
    expect(lost).toMatchObject({ error: { problems: [{ code: 'open-case', case: won[0]?.ok && won[0].value._id }] } });
    expect(await cases.byOrder(order._id)).toHaveLength(1);
  });

  it('says everything that is wrong at once, and the same again for the same message', async () => {
    const at = customer();
    const lines = [
      { sku: 'TAS-1', quantity: 3 },
      { sku: 'TAS-9', quantity: 1 },
    ];
    const refused = await cases.open(request({ lines }), at);
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'case-refused',
        problems: [
          { code: 'too-many', sku: 'TAS-1', left: 2 },
          { code: 'unknown-line', sku: 'TAS-9' },
        ],
      },
    });
    expect(await cases.open(request(), at)).toEqual(refused);
  });

  it('refuses what is not the customer’s, not an order, or nothing', async () => {
    expect(await problems({ customer: asPersonId('p-2') })).toEqual([{ code: 'not-yours' }]);
    expect(await problems({ lines: [] })).toEqual([{ code: 'no-lines' }]);
    expect(await problems({ lines: [{ sku: 'TAS-1', quantity: 0 }] })).toMatchObject([{ code: 'too-many', left: 2 }]);
    const { _id } = await shop.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    expect(await problems({ order: _id })).toEqual([{ code: 'not-shipped', sku: 'TAS-1' }]);
    await shop.orders.apply(_id, { type: 'cancel', reason: 'batal' }, owner());
    expect(await problems({ order: _id })).toEqual([{ code: 'order-not-open', state: 'cancelled' }]);
  });

  it('opens what comes too late, marked so, for the owner to judge', async () => {
    shop.deps.clock.move(20 * 24 * 3_600_000);
    expect(await opened()).toMatchObject({
      state: 'in-review',
      verdict: { inWindow: false, findings: ['late', 'video-missing'] },
    });
  });

  it('waits for a photo, and knows a file that is gone from one that is there', async () => {
    const one = await opened({ evidence: [asFileId('f'.repeat(64))] });
    expect(one).toMatchObject({ state: 'awaiting-evidence', evidence: [], verdict: { missing: ['photo'] } });
    const after = await moved(one._id, { type: 'add_evidence', files: [photo] });
    expect(after).toMatchObject({ state: 'in-review', evidence: [{ file: photo, kind: 'photo' }] });
    expect((await shop.files.find(photo))?.about).toContain(`cases/${one._id}`);
  });

  it('tells the order of a parcel that did not come, so that nothing completes by itself', async () => {
    await opened({ reason: 'tidak_sampai', wish: 'kirim_ulang', evidence: [] });
    expect((await shop.order(order._id)).parcels[0]?.disputedAt).toBeDefined();
  });

  it('is brought to its end by the clockwork when whoever opened it died', async () => {
    const at = customer();
    dies = true;
    await expect(cases.open(request(), at)).rejects.toThrow('killed');
    dies = false;
    expect(await cases.list({ states: ['opening'] })).toHaveLength(1);
    shop.deps.clock.move(60_000);
    await tick();
    const [one] = await cases.list({});
    expect(one).toMatchObject({ state: 'in-review', key: at.key });
    expect(await cases.open(request(), at)).toMatchObject({ ok: true, value: { _id: one?._id } });
  });
});

describe('deciding', () => {
  it('is done by exactly one of two who decide at once; the other hears who it was', async () => {
    const { _id, rev } = await opened();
    const both = await Promise.all([
      cases.apply(_id, { type: 'approve', remedy: 'tukar' }, owner({ expectedRev: rev })),
      cases.apply(_id, { type: 'reject', reason: 'bekas pakai' }, owner({ by: OTHER_OWNER, expectedRev: rev })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = both.find((one) => !one.ok);
    const { decision } = await moved(_id);
    expect(lost).toMatchObject({ ok: false, error: { why: 'already-decided', decided: decision } });
    const told = shop.told().filter((line) => line.startsWith(_id));
    expect(told).toHaveLength(2);
  });

  it('is done once for a button tapped twice', async () => {
    const { _id } = await opened();
    const at = owner();
    const [first, second] = await Promise.all([
      cases.apply(_id, SAMPLES.reject, at),
      cases.apply(_id, SAMPLES.reject, at),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect((await moved(_id)).history.filter(({ event }) => event === 'reject')).toHaveLength(1);
  });

  it('refuses a button of a case that changed since', async () => {
    const { _id, rev } = await opened();
    await moved(_id, { type: 'add_evidence', files: [photo], words: 'masih kurang jelas?' });
    const done = await cases.apply(_id, SAMPLES.approve, owner({ expectedRev: rev }));
    expect(done).toEqual({ ok: false, error: { code: 'stale-button', rev: rev + 1 } });
  });

  it('promises no more than the customer paid, over all cases of the order', async () => {
    const { _id } = await opened();
    const paid = (await shop.order(order._id)).totals.total;
    await moved(_id, { type: 'approve', remedy: 'refund_sebagian', amount: paid - 10_000 });
    const other = await opened({ lines: [{ sku: 'TAS-2', quantity: 1 }] });
    const done = await cases.apply(other._id, SAMPLES.approve, owner());
    expect(done).toMatchObject({ ok: false, error: { why: 'too-much', most: 10_000 } });
    await moved(other._id, { type: 'approve', remedy: 'refund_sebagian', amount: 10_000 });
  });
});

describe('giving money back', () => {
  it('goes through the order, whose payment and ledger know of it, once', async () => {
    const { _id } = await opened();
    await moved(_id, ...REFUND);
    const after = await shop.order(order._id);
    expect(after.refunds).toMatchObject([{ amount: 50_000, reason: `rusak ${_id}` }]);
    expect(after.refunds[0]?.key.startsWith(`${_id}/`)).toBe(true);
    expect(await shop.ledger.sums({ order: order._id })).toMatchObject({ refund: -50_000 });
  });

  it('leaves only what was not paid back to be asked for again', async () => {
    const { _id } = await opened();
    await moved(_id, ...REFUND);
    expect(await problems({ lines: [{ sku: 'TAS-1', quantity: 2 }] })).toEqual([
      { code: 'too-many', sku: 'TAS-1', left: 1 },
    ]);
    expect((await opened()).state).toBe('in-review');
  });

  it('never comes to more than was paid, whatever was decided before', async () => {
    const { _id } = await opened();
    await moved(_id, ...REFUND.slice(0, 3));
    const paid = (await shop.order(order._id)).totals.total;
    await shop.orders.apply(order._id, { type: 'refund', amount: paid - 20_000, reason: 'langsung' }, owner());
    const done = await cases.apply(_id, SAMPLES.pay_refund, owner());
    expect(done).toMatchObject({ ok: false, error: { why: 'too-much', most: 20_000 } });
  });
});

describe('two refunds at once', () => {
  const ready = async (sku: string) => {
    const { _id } = await opened({ lines: [{ sku, quantity: 1 }] });
    return moved(_id, ...REFUND.slice(0, 3));
  };

  it('give no more than was paid, and the one that got nothing stays open', async () => {
    const both = [await ready('TAS-1'), await ready('TAS-2')];
    const paid = (await shop.order(order._id)).totals.total;
    await shop.orders.apply(order._id, { type: 'refund', amount: paid - 60_000, reason: 'langsung' }, owner());
    const done = await Promise.all(both.map(({ _id }) => cases.apply(_id, SAMPLES.pay_refund, owner())));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ error: { why: 'too-much' } });
    const states = await Promise.all(both.map(async ({ _id }) => (await moved(_id)).state));
    expect(states.toSorted()).toEqual(['completed', 'resolving']);
    const { refunds } = await shop.order(order._id);
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(paid);
  });

  it('are one refund when a case is paid once more after a crash in between', async () => {
    const one = await ready('TAS-1');
    await shop.orders.apply(
      order._id,
      { type: 'refund', amount: 50_000, reason: `rusak ${one._id}` },
      { key: keyOf(one._id, 'refund'), by: OWNER },
    );
    await moved(one._id, SAMPLES.pay_refund);
    expect((await shop.order(order._id)).refunds).toHaveLength(1);
    expect((await moved(one._id)).state).toBe('completed');
  });
});

describe('a line', () => {
  it('is free again as soon as its case is over', async () => {
    const { _id } = await opened();
    expect(await problems({})).toEqual([{ code: 'open-case', sku: 'TAS-1', case: _id }]);
    await cases.apply(_id, { type: 'cancel' }, customer());
    expect((await opened())._id).not.toBe(_id);
  });

  it('stays with a rejected case until it is too late to appeal', async () => {
    const { _id } = await opened();
    await moved(_id, SAMPLES.reject);
    expect(await problems({})).toMatchObject([{ code: 'open-case', case: _id }]);
    shop.deps.clock.move(72 * 3_600_000);
    const later = await opened();
    expect(await cases.apply(_id, SAMPLES.appeal, customer())).toMatchObject({ error: { why: 'appeal-too-late' } });
    expect(later.state).toBe('in-review');
  });

  it('is taken again by an appeal, for good', async () => {
    const { _id } = await opened();
    await moved(_id, SAMPLES.reject, SAMPLES.appeal);
    shop.deps.clock.move(80 * 3_600_000);
    expect(await problems({})).toMatchObject([{ code: 'open-case', case: _id }]);
  });
});

describe('time', () => {
  it('reminds, and ends a case of which nothing is shown', async () => {
    const { _id } = await opened({ evidence: [] });
    shop.deps.clock.move(24 * 3_600_000);
    await tick();
    await tick();
    shop.deps.clock.move(24 * 3_600_000);
    await tick();
    const events = shop.told().filter((line) => line.startsWith(_id));
    expect(events).toEqual([`${_id} submit_incomplete`, `${_id} remind_evidence`, `${_id} expire`]);
    expect((await moved(_id)).state).toBe('expired');
    expect((await opened()).state).toBe('in-review');
  });

  it('alarms the owner about a case that nobody decides on', async () => {
    const { _id } = await opened();
    shop.deps.clock.move(30 * 3_600_000);
    await tick();
    await tick();
    expect(shop.told().filter((line) => line === `${_id} alarm_review_waiting`)).toHaveLength(1);
  });
});

describe('forgetting a person', () => {
  it('takes words, pictures and account, and leaves amounts and decisions', async () => {
    const proof = await shop.files.put(new TextEncoder().encode('a receipt'), facts('image/jpeg'));
    const { _id } = await opened();
    const events = [
      ...REFUND.slice(0, 3),
      { type: 'pay_refund', proof },
      { type: 'note', text: 'Siti marah' },
    ] as const;
    await moved(_id, ...events);
    await shop.files.drop(photo, 'mail/1');
    await shop.files.drop(proof, 'mail/1');
    await cases.erasePerson('p-1', key('forget'));
    const after = await moved(_id);
    expect(after).toMatchObject({ state: 'completed', refund: { amount: 50_000 }, decision: { what: 'approved' } });
    const left = JSON.stringify(after);
    for (const gone of ['talinya', 'Siti', '1234567890', photo, proof]) expect(left).not.toContain(gone);
    expect(await shop.files.find(photo)).toBeUndefined();
    expect(await shop.files.find(proof)).toBeUndefined();
  });
});
