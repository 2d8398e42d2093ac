import { describe, expect, it } from 'vitest';
import { asChatId, asFileId } from '../../../../src/core/ids.ts';
import type { Case } from '../../../../src/shop/cases/case.ts';
import type { AnyEvent } from '../../../../src/shop/cases/event.ts';
import { type MoveAt, next } from '../../../../src/shop/cases/next.ts';
import {
  aCase,
  at,
  CODE,
  CUSTOMER,
  DESTINATION,
  hours,
  inState,
  OTHER_OWNER,
  OWNER,
  PHOTO,
  POLICY,
  RULES,
  SAMPLES,
  SUPPLIER,
  VIDEO,
  walked,
} from './a-case.ts';

const why = (one: Case, event: AnyEvent, changes: Partial<MoveAt> = {}): string => {
  const done = next(one, event, at(changes));
  return done.ok ? 'fine' : done.error.why;
};
const state = (one: Case, event: AnyEvent, changes: Partial<MoveAt> = {}): string => {
  const done = next(one, event, at(changes));
  return done.ok ? done.value.case.state : done.error.why;
};
const kinds = (owes: readonly { kind: string }[]): string[] => owes.map(({ kind }) => kind).toSorted();
const LINES = aCase().lines.map((line) => ({ ...line, price: 1_500_000 }));

describe('who may do what', () => {
  const OWNERS_ALONE = ['ask_evidence', 'approve', 'reject', 'settle'] as const;
  it.each(OWNERS_ALONE)('%s is for the owner alone', (event) => {
    expect(why(aCase(), SAMPLES[event])).toBe('fine');
    for (const by of [CUSTOMER, SUPPLIER]) expect(why(aCase(), SAMPLES[event], { by })).toBe('owner-only');
  });

  it.each([
    ['waive_return', 'sent-back', 'owner-only', 'owner-only'],
    ['arrive', 'sent-back', 'owner-only', 'fine'],
    ['inspect', 'arrived', 'owner-only', 'fine'],
    ['resolve', 'inspected', 'owner-only', 'owner-only'],
    ['pay_refund', 'resolving', 'owner-only', 'owner-only'],
    ['change_remedy', 'resolving', 'owner-only', 'owner-only'],
    ['send_back', 'awaiting-return', 'fine', 'fine'],
    ['receive', 'replacement-sent', 'fine', 'customer-only'],
    ['appeal', 'rejected', 'fine', 'customer-only'],
    ['cancel', 'in-review', 'fine', 'owner-only'],
  ] as const)('%s: customer and supplier', (event, from, customer, supplier) => {
    expect(why(inState(from), SAMPLES[event], { by: CUSTOMER })).toBe(customer);
    expect(why(inState(from), SAMPLES[event], { by: SUPPLIER })).toBe(supplier);
  });

  it.each(['reject', 'settle', 'ask_evidence'] as const)('%s never goes without a reason', (type) => {
    expect(why(aCase(), { type, reason: '  ' })).toBe('reason-missing');
  });
});

describe('a decision', () => {
  it.each([
    ['wants the goods back where the rules do', 'refund_penuh', {}, 'awaiting-return'],
    ['lets them be where the owner says so', 'refund_penuh', { sendBack: false }, 'resolving'],
    ['wants nothing back for what was missing', 'kirim_kekurangan', {}, 'resolving'],
    ['wants it back where only the owner says so', 'kirim_ulang', { sendBack: true }, 'awaiting-return'],
  ] as const)('%s', (_, remedy, how, to) => {
    expect(state(aCase(), { type: 'approve', remedy, ...how })).toBe(to);
  });

  it.each([
    ['what the goods cost', { remedy: 'refund_penuh' }, 50_000],
    ['what the owner says', { remedy: 'refund_penuh', amount: 68_000 }, 68_000],
    ['a part', { remedy: 'refund_sebagian', amount: 20_000 }, 20_000],
    ['nothing for an exchange', { remedy: 'tukar', amount: 20_000 }, undefined],
  ] as const)('gives back %s', (_, how, amount) => {
    const { case: after } = walked(aCase(), [{ type: 'approve', ...how }, { refundable: 70_000 }]);
    expect(after.refund?.amount).toBe(amount);
  });

  it.each([
    ['a part without an amount', { remedy: 'refund_sebagian' }, 'amount-missing'],
    ['a fraction', { remedy: 'refund_sebagian', amount: 1.5 }, 'amount-missing'],
    ['nothing', { remedy: 'refund_sebagian', amount: 0 }, 'amount-missing'],
    ['more than was paid', { remedy: 'refund_penuh' }, 'too-much'],
  ] as const)('is refused for %s', (_, how, expected) => {
    const done = next(aCase(), { type: 'approve', ...how }, at({ refundable: 49_999 }));
    expect(done).toMatchObject({ ok: false, error: { why: expected } });
    if (expected === 'too-much') expect(done).toMatchObject({ error: { most: 49_999 } });
  });

  it.each(['approve', 'reject', 'settle', 'ask_evidence'] as const)(
    'tells whoever comes second with %s who decided what, and when',
    (event) => {
      const { case: decided } = walked(aCase(), SAMPLES.reject);
      const done = next(decided, SAMPLES[event], at({ by: OTHER_OWNER }));
      const first = { what: 'rejected', by: OWNER, at: decided.decision?.at };
      expect(done).toMatchObject({ ok: false, error: { why: 'already-decided', decided: first } });
    },
  );
});

