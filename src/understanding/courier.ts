import { foldText } from '../core/text.ts';
import { isNear } from './area-names.ts';

/** The couriers that we know by name, in our own codes. */
const COURIERS = [
  'jne',
  'jnt',
  'jnt_cargo',
  'sicepat',
  'anteraja',
  'ninja',
  'pos',
  'lion',
  'spx',
  'ide',
  'tiki',
  'wahana',
  'sap',
  'rex',
  'rpx',
  'jet',
  'gosend',
  'grab',
] as const;
/** A courier in our own code. */
export type CourierCode = (typeof COURIERS)[number];

/** What a person wishes of the delivery. */
export interface CourierReading {
  readonly courier?: CourierCode;
  /** The service as the courier calls it, in capitals: `REG`, `YES`, `CARGO`. */
  readonly service?: string;
  readonly wish?: 'cheapest' | 'fastest' | 'any';
  /** Couriers that the person does not want. */
  readonly not?: readonly CourierCode[];
}

// What people call each courier, longest first where one name holds another; `sure` names mean nothing else in a chat.
const NAMES: readonly { readonly code: CourierCode; readonly sure: string; readonly loose?: string }[] = [
  { code: 'jnt_cargo', sure: 'j&t cargo|j ?n ?t cargo|jnt kargo|j&t kargo' },
  { code: 'jnt', sure: 'j ?& ?t(?: express| ekspres)?|j ?n ?t(?: express| ekspres)?|j and t|jnt', loose: 'j t|jt' },
  { code: 'jne', sure: 'jne(?: express| ekspres)?|j\\.n\\.e', loose: 'je ne' },
  { code: 'sicepat', sure: 'si ?cepat(?: ekspres| express)?|sicpt|sicepet|scepat|sicepat' },
  { code: 'anteraja', sure: 'ant[ea]r ?aja|anterja|ant[ea]r aja' },
  { code: 'ninja', sure: 'ninja ?(?:xpress|express|ekspres|van)', loose: 'ninja' },
  { code: 'pos', sure: 'pos ?indo(?:nesia)?|kantor pos|pos aja', loose: '(?<!kode ?)pos' },
  { code: 'lion', sure: 'lion ?parcel|lionparcel', loose: 'lion' },
  { code: 'spx', sure: 'spx(?: express| standard| hemat)?|shopee? ?(?:xpress|express|ekspres)|shope(?:e)? ?expres' },
  { code: 'ide', sure: 'id ?exp?ress?|idexpress|id ekspres|i d express', loose: 'ide|idx' },
  { code: 'tiki', sure: 'tiki' },
  { code: 'wahana', sure: 'wahana' },
  { code: 'sap', sure: 'sap express', loose: 'sap' },
  { code: 'rex', sure: 'rex express', loose: 'rex' },
  { code: 'rpx', sure: 'rpx' },
  { code: 'jet', sure: 'jet express' },
  { code: 'gosend', sure: 'go ?send|gojek' },
  { code: 'grab', sure: 'grab ?(?:express|ekspres)?' },
];

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:cargo|kargo|jtr|trucking|truk)\b/, 'CARGO'],
  [/\b(?:same ?day|sameday|hari (?:yang )?sama)\b/, 'SAMEDAY'],
  [/\b(?:next ?day|nextday|besok sampai|nd)\b/, 'NEXTDAY'],
  [/\b(?:instant|instan)\b/, 'INSTANT'],
  [/\b(?:reg|reguler|regular|regular?e|standar|standard|biasa)\b/, 'REG'],
  [/\b(?:eco|ekonomi|economy|hemat)\b/, 'ECO'],
  [/\b(ctc(?:yes)?|best|gokil|halu|siunt|ez|ons|tds|sds|hds|regpack|jagopack|onepack|bigpack)\b/, ''],
];

/** Reads a wished courier and service from the answer to "which courier?" or from a piece that is about couriers. */
export function readCourier(text: string): CourierReading | undefined {
  return read(text, true);
}

/** Finds a courier in a longer text, where only names that mean nothing else count, or a name behind `via`, `pakai`, `kurir`. */
export function findCourier(text: string): CourierReading | undefined {
  const announced =
    /\b(?:via|pakai|pake|pk|lewat|kurir(?:nya)?|ekspedisi(?:nya)?|expedisi(?:nya)?|courier)\s*[:=]?\s*(?:yang\s+|yg\s+)?((?:[\p{L}\p{N}&.]+\s?){1,3})/giu;
  for (const match of text.matchAll(announced)) {
    const found = read(match[1] ?? '', true);
    if (found !== undefined) return { ...found, ...serviceIn(foldCourier(text), found.courier) };
  }
  const found = read(text, false);
  return found?.courier === undefined && found?.not === undefined ? undefined : found;
}

