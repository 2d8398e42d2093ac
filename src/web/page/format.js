// @ts-check
import { ahead, timezone } from './store.js';

/** Kept, since making one costs far more than using it. @type {Map<string, Intl.DateTimeFormat>} */
const kept = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function formatOf(options) {
  const key = JSON.stringify([timezone.value, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat('id-ID', { timeZone: timezone.value, ...options });
  kept.set(key, format);
  return format;
}

/** `09.12` @param {Date} at */
export const timeOf = (at) => formatOf({ hour: '2-digit', minute: '2-digit' }).format(at);

/** A day in the shop's zone, to compare days by. @param {Date} at */
export const dayOf = (at) => formatOf({ year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** `Hari ini`, `Kemarin`, `Sab, 21 Nov 2026` @param {Date} at */
export function dayNameOf(at) {
  const now = Date.now() + ahead.value;
  if (dayOf(at) === dayOf(new Date(now))) return 'Hari ini';
  if (dayOf(at) === dayOf(new Date(now - 86_400_000))) return 'Kemarin';
  return formatOf({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** `Sab 21 Nov 2026` @param {Date} at */
export const dateOf = (at) =>
  formatOf({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at).replace(',', '');

/** `WIB` @param {Date} at */
export const zoneOf = (at) =>
  formatOf({ timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** `09.12` today, `Kemarin` or `21 Nov` before. @param {Date} at */
export function shortOf(at) {
  const day = dayNameOf(at);
  if (day === 'Hari ini') return timeOf(at);
  return day === 'Kemarin' ? day : formatOf({ day: 'numeric', month: 'short' }).format(at);
}

/** `Rp150.347` @param {number} amount */
export const rupiah = (amount) => `Rp${Math.round(amount).toLocaleString('id-ID')}`;

/** `48 kB` @param {number} bytes */
export const sizeOf = (bytes) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

/** `SW` @param {string} name */
export const initialsOf = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