describe('a refund above the limit', () => {
  const big = aCase({ lines: LINES });
  const byTwo = { ...RULES, policy: { ...POLICY, second_approval: { over: 1_000_000, by_another_person: true } } };

  it('is agreed to twice, and only then goes on', () => {
    const first = walked(big, SAMPLES.approve);
    expect([first.case.state, first.case.history.at(-1)?.event]).toEqual(['awaiting-second', 'approve_first']);
    const second = walked(first.case, SAMPLES.approve_second);
    expect(second.case).toMatchObject({ state: 'awaiting-return', decision: { second: { by: OWNER } } });
    expect(second.case.history.at(-1)?.event).toBe('approve_return');
  });

  it('wants another person where the shop says so', () => {
    const { case: waits } = walked(big, [SAMPLES.approve, { rules: byTwo }]);
    expect(why(waits, SAMPLES.approve_second, { rules: byTwo })).toBe('same-person');
    expect(state(waits, SAMPLES.approve_second, { rules: byTwo, by: OTHER_OWNER })).toBe('awaiting-return');
    expect(state(waits, SAMPLES.reject, { by: OTHER_OWNER })).toBe('rejected');
  });

  it.each([
    ['at the limit', { remedy: 'refund_sebagian', amount: 1_000_000 }, 'awaiting-return'],
    ['one rupiah above it', { remedy: 'refund_sebagian', amount: 1_000_001 }, 'awaiting-second'],
    ['goods worth more', { remedy: 'tukar' }, 'awaiting-return'],
  ] as const)('%s', (_, how, to) => {
    expect(state(big, { type: 'approve', ...how })).toBe(to);
  });

  it('cannot be come to by a detour over an exchange, and is not asked for again for less', () => {
    const { case: exchange } = walked(big, { type: 'approve', remedy: 'tukar', sendBack: false });
    const money = { type: 'change_remedy', remedy: 'refund_penuh', reason: 'habis' } as const;
    const { case: waits } = walked(exchange, money);
    expect(waits.state).toBe('awaiting-second');
    const { case: agreed } = walked(waits, SAMPLES.approve_second);
    expect(agreed.state).toBe('resolving');
    expect(state(agreed, { ...money, remedy: 'refund_sebagian', amount: 1_200_000 })).toBe('resolving');
    expect(state(agreed, { ...money, amount: 1_600_000 })).toBe('awaiting-second');
  });
});

describe('evidence', () => {
  const waits = inState('awaiting-evidence');
  it('brings a waiting case to the owner as soon as it is enough', () => {
    const { case: after } = walked(waits, { type: 'add_evidence', files: [PHOTO, PHOTO], words: 'ini fotonya' });
    expect(after).toMatchObject({ state: 'in-review', evidence: [{ file: PHOTO, kind: 'photo' }] });
    expect(after.words).toBe('talinya putus\nini fotonya');
    expect(after.verdict).toMatchObject({ missing: [], evidenceComplete: false });
  });

  it('is refused when the file is gone', () => {
    expect(why(waits, { type: 'add_evidence', files: [asFileId('c'.repeat(64))] })).toBe('no-files');
  });

  it('may be less than was asked for, but not nothing', () => {
    expect(why(waits, SAMPLES.review, { by: CUSTOMER })).toBe('no-files');
    expect(state(waits, SAMPLES.review)).toBe('in-review');
    const some = inState('awaiting-evidence', { evidence: [{ file: VIDEO, kind: 'document' }] });
    expect(state(some, SAMPLES.review, { by: CUSTOMER })).toBe('in-review');
    expect(why(some, SAMPLES.expire, { now: hours(100) })).toBe('not-now');
  });

  it.each([
    ['awaiting-evidence', 47, 'too-early'],
    ['awaiting-evidence', 48, 'fine'],
    ['awaiting-return', 83, 'too-early'],
    ['awaiting-return', 84, 'fine'],
  ] as const)('is waited for only so long: %s after %i hours', (from, after, expected) => {
    expect(why(inState(from), SAMPLES.expire, { now: hours(after) })).toBe(expected);
  });
});

