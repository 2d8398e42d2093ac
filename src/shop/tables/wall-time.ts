/** What a clock on a wall in a zone shows. */
export interface WallTime {
  /** `21/11/2026 14:05`. */
  readonly text: string;
  /** `2026-11-21`. */
  readonly day: string;
  /** The same figures as if they were UTC: what a spreadsheet cell wants. */
  readonly asUtc: Date;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall time of an instant in a zone. */
export function wallTime(at: Date, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '00';
  const [year, month, day, hour, minute] = [part('year'), part('month'), part('day'), part('hour'), part('minute')];
  return {
    text: `${day}/${month}/${year} ${hour}:${minute}`,
    day: `${year}-${month}-${day}`,
    asUtc: new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`),
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}
