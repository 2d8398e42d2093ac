import { cleanText } from '../core/text.ts';
import { type AreaReading, findAreas, type UnsureArea } from './address-areas.ts';
import { takeRecipient } from './address-recipient.ts';
import { takeLandmark, takePhone, takePostalCode, takeRtRw } from './address-takes.ts';
import { addressTokens, type Token } from './address-tokens.ts';
import { hasStreetCue, isTalk } from './address-words.ts';
import { splitLabels } from './labels.ts';
import { calmName, tidyName } from './tidy-name.ts';

/** The parts of an address as a label shows them; the phone in E.164, RT and RW without leading zeros. */
export interface Address {
  readonly recipient: string;
  readonly phone: string;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly village: string;
  readonly district: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly landmark: string;
}

/** What a text says of an address. */
export interface AddressReading {
  /** What stands in the text; areas in their official writing where they were recognised. */
  readonly parts: Partial<Address>;
  /** What does not stand in the text but follows from it alone by the area data; never a part of `parts`. */
  readonly derived: Partial<Address>;
  /** What was said and may mean several places, or none in the place that was named. */
  readonly unsure: readonly UnsureArea[];
}

// Longer than any address with all that people write around it.
const LONGEST = 1_500;

/** Reads an address out of free text; what is not said and does not follow stays empty. */
export function readAddress(text: string): AddressReading {
  const pieces = splitLabels(
    cleanText(text.slice(0, LONGEST)).replace(/\p{Extended_Pictographic}\uFE0F?|[\uE000-\uE002]/gu, ' '),
  );
  const recipient = pieces.find((piece) => piece.label === 'recipient')?.text;
  const labelledPhone = pieces.find((piece) => piece.label === 'phone')?.text;
  const labelledStreet = pieces.some((piece) => piece.label === 'address');
  const free = pieces
    .filter(({ label }) => label === 'address' || label === undefined)
    .map((piece) => piece.text)
    .join('\n')
    .replace(OPENING, '');

  const phone = takePhone(free);
  const ownPhone = labelledPhone === undefined ? undefined : takePhone(labelledPhone).found;
  const rtRw = takeRtRw(phone.rest);
  const postal = takePostalCode(rtRw.rest);
  const name = recipient === undefined ? takeRecipient(postal.rest) : { found: takeName(recipient), rest: postal.rest };
  const landmark = takeLandmark(name.rest);
  const tokens = addressTokens(landmark.rest);
  const areas = findAreas(tokens, postal.found);
  const street = streetOf(tokens, areas, labelledStreet);

  return {
    parts: present({
      recipient: name.found === undefined ? undefined : calmName(name.found),
      phone: ownPhone ?? phone.found ?? takePhone(recipient ?? '').found,
      street,
      ...rtRw.found,
      ...areas.parts,
      postalCode: postal.found,
      landmark: landmark.found,
    }),
    derived: present(areas.derived),
    unsure: areas.unsure,
  };
}

// `kirim ke kantor aja: PT ...`, `alamat saya di Jl ...`: how people begin.
const OPENING =
  /^\s*(?:(?:kak|min|tolong|tlg|mohon|pls|please)[\s,]+)*(?:(?:di)?(?:kirim|antar)(?:kan|in)?(?:nya)?\s+)?(?:ke\s+)?(?:(?:kantor|rumah|kos|kosan|tempat|alamat)(?:ku|nya)?\s*(?:saya|aku|ini|baru|lama)?\s*(?:aja|saja|ya|di)?\s*[:,]|alamat(?:ku|nya)?\s+(?:saya\s+)?(?:di\s+)?)/i;

// `Nama: Budi (0812...)`: what is in brackets or behind a comma is no name.
const takeName = (text: string): string => text.split(/[,(/\d]/)[0]?.trim() ?? '';

// The street is what is left: everything that is neither area nor talk, if something in it belongs to an address.
function streetOf(tokens: readonly Token[], areas: AreaReading, labelled: boolean): string | undefined {
  const segments: Token[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (areas.used.has(at)) continue;
    const last = segments.at(-1);
    const joins = last !== undefined && !commaSince(tokens, last.at(-1), at);
    if (joins) last.push(token);
    else segments.push([token]);
  }
  const kept = segments
    .map(withoutTalk)
    .filter((words) => words.length > 0 && (hasStreetCue(textOf(words)) || !words.some((word) => isTalk(word.key))));
  const text = kept.map(textOf).join(', ');
  return (labelled && areas.used.size > 0 && /\p{L}/u.test(text)) || hasStreetCue(text) ? tidyName(text) : undefined;
}

function commaSince(tokens: readonly Token[], last: Token | undefined, at: number): boolean {
  const from = last === undefined ? 0 : tokens.indexOf(last) + 1;
  return tokens.slice(from, at + 1).some((token) => token.comma);
}

function withoutTalk(words: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = words.length;
  while (start < end && isTalkWord(words[start])) start += 1;
  while (end > start && isTalkWord(words[end - 1])) end -= 1;
  return words.slice(start, end);
}

const isTalkWord = (word: Token | undefined): boolean =>
  word !== undefined && (isTalk(word.key) || word.key === '' || ['di', 'ke', 'untuk', 'rumah'].includes(word.key));

const textOf = (words: readonly Token[]): string => words.map((word) => word.text).join(' ');

function present(parts: { readonly [part in keyof Address]?: string | undefined }): Partial<Address> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}