/** The courier that a name means on its own: `J&T Express` is `jnt`; undefined when it is none. */
export function courierNamed(text: string): CourierCode | undefined {
  const plain = foldCourier(text).trim();
  const exact = NAMES.find(({ sure, loose }) =>
    new RegExp(`^(?:${loose === undefined ? sure : `${sure}|${loose}`})$`).test(plain),
  );
  return exact?.code ?? COURIERS.find((code) => code.length >= 4 && isNear(plain.replace(/\s/g, ''), code));
}

function read(text: string, loosely: boolean): CourierReading | undefined {
  const plain = foldCourier(text).replace(/\bkode ?pos\b/g, 'kodepos');
  const found: { code: CourierCode; at: number; end: number }[] = [];
  for (const { code, sure, loose } of NAMES) {
    const words = loosely && loose !== undefined ? `${sure}|${loose}` : sure;
    const match = new RegExp(`(?<![a-z0-9&])(?:${words})(?:nya|ny|an)?(?![a-z0-9&])`).exec(plain);
    if (match !== null && !found.some((one) => one.at < match.index + match[0].length && match.index < one.end)) {
      found.push({ code, at: match.index, end: match.index + match[0].length });
    }
  }
  if (found.length === 0 && loosely) {
    const near = plain
      .split(' ')
      .map((word) => courierNamed(word))
      .find((code) => code !== undefined);
    if (near !== undefined) found.push({ code: near, at: 0, end: 0 });
  }
  const refused = found.filter(({ at }) =>
    /\b(?:jangan|bukan|selain|kecuali|ga mau|gak mau|tidak mau|ngga mau|not|ogah)(?: \w+)? $/.test(plain.slice(0, at)),
  );
  const wanted = found.filter((one) => !refused.includes(one)).sort((a, b) => a.at - b.at);
  const wish = loosely || /kurir|ekspedisi|kirim/.test(plain) ? wishIn(plain) : undefined;
  // Two couriers named side by side are a question, not a wish.
  const courier = wanted.length === 1 ? wanted[0]?.code : undefined;
  if (wanted.length > 1 || (courier === undefined && wish === undefined && refused.length === 0)) return undefined;
  return {
    ...(courier !== undefined && { courier }),
    ...serviceIn(plain.slice(wanted[0]?.at ?? 0), courier),
    ...(wish !== undefined && { wish }),
    ...(refused.length > 0 && { not: refused.map(({ code }) => code) }),
  };
}

// `&` and the points of J.N.E stay; everything else is folded.
const foldCourier = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[&]/g, ' & ')
    .split(' & ')
    .map(foldText)
    .join('&')
    .replace(/j ?& ?t/g, 'j&t');

function serviceIn(plain: string, courier: CourierCode | undefined): { readonly service?: string } {
  if (courier === undefined) return {};
  // YES and OKE are services of JNE, and words that everybody says: they count only right behind its name.
  const ofJne = courier === 'jne' ? /\bjne(?: express)? (?:yang |yg )?(yes|oke)\b/.exec(plain)?.[1] : undefined;
  if (ofJne !== undefined) return { service: ofJne.toUpperCase() };
  for (const [pattern, name] of SERVICES) {
    const match = pattern.exec(plain);
    if (match !== null && courier !== 'jnt_cargo') return { service: name === '' ? match[0].toUpperCase() : name };
  }
  return {};
}

function wishIn(plain: string): CourierReading['wish'] {
  if (/\b(?:ter|paling |plg |yang |yg )?murah(?:nya)?\b|\bcheap(?:est)?\b|\bhemat\b/.test(plain)) return 'cheapest';
  if (/\b(?:ter|paling |plg |yang |yg )cepat\b|\bkilat\b|\bfast(?:est)?\b|\btercepat\b/.test(plain)) return 'fastest';
  return /\b(?:terserah|bebas|apa aja|apa saja|mana aja|any|whatever|sembarang|ngikut)\b/.test(plain)
    ? 'any'
    : undefined;
}
