import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLate,
  rankWork,
  WORK_KINDS,
  type WorkItem,
  type WorkKind,
} from '../../../../src/desks/owner/work/work-item.ts';

const NOW = new Date('2026-11-23T05:00:00Z');
const HOUR = 3_600_000;

const item = (kind: WorkKind, waitedHours: number, limitHours: number, code = kind): WorkItem => ({
  kind,
  code,
  what: '',
  since: new Date(NOW.getTime() - waitedHours * HOUR),
  limitMs: limitHours * HOUR,
});
const order = (...items: WorkItem[]): string[] => rankWork(items, NOW).map(({ code }) => code);

describe('what waits for a person', () => {
  it('goes by how late it is against its own limit, not by how long it waited', () => {
    expect(order(item('late-parcel', 130, 120), item('proof', 8, 1))).toEqual(['proof', 'late-parcel']);
  });

  it('puts money first among what is equally late', () => {
    expect(order(item('forward', 3, 2), item('proof', 1.4, 1), item('person', 3, 2))).toEqual([
      'proof',
      'person',
      'forward',
    ]);
  });

  it('puts what waited longest first among its own kind', () => {
    expect(order(item('proof', 1, 4, 'new' as WorkKind), item('proof', 2, 4, 'old' as WorkKind))).toEqual([
      'old',
      'new',
    ]);
  });

  it('is late at once where it should not wait at all, and not infinitely so', () => {
    const [fresh] = rankWork([item('sold-out', 0.1, 0)], NOW);
    const [old] = rankWork([item('sold-out', 5, 0)], NOW);
    expect(fresh && isLate(fresh)).toBe(false);
    expect(old && isLate(old)).toBe(true);
    expect(order(item('sold-out', 0.5, 0), item('proof', 50, 1))).toEqual(['proof', 'sold-out']);
  });

  it('loses nothing, repeats nothing, and does not depend on the order it was found in', () => {
    const anItem = fc
      .tuple(
        fc.constantFrom(...WORK_KINDS),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 200 }),
        fc.string(),
      )
      .map(([kind, waited, limit, code]) => item(kind, waited, limit, code as WorkKind));
    fc.assert(
      fc.property(fc.uniqueArray(anItem, { selector: ({ code }) => code, maxLength: 12 }), (items) => {
        const ranked = order(...items);
        expect(ranked.toSorted()).toEqual(items.map(({ code }) => code).toSorted());
        expect(order(...items.toReversed())).toEqual(ranked);
      }),
    );
  });
});
