import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../../src/shop/cases/load-policy.ts';
import { windowEnd } from '../../../../src/shop/cases/policy.ts';
import { outlookOf, verdictOf } from '../../../../src/shop/cases/verdict.ts';
import { endOfWorkingDay } from '../../../../src/shop/cases/working-days.ts';
import { aLine, anOrder, aParcel, PAID } from '../../../support/an-order.ts';
import { aCase, hours, NOON, PHOTO, POLICY, POLICY_FILE, POLICY_TEXT, RULES, VIDEO } from './a-case.ts';

const ZONE = 'Asia/Jakarta';
const wib = (text: string): Date => new Date(`${text}:00+07:00`);
const load = (text: string) => loadPolicy({ file: POLICY_FILE, text });

describe('working days', () => {
  it.each([
    ['a Monday', '2026-11-23T10:00', 2, '2026-11-26T00:00'],
    ['a Thursday over the week-end', '2026-11-26T10:00', 2, '2026-12-01T00:00'],
    ['a Friday night', '2026-11-27T23:59', 2, '2026-12-02T00:00'],
    ['a Saturday', '2026-11-28T08:00', 2, '2026-12-02T00:00'],
    ['a Sunday', '2026-11-29T08:00', 1, '2026-12-01T00:00'],
    ['before Christmas', '2026-12-22T12:00', 2, '2026-12-29T00:00'],
    ['the year end', '2026-12-30T12:00', 2, '2027-01-05T00:00'],
  ])('%s', (_, from, n, end) => {
    expect(endOfWorkingDay(wib(from), n, new Set(POLICY.holidays), ZONE)).toEqual(wib(end));
  });

  it.each([
    ['Asia/Jakarta', '2026-11-23T16:59:59Z', '2026-11-24T17:00:00Z'],
    ['Asia/Jakarta', '2026-11-23T17:00:00Z', '2026-11-25T17:00:00Z'],
    ['Asia/Makassar', '2026-11-23T16:00:00Z', '2026-11-25T16:00:00Z'],
    ['Asia/Jayapura', '2026-11-23T15:00:00Z', '2026-11-25T15:00:00Z'],
  ])('are those of the wall in %s at %s', (zone, from, end) => {
    expect(endOfWorkingDay(new Date(from), 1, new Set(), zone)).toEqual(new Date(end));
  });

  it('leave, whenever something arrives, at least that many whole working days', () => {
    const holidays = new Set(POLICY.holidays);
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 400 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 5 }), (after, n) => {
        const from = new Date(NOON.getTime() + after * 60_000);
        const end = endOfWorkingDay(from, n, holidays, ZONE);
        let whole = 0;
        for (let day = from.getTime() + 1; day < end.getTime(); day += 3_600_000) {
          const wall = new Date(day + 7 * 3_600_000);
          const free = [0, 6].includes(wall.getUTCDay()) || holidays.has(wall.toISOString().slice(0, 10));
          if (!free) whole += 1;
        }
        expect(whole).toBeGreaterThanOrEqual(n * 24);
        expect(end.getTime()).toBeGreaterThan(from.getTime());
      }),
      { numRuns: 100 },
    );
  });
});

describe('the window', () => {
  const goods = [{ sku: 'TAS-1', supplier: 'sup-1' }];
  const rulesWith = (changes: Partial<typeof POLICY>) => ({ policy: { ...POLICY, ...changes }, zone: ZONE });

  it.each([
    ['two working days where they are longer', 48, '2026-11-27T15:00', '2026-12-02T00:00'],
    ['the hours where they are longer', 168, '2026-11-23T10:00', '2026-11-30T10:00'],
  ])('is %s', (_, hoursOpen, arrived, end) => {
    const rules = rulesWith({ window: { hours: hoursOpen, working_days: 2 } });
    expect(windowEnd(rules, goods, wib(arrived))).toEqual(wib(end));
  });

  it('is longer for goods with a rule of their own, and for no others', () => {
    const rules = rulesWith({ exceptions: [{ sku: 'TAS-1', hours: 240, refuse: [], because: '' }] });
    expect(windowEnd(rules, goods, NOON)).toEqual(hours(240));
    expect(windowEnd(rules, [{ sku: 'TAS-2', supplier: 'sup-1' }], NOON)).toEqual(wib('2026-11-26T00:00'));
  });
});

