import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asChatId, asKey, type Code, readCode } from '../../../../src/core/ids.ts';
import { acceptMoney } from '../../../../src/desks/owner/actions/accept-money.ts';
import { cancelOrder } from '../../../../src/desks/owner/actions/cancel-order.ts';
import { extendDeadline } from '../../../../src/desks/owner/actions/extend-deadline.ts';
import { handOver } from '../../../../src/desks/owner/actions/hand-over.ts';
import { noteOrder } from '../../../../src/desks/owner/actions/note-order.ts';
import { refundOrder } from '../../../../src/desks/owner/actions/refund-order.ts';
import { rejectMoney } from '../../../../src/desks/owner/actions/reject-money.ts';
import { waiveRest } from '../../../../src/desks/owner/actions/waive-rest.ts';
import type { OwnerDeps } from '../../../../src/desks/owner/deps.ts';
import { forOwner } from '../../../../src/desks/owner/for-owner.ts';
import { remembered } from '../../../../src/desks/owner/remembered.ts';
import type { Action, At } from '../../../../src/dialogue/action.ts';
import { houseTexts, noticeHouse } from '../../../support/notice-house.ts';
import { openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let core: ShopCore;
let deps: OwnerDeps;
let order: Code;

beforeEach(async () => {
  core = await openShopCore();
  const nothing = {
    find: () => Promise.resolve(undefined),
    named: () => Promise.resolve([]),
    ofOrder: () => Promise.resolve([]),
    known: () => undefined,
    roleOf: () => undefined,
    chatsOf: () => [],
    order: () => Promise.resolve(undefined),
    payment: () => Promise.resolve(undefined),
  };
  // Only the rooms of money and orders are real here; the others have nothing to say.
  deps = {
    ...core,
    house: { ...noticeHouse(), texts: houseTexts('owner', 'status', 'card').texts },
    acts: core.deps.acts,
    purchases: nothing,
    calls: nothing,
    suppliers: nothing,
    staff: nothing,
    cards: nothing,
  } as unknown as OwnerDeps;
  await core.addProduct({ sku: 'TAS-1' });
  order = (await core.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] }))._id;
});
afterEach(() => core.deps.close());

const at = (key: string, who: At['who'] = { desk: 'owner', id: 'rina', role: 'owner' }): At => ({
  key: asKey(key),
  chat: asChatId('telegram/1/rina'),
  who,
  language: 'id',
  now: core.deps.clock.now(),
});
const take = (key: string) => acceptMoney(deps).run({ kode: order }, at(key));

/** Each act of the desk, ready to be called on the order of this test, with what must be so before. */
const ACTS: readonly [string, () => Promise<unknown>, () => [Action, object]][] = [
  ['takes money', async () => undefined, () => [acceptMoney(deps), { kode: order }]],
  ['gives more time', async () => undefined, () => [extendDeadline(deps), { kode: order, jam: 24 }]],
  ['lets off the rest', async () => undefined, () => [waiveRest(deps), { kode: order, alasan: 'pelanggan lama' }]],
  ['cancels', async () => undefined, () => [cancelOrder(deps), { kode: order, alasan: 'habis' }]],
  ['notes', async () => undefined, () => [noteOrder(deps), { kode: order, kata: 'minta cepat' }]],
  ['hands over', () => take('before'), () => [handOver(deps), { kode: order }]],
  ['hands over all the same', async () => undefined, () => [handOver(deps), { kode: order, alasan: 'kenal orangnya' }]],
  [
    'gives money back',
    () => take('before'),
    () => [refundOrder(deps), { kode: order, jumlah: 5_000, alasan: 'lebih' }],
  ],
  ['refuses what is not there', async () => undefined, () => [rejectMoney(deps), { kode: order, alasan: 'x' }]],
];

