import { GAP, PHONE_GAP, SOFT_GAP } from './address-tokens.ts';
import { hasStreetCue, LANDMARK } from './address-words.ts';
import { districtsWithPostal } from './areas.ts';
import { findPhone } from './phone-in-text.ts';

/** What was taken out of a text, and the text that is left, with a gap where it stood. */
export interface Taken<T> {
  readonly found: T;
  readonly rest: string;
}

/** Takes the phone number out of a text, with the words that announce it. */
export function takePhone(text: string): Taken<string | undefined> {
  const found = findPhone(text);
  if (found === undefined) return { found: undefined, rest: text };
  const before = text
    .slice(0, found.start)
    .replace(
      /(?:\b(?:no(?:mor|mer)?|hp|wa|whatsapp|telp|tlp|telepon|phone|hape|handphone|kontak|call)\b[\s:=./]*)+$/i,
      '',
    );
  return { found: found.phone, rest: `${before}${PHONE_GAP}${text.slice(found.end)}` };
}

const RT_RW = [
  /\brt\s*[.:/]?\s*(\d{1,3})\s*[/,.\\-]?\s*rw\s*[.:/]?\s*(\d{1,3})\b/i,
  /\brt\s*[./]?\s*rw\s*[.:=]*\s*(\d{1,3})\s*[/\\. -]\s*(\d{1,3})\b/i,
  /\brt\s*[.:]?\s*(\d{1,3})\s*[/\\-]\s*(\d{1,3})\b/i,
];
const RT = /\brt\s*[.:=]?\s*(\d{1,3})\b/i;
const RW = /\brw\s*[.:=]?\s*(\d{1,3})\b/i;

/** Takes RT and RW out of an address. */
export function takeRtRw(text: string): Taken<{ readonly rt?: string; readonly rw?: string }> {
  for (const pattern of RT_RW) {
    const match = pattern.exec(text);
    if (match !== null)
      return { found: { rt: plainNumber(match[1]), rw: plainNumber(match[2]) }, rest: text.replace(pattern, SOFT_GAP) };
  }
  const rt = RT.exec(text);
  const rw = RW.exec(text);
  const rest = text.replace(RT, SOFT_GAP).replace(RW, SOFT_GAP);
  return { found: { ...(rt && { rt: plainNumber(rt[1]) }), ...(rw && { rw: plainNumber(rw[1]) }) }, rest };
}

const plainNumber = (digits: string | undefined): string => String(Number(digits));

const POSTAL =
  /(\b(?:kode\s*pos|kodepos|kd\s*pos|kdpos|postal code|post code|zip(?: code)?|pos)\b[\s:.=]*)?(?<![\d.,/-]|\bno\.?\s|\brp\.?\s?)\b([1-9]\d{4})\b(?![.,/-]?\d)/gi;

/** Takes the postal code out of an address: the labelled one, else one that exists or that ends a line of an address. */
export function takePostalCode(text: string): Taken<string | undefined> {
  const all = [...text.matchAll(POSTAL)];
  const match =
    all.find((one) => one[1] !== undefined) ??
    all.findLast((one) => isPostal(one[2] ?? '', text, one.index + one[0].length));
  if (match === undefined) return { found: undefined, rest: text };
  return { found: match[2], rest: `${text.slice(0, match.index)}${GAP}${text.slice(match.index + match[0].length)}` };
}

const isPostal = (code: string, text: string, end: number): boolean =>
  districtsWithPostal(code).length > 0 ||
  (hasStreetCue(text.slice(0, end - 5)) && /^[\s.,]*(?:$|[\n\uE000-\uE002])/.test(text.slice(end)));

/** Takes the landmarks out of an address: `depan alfamart`, `(toko pak haji)`, `patokan: pagar hijau`. */
export function takeLandmark(text: string): Taken<string | undefined> {
  const found: string[] = [];
  let rest = text;
  for (let match = LANDMARK.exec(rest); match !== null && found.length < 4; match = LANDMARK.exec(rest)) {
    const stop = (match[1] ?? '').search(STOP);
    const place = stop === -1 ? (match[1] ?? '') : (match[1] ?? '').slice(0, stop);
    const end = match.index + match[0].length - (match[1] ?? '').length + place.length;
    found.push(place);
    rest = `${rest.slice(0, match.index)}${GAP}${rest.slice(end)}`;
  }
  rest = rest.replace(/\(([^()\d\n\uE000-\uE002]{4,60})\)/g, (all, inside: string) => {
    if (hasStreetCue(inside) && !/\b(toko|rumah|warung|kantor)\b/i.test(inside)) return all;
    found.push(inside);
    return GAP;
  });
  const places = found
    .map((place) => place.replace(/\s+/g, ' ').replace(/^[\s.:-]+|[\s.,:-]+$/g, ''))
    .filter((place) => place !== '');
  return { found: places.length === 0 ? undefined : places.join(', '), rest };
}

const STOP =
  /[\uE000-\uE002]|\s(?=(?:kel|kelurahan|kec|kecamatan|kab|kabupaten|kota|prov|provinsi|desa|ds|jl|jln|jalan|kode ?pos|ya|makasih)\b)|\.\s(?=\p{Lu})/iu;