describe('money', () => {
  const ready = inState('resolving', { destination: undefined });

  it('goes only where the customer said that it shall go', () => {
    expect(why(ready, SAMPLES.pay_refund)).toBe('destination-missing');
    const { case: given } = walked(ready, { ...SAMPLES.give_destination, number: '1234-567 890' });
    expect(given.destination).toEqual(DESTINATION);
    expect(why(given, SAMPLES.pay_refund)).toBe('destination-not-confirmed');
    const { case: sure } = walked(given, [SAMPLES.confirm_destination, { by: CUSTOMER }]);
    expect(why(sure, SAMPLES.pay_refund)).toBe('fine');
    const { case: other } = walked(sure, { ...SAMPLES.give_destination, number: '99999' });
    expect(why(other, SAMPLES.pay_refund)).toBe('destination-not-confirmed');
    expect(why(other, SAMPLES.confirm_destination, { by: CUSTOMER })).toBe('destination-changed');
  });

  it('is confirmed by nobody else, except for a customer without a chat', () => {
    const { case: given } = walked({ ...ready, chat: asChatId('a/b/c') }, SAMPLES.give_destination);
    expect(why(given, SAMPLES.confirm_destination)).toBe('customer-only');
    expect(why({ ...given, chat: undefined }, SAMPLES.confirm_destination)).toBe('fine');
    const byOwner = walked(ready, { ...SAMPLES.give_destination, confirmed: true });
    expect(byOwner.case.destination?.confirmedAt).toBeUndefined();
    const own = walked(ready, [{ ...SAMPLES.give_destination, confirmed: true }, { by: CUSTOMER }]);
    expect(own.case.destination?.confirmedAt).toBeDefined();
  });

  it.each([
    ['1234', 'BCA', 'Siti'],
    ['rek 12345', 'BCA', 'Siti'],
    ['12345', ' ', 'Siti'],
    ['12345', 'BCA', ''],
  ])('does not go to %j %j %j', (number, bank, holder) => {
    expect(why(ready, { type: 'give_destination', number, bank, holder })).toBe('bad-account');
  });

  it('is what the order gave back, and closes the case', () => {
    const { case: after, owes } = walked(inState('resolving'), [
      { type: 'pay_refund', proof: PHOTO },
      { refunded: 50_000 },
    ]);
    expect(after).toMatchObject({ state: 'completed', refund: { amount: 50_000, proof: PHOTO } });
    expect(kinds(owes)).toEqual(['claim', 'notice', 'order']);
    expect(why(after, SAMPLES.pay_refund)).toBe('not-now');
  });

  it('is not paid for an exchange, nor an exchange sent for money', () => {
    const exchange = inState('resolving', { decision: undefined, refund: undefined });
    expect(why(exchange, SAMPLES.pay_refund)).toBe('not-a-refund');
    expect(why(inState('resolving'), SAMPLES.ship_replacement)).toBe('not-a-replacement');
  });

  it('leaves no account number in what is told', () => {
    const { case: after, owes } = walked(ready, [{ ...SAMPLES.give_destination }, { by: CUSTOMER }]);
    expect(JSON.stringify([after.history, owes])).not.toContain(DESTINATION.number);
  });
});

