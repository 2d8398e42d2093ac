import type { Language } from '../core/language.ts';

/** A moment for people, on the shop's clock: `Sen 23 Nov 10.00 WIB`. */
export function showTime(at: Date, zone: string, language: Language): string {
  const parts = partsOf(at, zone, language);
  const clock = `${parts('hour')}${language === 'id' ? '.' : ':'}${parts('minute')}`;
  return `${parts('weekday')} ${parts('day')} ${parts('month')} ${clock} ${zoneName(at, zone)}`;
}

/** A day for people: `Sen 23 Nov`. */
export function showDay(at: Date, zone: string, language: Language): string {
  const parts = partsOf(at, zone, language);
  return `${parts('weekday')} ${parts('day')} ${parts('month')}`;
}

/** How long something has been waiting, in its largest unit: `3 jam`, `2 hari`. */
export function showAge(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  const [count, unit] =
    minutes < 60
      ? [minutes, 0 as const]
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 1 as const]
        : [Math.floor(minutes / 1440), 2 as const];
  return language === 'id' ? `${count} ${UNITS.id[unit]}` : `${count} ${UNITS.en[unit]}${count === 1 ? '' : 's'}`;
}

const UNITS = { id: ['menit', 'jam', 'hari'], en: ['minute', 'hour', 'day'] } as const;

// Only the Indonesian locale knows the names WIB, WITA and WIT.
const zoneName = (at: Date, zone: string): string =>
  formatOf(`zone ${zone}`, () => new Intl.DateTimeFormat('id-ID', { timeZone: zone, timeZoneName: 'short' }))
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

function partsOf(at: Date, zone: string, language: Language): (type: Intl.DateTimeFormatPartTypes) => string {
  const format = formatOf(
    `${language} ${zone}`,
    () =>
      new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
        timeZone: zone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return (type) => parts.get(type) ?? '';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(name);
  const format = known ?? make();
  if (!known) formats.set(name, format);
  return format;
}
