import { CommandError, refused } from '../errors.ts';

/** A moment as a calendar and a clock in a time zone show it. */
export interface CalendarParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1 is Sunday. */
  readonly weekday: number;
}

/** The parts of a moment in a zone: `UTC`, an offset such as `+07:00`, or a name such as `Asia/Jakarta`. */
export function partsOf(date: Date, zone: string): CalendarParts {
  const there = new Date(date.getTime() + offsetMs(date, zone));
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
    millisecond: there.getUTCMilliseconds(),
    weekday: there.getUTCDay() + 1,
  };
}

/** Writes a moment by a pattern such as `%Y-%m-%d`. */
export function write(date: Date, pattern: string, zone: string): string {
  const parts = partsOf(date, zone);
  return pattern.replace(/%(.)/g, (_, letter: string) => piece(letter, parts, date, zone));
}

function piece(letter: string, parts: CalendarParts, date: Date, zone: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (letter) {
    case 'Y':
      return String(parts.year).padStart(4, '0');
    case 'm':
      return two(parts.month);
    case 'd':
      return two(parts.day);
    case 'H':
      return two(parts.hour);
    case 'M':
      return two(parts.minute);
    case 'S':
      return two(parts.second);
    case 'L':
      return String(parts.millisecond).padStart(3, '0');
    case 'w':
      return String(parts.weekday);
    case 'z': {
      const minutes = Math.round(offsetMs(date, zone) / 60_000);
      const size = Math.abs(minutes);
      return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
    }
    case '%':
      return '%';
    default:
      throw refused(`the date format %${letter}`);
  }
}

function offsetMs(date: Date, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const shown = Object.fromEntries(
    formatOf(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const seconds = Math.floor(date.getTime() / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new CommandError('BadValue', `unrecognized time zone identifier: ${zone}`, { cause: String(cause) });
  }
}