describe('goods on their way back', () => {
  it('are looked at, and found fit go straight on', () => {
    const { case: after } = walked(inState('awaiting-return'), SAMPLES.send_back, SAMPLES.arrive, SAMPLES.inspect);
    expect(after).toMatchObject({ state: 'resolving', sendBack: { sent: { resi: 'JX0987654321' } } });
  });

  it('found unfit wait for the owner, who may give less or nothing', () => {
    expect(why(inState('arrived'), { type: 'inspect', fit: false, note: '' })).toBe('reason-missing');
    const { case: unfit } = walked(inState('arrived'), { type: 'inspect', fit: false, note: 'kotor' });
    expect(unfit.state).toBe('inspected');
    expect(walked(unfit, { ...SAMPLES.resolve, amount: 30_000 }).case).toMatchObject({
      state: 'resolving',
      refund: { amount: 30_000 },
    });
    expect(why(unfit, { ...SAMPLES.resolve, amount: 60_000 })).toBe('too-much');
    expect(state(unfit, SAMPLES.reject)).toBe('rejected');
  });

  it('cannot be called back by the customer', () => {
    expect(why(inState('sent-back'), { type: 'cancel' }, { by: CUSTOMER })).toBe('not-now');
    const fit = walked(inState('arrived'), SAMPLES.inspect).case;
    expect(why(fit, { type: 'cancel' }, { by: CUSTOMER })).toBe('sent-back');
    expect(state(inState('resolving'), { type: 'cancel' }, { by: CUSTOMER })).toBe('cancelled');
  });

  it.each([['123'], ['ABCDEFGHIJ'], ['']])('have no resi like %j', (resi) => {
    expect(why(inState('awaiting-return'), { ...SAMPLES.send_back, resi })).toBe('resi-not-readable');
    const exchange = inState('replacement-sent');
    expect(why(exchange, { ...SAMPLES.ship_replacement, resi })).toBe('resi-not-readable');
  });

  it('told twice with the same resi move nothing', () => {
    const again = next(inState('sent-back'), { type: 'send_back', courier: 'jne', resi: 'JX 1234567890' }, at());
    expect(again).toMatchObject({ ok: true, value: { type: 'unchanged', owes: [] } });
  });
});

describe('an appeal', () => {
  const rejected = inState('rejected');

  it('is heard once, in time, with words', () => {
    expect(why(rejected, { type: 'appeal', words: ' ' }, { by: CUSTOMER })).toBe('reason-missing');
    expect(why(rejected, SAMPLES.appeal, { by: CUSTOMER, now: hours(72) })).toBe('appeal-too-late');
    const { case: heard } = walked(rejected, [SAMPLES.appeal, { by: CUSTOMER, now: hours(71) }]);
    expect(heard).toMatchObject({ state: 'in-review', appealed: { words: 'belum saya pakai' } });
    expect([heard.decision, heard.closedAt]).toEqual([undefined, undefined]);
    const { case: again } = walked(heard, SAMPLES.reject);
    expect(why(again, SAMPLES.appeal, { by: CUSTOMER })).toBe('appealed-before');
  });

  it('keeps the lines of a rejected case until it is too late for one, and not longer', () => {
    const { owes } = walked(aCase(), SAMPLES.reject);
    const claim = { id: `case/${rejected.order}/TAS-1`, by: CODE };
    expect(owes.find(({ kind }) => kind === 'claim')?.body).toEqual({ ...claim, until: hours(72).toISOString() });
    const second = walked(aCase({ appealed: { at: hours(1), words: 'x' } }), SAMPLES.reject);
    expect(second.owes.find(({ kind }) => kind === 'claim')?.body).toEqual(claim);
  });

  it('does not want goods back that came back before', () => {
    const unfit = walked(inState('inspected'), SAMPLES.reject, SAMPLES.appeal).case;
    expect(state(unfit, SAMPLES.approve)).toBe('resolving');
  });
});

describe('the twin at the supplier', () => {
  it('goes its own way and never holds up the customer', () => {
    const asked = walked(aCase(), SAMPLES.supplier_claim);
    expect([asked.case.state, asked.case.history.at(-1)?.event]).toEqual(['in-review', 'supplier_asked']);
    const answer = { type: 'supplier_claim', supplier: 'sup-1', state: 'credited', amount: 35_000 } as const;
    const answered = walked(inState('completed', { supplierClaims: asked.case.supplierClaims }), [
      answer,
      { by: SUPPLIER },
    ]);
    expect(answered.case.supplierClaims).toMatchObject([{ supplier: 'sup-1', state: 'credited', amount: 35_000 }]);
    expect(answered.case.history.at(-1)?.event).toBe('supplier_answered');
  });

  it('is with a supplier of the lines, asked by the owner, answered by no customer', () => {
    expect(why(aCase(), { ...SAMPLES.supplier_claim, supplier: 'sup-9' })).toBe('no-such-supplier');
    expect(why(aCase(), SAMPLES.supplier_claim, { by: SUPPLIER })).toBe('owner-only');
    expect(why(aCase(), { ...SAMPLES.supplier_claim, state: 'refused' }, { by: CUSTOMER })).toBe('owner-only');
  });
});
