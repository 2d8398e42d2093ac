import { readDay } from '../../understanding/dates.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

/** A day of the calendar, kept as `2026-03-12`: `kemarin`, `tgl 12`, `12/3/2026`. */
export const date: Kind = dateIn('Asia/Jakarta');

/** The kind `date` as seen from a time zone. */
export function dateIn(zone: string): Kind {
  return {
    parse: ({ text }, { now }) => {
      const value = readDay(text, now, zone)?.day;
      if (value === undefined) return { type: 'failed', why: 'engine.salah-tanggal' };
      return { type: 'filled', value };
    },
    show: (value) => plainText(value).split('-').reverse().join('-'),
  };
}
