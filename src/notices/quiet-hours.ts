import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

export interface QuietHours {
  /** `21:00` */
  readonly from: string;
  /** `07:00`, usually of the next day */
  readonly to: string;
  readonly zone: string;
}

/** The next moment at which a person may be disturbed: now, or the end of the quiet hours. Pure. */
export function afterQuiet(now: Date, quiet: QuietHours): Date {
  const local = dayjs(now).tz(quiet.zone);
  const minutes = local.hour() * 60 + local.minute();
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  const isQuiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  if (!isQuiet || from === to) return now;
  const day = minutes < to ? local : local.add(1, 'day');
  return dayjs.tz(`${day.format('YYYY-MM-DD')}T${quiet.to}:00`, quiet.zone).toDate();
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
