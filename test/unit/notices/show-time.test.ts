import { describe, expect, it } from 'vitest';
import { showAge, showDay, showTime } from '../../../src/notices/show-time.ts';

const at = new Date('2026-11-23T03:05:00Z');

describe('times for people', () => {
  it.each([
    ['Asia/Jakarta', 'id', 'Sen 23 Nov 10.05 WIB'],
    ['Asia/Makassar', 'id', 'Sen 23 Nov 11.05 WITA'],
    ['Asia/Jayapura', 'id', 'Sen 23 Nov 12.05 WIT'],
    ['Asia/Jakarta', 'en', 'Mon 23 Nov 10:05 WIB'],
  ] as const)('are on the clock of %s in %s', (zone, language, shown) => {
    expect(showTime(at, zone, language)).toBe(shown);
  });

  it('are a day where no hour matters', () => {
    expect(showDay(at, 'Asia/Jakarta', 'id')).toBe('Sen 23 Nov');
  });

  it.each([
    [30_000, '1 menit'],
    [59 * 60_000, '59 menit'],
    [90 * 60_000, '1 jam'],
    [47 * 3_600_000, '47 jam'],
    [73 * 3_600_000, '3 hari'],
  ])('show how long %d ms are', (ms, shown) => {
    expect(showAge(ms, 'id')).toBe(shown);
  });
});
