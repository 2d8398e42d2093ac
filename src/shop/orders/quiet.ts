import type { OrderSop } from './sop.ts';

/** The moment itself, or the end of the quiet hours it falls into, by the clock on the shop's wall. */
export function outOfQuiet(at: Date, quiet: OrderSop['quiet']): Date {
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  if (from === to) return at;
  const now = wallMinutes(at, quiet.zone);
  const inside = from < to ? now >= from && now < to : now >= from || now < to;
  if (!inside) return at;
  const wait = (to - now + DAY_MINUTES) % DAY_MINUTES;
  const whole = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(whole + wait * MINUTE_MS);
}

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallMinutes(at: Date, zone: string): number {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  if (!known) formats.set(zone, format);
  return minutesOf(format.format(at));
}