describe('the verdict', () => {
  const came = (deliveredAt: Date) =>
    anOrder({ ...PAID, lines: [aLine('TAS-1')], parcels: [aParcel('delivered', { deliveredAt })] });
  const both = [
    { file: PHOTO, kind: 'photo' },
    { file: VIDEO, kind: 'video' },
  ] as const;

  it.each([
    [
      'in time with all that was asked for',
      NOON,
      both,
      { inWindow: true, evidenceComplete: true, missing: [] },
      ['in-window'],
    ],
    ['late, and still for the owner to judge', hours(-240), both, { inWindow: false, missing: [] }, ['late']],
    [
      'without a video',
      NOON,
      both.slice(0, 1),
      { evidenceComplete: false, missing: [] },
      ['in-window', 'video-missing'],
    ],
    ['with a video alone', NOON, both.slice(1), { evidenceComplete: true, missing: [] }, ['in-window']],
    ['with nothing', NOON, [], { missing: ['photo'] }, ['in-window', 'photo-missing', 'video-missing']],
    [
      'with a paper',
      NOON,
      [{ file: PHOTO, kind: 'document' } as const],
      { missing: ['photo'] },
      ['in-window', 'photo-missing', 'video-missing'],
    ],
  ])('%s', (_, deliveredAt, evidence, expected, findings) => {
    const verdict = verdictOf(aCase({ evidence }), came(deliveredAt), RULES, hours(1));
    expect(verdict).toMatchObject(expected);
    expect(verdict.findings).toEqual(findings);
  });

  it('counts from the day of the courier, not from the silence that closed the order', () => {
    const parcels = [aParcel('received', { deliveredAt: hours(-240), receivedAt: NOON })];
    expect(verdictOf(aCase(), anOrder({ ...PAID, parcels }), RULES, hours(1)).inWindow).toBe(false);
  });

  it('knows no window while nobody knows when the goods came', () => {
    const order = anOrder({ ...PAID, parcels: [aParcel('shipped')] });
    const verdict = verdictOf(aCase(), order, RULES, hours(1_000));
    expect(verdict).toMatchObject({ inWindow: true, findings: ['arrival-unknown', 'video-missing'] });
    expect(verdict.until).toBeUndefined();
  });

  it.each([
    ['a parcel on its way', anOrder({ ...PAID, parcels: [aParcel('shipped')] }), ['not-arrived']],
    ['a parcel that the courier delivered', came(NOON), ['courier-says-delivered', 'in-window']],
  ])('asks no photo of what did not come: %s', (_, order, findings) => {
    const verdict = verdictOf(aCase({ reason: 'tidak_sampai', wish: 'kirim_ulang', evidence: [] }), order, RULES, NOON);
    expect(verdict).toMatchObject({ missing: [], sendBack: false, pays: 'shop', findings });
  });

  it('lets the customer pay for a change of mind, and says so', () => {
    const verdict = verdictOf(aCase({ reason: 'berubah_pikiran', wish: 'tukar' }), came(NOON), RULES, NOON);
    expect(verdict).toMatchObject({ pays: 'customer', sendBack: true, findings: ['in-window', 'change-of-mind'] });
  });

  it('can be told before anything is said or shown', () => {
    const asked = { reason: 'rusak', skus: ['TAS-1', 'TAS-9'] } as const;
    expect(outlookOf(came(NOON), asked, RULES, hours(1))).toEqual(
      verdictOf(aCase({ wish: undefined, evidence: [] }), came(NOON), RULES, hours(1)),
    );
    expect(outlookOf(came(hours(-240)), asked, RULES, NOON)).toMatchObject({ inWindow: false, missing: ['photo'] });
  });

  it('leaves small things with the customer', () => {
    const lines = [{ sku: 'TAS-1', quantity: 3, name: 'Tas', price: 10_000, supplier: 'sup-1', parcel: 1 }];
    expect(verdictOf(aCase({ lines }), came(NOON), RULES, NOON).sendBack).toBe(false);
    expect(verdictOf(aCase(), came(NOON), RULES, NOON).sendBack).toBe(true);
  });

  it('says why goods are not taken back and that a wish is unusual, and leaves the decision to the owner', () => {
    const exceptions = [{ sku: 'TAS-1', refuse: ['rusak' as const], because: 'barang obral' }];
    const rules = { ...RULES, policy: { ...POLICY, exceptions } };
    const verdict = verdictOf(aCase({ wish: 'kirim_kekurangan' }), came(NOON), rules, NOON);
    expect(verdict).toMatchObject({ because: 'barang obral' });
    expect(verdict.findings).toEqual(['in-window', 'not-taken-back', 'remedy-unusual', 'video-missing']);
  });
});

describe('the file of the policy', () => {
  it.each([
    ['a window shorter than the custom', /hours: 48 .*/, 'hours: 24', 'at least 48'],
    ['fewer days than the law wants', /working_days: 2 .*/, 'working_days: 1', 'at least 2'],
    ['a day that is none', '"2026-12-25"', '"25 Desember"', 'a quoted day'],
    ['a misspelt limit', 'appeal_hours', 'apeal_hours', 'Unrecognized key'],
    ['a reason without a rule', /\n {2}cacat:[\s\S]*?(?=\n {2}kurang:)/, '', 'reasons.cacat'],
    ['an exception about nothing', 'exceptions: []', 'exceptions: [{ hours: 72 }]', 'a supplier or sku'],
  ])('is refused with its place for %s', (_, found, instead, right) => {
    const text = POLICY_TEXT.replace(found, instead);
    expect(text).not.toBe(POLICY_TEXT);
    const read = load(text);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.map((problem) => problem.right).join()).toContain(right);
    for (const { file, line, column } of read.error) {
      expect([file, line > 1, column > 0]).toEqual([POLICY_FILE, true, true]);
    }
  });

  it('says all that is wrong at once', () => {
    const read = load(POLICY_TEXT.replace('hours: 48 ', 'hours: 1 ').replace('over: 1000000', 'over: banyak'));
    expect(!read.ok && read.error).toHaveLength(2);
  });
});
