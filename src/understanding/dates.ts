import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { foldText } from '../core/text.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A day of the calendar as a person means it, `2026-03-12`, and the instant at which it begins where the shop is. */
export interface ReadDay {
  readonly day: string;
  readonly startsAt: Date;
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:hari ini|hr ini|today|skrg|sekarang|dina ini|saiki)$/, 0],
  [/^(?:kemarin|kemaren|kmrn|kmren|yesterday|wingi|kamari)$/, -1],
  [/^(?:besok|bsk|besuk|tomorrow|sesuk|isukan)$/, 1],
  [/^(?:lusa|day after tomorrow)$/, 2],
  [/^(?:kemarin lusa|kemaren lusa|kemarin dulu|day before yesterday)$/, -2],
  [/^(?:minggu lalu|seminggu lalu|seminggu yang lalu|last week|a week ago)$/, -7],
];
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'pebruari', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'agst', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];

/** Reads a day in words or figures (`kemarin`, `tgl 12`, `12/3/2026`, `3 hari lalu`), as seen from `now` in a time zone. */
export function readDay(text: string, now: Date, zone: string): ReadDay | undefined {
  const today = dayjs(now).tz(zone);
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:pada|dari|sejak|mulai|on|since)\s+/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), zone);
  const figures = /^(?:tgl|tanggal)?\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(plain);
  if (figures !== null) return dayOf(yearOf(figures[3], today), Number(figures[2]), Number(figures[1]), zone);
  return inWords(foldText(plain), today, zone);
}

function inWords(words: string, today: Dayjs, zone: string): ReadDay | undefined {
  const shift = RELATIVE.find(([pattern]) => pattern.test(words))?.[1] ?? daysAgo(words);
  if (shift !== undefined) return shown(today.add(shift, 'day'), zone);
  const named = /^(?:tgl |tanggal )?(\d{1,2}) ([a-z]+)(?: (\d{4}|\d{2}))?$/.exec(words);
  const month = named === null ? -1 : MONTHS.findIndex((names) => names.includes(named[2] ?? ''));
  if (named !== null && month !== -1) return dayOf(yearOf(named[3], today), month + 1, Number(named[1]), zone);
  const inMonth = /^(?:tgl|tanggal|tggl) (\d{1,2})$/.exec(words);
  return inMonth === null ? undefined : dayOf(today.year(), today.month() + 1, Number(inMonth[1]), zone);
}

function daysAgo(words: string): number | undefined {
  const ago = /^(\d{1,3}) (?:hari|hr|days?) (?:yang |yg )?(?:lalu|kemarin|ago)$/.exec(words);
  if (ago !== null) return -Number(ago[1]);
  const ahead = /^(\d{1,3}) (?:hari|hr|days?) lagi$/.exec(words);
  return ahead === null ? undefined : Number(ahead[1]);
}

const yearOf = (text: string | undefined, today: Dayjs): number =>
  text === undefined ? today.year() : text.length === 2 ? 2000 + Number(text) : Number(text);

function dayOf(year: number, month: number, date: number, zone: string): ReadDay | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const read = dayjs.utc(day);
  // dayjs rolls 31 February over into March; a person who writes it made a mistake.
  if (!read.isValid() || read.format('YYYY-MM-DD') !== day) return undefined;
  return { day, startsAt: dayjs.tz(day, zone).toDate() };
}

const shown = (moment: Dayjs, zone: string): ReadDay => {
  const day = moment.format('YYYY-MM-DD');
  return { day, startsAt: dayjs.tz(day, zone).toDate() };
};
