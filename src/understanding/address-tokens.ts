import { type AreaLevel, isStreetWord, levelOf } from './address-words.ts';
import { placeKey } from './area-data.ts';

/** Stands where something was taken out of the text, and separates what is left and right of it. */
export const GAP = '\uE000';
/** As `GAP`, for what is taken from the middle of a street: the two ends still belong together. */
export const SOFT_GAP = '\uE001';
/** Stands where the phone number was; a name is often beside it. */
export const PHONE_GAP = '\uE002';

/** A word of an address. */
export interface Token {
  readonly text: string;
  readonly key: string;
  /** Something ends before this word: a comma, a line, a gap. */
  readonly opens: boolean;
  /** What ended before it also ends a part of the street. */
  readonly comma: boolean;
  /** The level that this word announces. */
  readonly level: AreaLevel | undefined;
  /** Where the word stands in the name of a street: its first word and all before a house number are no areas. */
  readonly street: 'no' | 'maybe' | 'sure';
}

const SEPARATOR = /(?<!\d),|,(?!\d)|[\n;|()\uE000\uE001\uE002]/;
const PIECES = new RegExp(`${SEPARATOR.source}|[^\\s,;|()\\uE000\\uE001\\uE002]+(?:,\\d+)?`, 'g');

/** Splits the text of an address into words that know what stands around them. */
export function addressTokens(text: string): readonly Token[] {
  // A full stop ends a sentence only behind a word that cannot be an abbreviation: `Bekasi. Perum`, not `Jend. Sudirman`.
  const spaced = text
    .replace(/\b(?:kel|kelurahan|desa|ds)\s*\/\s*(?:kel|kelurahan|desa|ds)\b/gi, 'desa')
    .replace(/\b(?:kota|kab|kabupaten|kec|kecamatan)\s*\/\s*(?:kota|kab|kabupaten)\b\s*[:=]?/gi, ' , ')
    .replace(/(?<=[\p{L}]{5})\.(?=\s|$)/gu, ',')
    .replace(/\b(kel|kec|kab|prov|ds|desa|kota)\.(?=\S)/gi, '$1. ')
    .replace(/\b(kel|kec|kab|prov|kota|desa|ds|kelurahan|kecamatan|kabupaten|provinsi)\s*[:=]\s*/gi, '$1 ')
    .replace(/\s[-–—/]+\s/g, ' , ');
  const plain: { text: string; opens: boolean; comma: boolean }[] = [];
  let opens = true;
  let comma = false;
  for (const [piece] of spaced.matchAll(PIECES)) {
    if (SEPARATOR.test(piece)) {
      opens = true;
      comma ||= piece !== SOFT_GAP && piece !== GAP;
    } else if (placeKey(piece) !== '' || /\p{L}/u.test(piece)) {
      plain.push({ text: piece, opens, comma });
      opens = false;
      comma = false;
    }
  }
  return withStreets(plain);
}

function withStreets(plain: readonly { text: string; opens: boolean; comma: boolean }[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const [at, piece] of plain.entries()) {
    const key = placeKey(piece.text);
    const before = tokens.at(-1);
    const level = levelOf(key);
    const street = piece.opens || level !== undefined || before === undefined ? 'no' : streetAfter(before, plain, at);
    tokens.push({ ...piece, key, level, street });
  }
  return tokens;
}

function streetAfter(before: Token, plain: readonly { text: string; opens: boolean }[], at: number): Token['street'] {
  if (isStreetWord(before.key)) return 'sure';
  if (before.street === 'no' || endsStreet(before.text)) return 'no';
  return numberFollows(plain, at) ? 'sure' : 'maybe';
}

const endsStreet = (text: string): boolean => /\d/.test(text);

// A street's name goes on until its number; `Jl Soekarno Hatta Lowokwaru Malang` has none, so its later words may be areas.
function numberFollows(plain: readonly { text: string; opens: boolean }[], at: number): boolean {
  for (const [offset, piece] of plain.slice(at, at + 5).entries()) {
    if ((piece.opens && offset > 0) || levelOf(placeKey(piece.text)) !== undefined) return false;
    if (/^\d/.test(piece.text) || /^(no|nomor|km|blok|kav)\b/i.test(piece.text)) return true;
  }
  return false;
}
