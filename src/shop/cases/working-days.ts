import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Days on which nobody works, as `2026-12-25`; Saturdays and Sundays are known. */
export type Holidays = ReadonlySet<string>;

/** Midnight, on the shop's wall, at the end of the n-th working day after the day of `from`. */
export function endOfWorkingDay(from: Date, n: number, holidays: Holidays, zone: string): Date {
  // Days are counted on the calendar alone, so that no change of the clock can make one of them longer.
  let day = dayjs.utc(dayjs(from).tz(zone).format('YYYY-MM-DD'));
  for (let left = n; left > 0; ) {
    day = day.add(1, 'day');
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return dayjs.tz(`${day.add(1, 'day').format('YYYY-MM-DD')}T00:00:00`, zone).toDate();
}

const isWorkingDay = (day: Dayjs, holidays: Holidays): boolean =>
  day.day() !== 0 && day.day() !== 6 && !holidays.has(day.format('YYYY-MM-DD'));