it.each(ACTS)(
  'who %s does it once and hears the same, called twice at once and once more later',
  async (_, begin, make) => {
    await begin();
    const call = async () => {
      const [action, given] = make();
      return remembered(deps.acts, action).run(action.input.parse(given), at('m1'));
    };
    const [first, second] = await Promise.all([call(), call()]);
    const after = await core.order(order);
    expect(second).toEqual(first);
    expect(await call()).toEqual(first);
    expect(await core.order(order)).toEqual(after);
    const keys = after.history.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  },
);

describe('two owners at once', () => {
  it('take a payment once, and the second hears who did and when', async () => {
    const claim = await core.payments.claim(
      { orders: [order], evidence: [], customer: 'p-1' },
      { key: asKey('claim'), by: { desk: 'customer' } },
    );
    if (claim.type === 'nothing-to-pay') throw new Error('no claim');
    const kode = claim.payment._id;
    const both = await Promise.all(['m1', 'm2'].map((key) => acceptMoney(deps).run({ kode }, at(key))));
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'refused']);
    const told = both.find(({ outcome }) => outcome === 'refused')?.lines?.[0];
    expect(told).toMatchObject({ text: 'owner.keputusan-approved', with: { siapa: 'Pemilik' } });
    expect((await core.order(order)).allotments).toHaveLength(1);
  });

  it('see the card anew when another picture came after theirs was shown', async () => {
    const pay = { orders: [order], customer: 'p-1' };
    const by = { desk: 'customer' } as const;
    const file = await core.files.put(new Uint8Array([1]), { mime: 'image/jpeg', name: 'a', about: ['mail/1'] });
    const more = await core.files.put(new Uint8Array([2]), { mime: 'image/jpeg', name: 'b', about: ['mail/2'] });
    const claim = await core.payments.claim({ ...pay, evidence: [file] }, { key: asKey('claim-1'), by });
    if (claim.type === 'nothing-to-pay') throw new Error('no claim');
    const seen = claim.payment.rev;
    await core.payments.claim({ ...pay, evidence: [more] }, { key: asKey('claim-2'), by });
    const kode = claim.payment._id;
    const tapped = await acceptMoney(deps).run({ kode, rev: seen }, at('m1'));
    expect(tapped).toMatchObject({ outcome: 'refused', lines: [{ text: 'owner.sudah-berubah' }] });
    const newest = (await core.payments.find(kode))?.rev;
    expect((await acceptMoney(deps).run({ kode, rev: newest }, at('m2'))).outcome).toBe('accepted');
  });
});

describe('what only the owner may do', () => {
  it('is refused to staff, and nothing is done', async () => {
    await take('before');
    const refund = forOwner(refundOrder(deps));
    const staff = at('m1', { desk: 'owner', id: 'joko', role: 'staff' });
    const done = await refund.run({ kode: order, jumlah: 1_000, alasan: 'lebih' }, staff);
    expect(done.outcome).toBe('not-allowed');
    expect((await core.order(order)).refunds).toEqual([]);
  });
});

describe('the gate', () => {
  it('keeps an unpaid order from its supplier, and says what is missing', async () => {
    const said = await handOver(deps).run({ kode: order }, at('m1'));
    expect(said.outcome).toBe('gate');
    expect(said.lines?.[0]?.with?.kurang).toContain('belum lunas');
    expect((await core.order(order)).parcels[0]?.state).toBe('waiting');
  });

  it('opens only with a reason, which stays in the history', async () => {
    await handOver(deps).run({ kode: order, alasan: 'kenal orangnya' }, at('m1'));
    const after = await core.order(order);
    expect(after.parcels[0]?.state).toBe('handed-over');
    expect(after.history.find(({ event }) => event === 'override_gate')).toMatchObject({
      reason: 'kenal orangnya',
      by: { desk: 'owner', name: 'Pemilik' },
    });
  });
});

it('a code of nobody is told so', async () => {
  const stranger = readCode('222222');
  const said = await cancelOrder(deps).run({ kode: stranger ?? '', alasan: 'x' }, at('m1'));
  expect(said).toMatchObject({ outcome: 'refused', lines: [{ text: 'owner.tidak-ada-kode' }] });
});
