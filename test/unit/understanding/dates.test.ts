import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/understanding/dates.ts';

// 18:30 UTC on 4 March is already 5 March in Jakarta, and 03:30 in Jayapura.
const now = new Date('2026-03-04T18:30:00Z');

describe('readDay', () => {
  it.each([
    ['hari ini', '2026-03-05'],
    ['kemarin', '2026-03-04'],
    ['kmrn', '2026-03-04'],
    ['besok', '2026-03-06'],
    ['bsk', '2026-03-06'],
    ['lusa', '2026-03-07'],
    ['3 hari lalu', '2026-03-02'],
    ['tgl 12', '2026-03-12'],
    ['tanggal 1', '2026-03-01'],
    ['12/3/2026', '2026-03-12'],
    ['12-03-26', '2026-03-12'],
    ['12/3', '2026-03-12'],
    ['12 maret', '2026-03-12'],
    ['17 Agustus 2025', '2025-08-17'],
    ['2026-01-31', '2026-01-31'],
    ['sejak 1 jan', '2026-01-01'],
  ])('reads %s', (text, day) => {
    expect(readDay(text, now, 'Asia/Jakarta')?.day).toBe(day);
  });

  it.each(['', 'nanti', '31/2/2026', 'tgl 32', '12', '13/13/2026', 'maret', 'seninan'])('is not sure of %j', (text) => {
    expect(readDay(text, now, 'Asia/Jakarta')).toBeUndefined();
  });

  it('begins a day at midnight where the shop is', () => {
    expect(readDay('hari ini', now, 'Asia/Jakarta')?.startsAt.toISOString()).toBe('2026-03-04T17:00:00.000Z');
    expect(readDay('hari ini', now, 'Asia/Jayapura')?.startsAt.toISOString()).toBe('2026-03-04T15:00:00.000Z');
    expect(readDay('hari ini', now, 'UTC')?.day).toBe('2026-03-04');
  });
});
