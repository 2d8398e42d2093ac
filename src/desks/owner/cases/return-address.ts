import { z } from 'zod';
import type { Kind, Parsed } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { isNo, isYes } from '../../../dialogue/words.ts';
import { readAddress } from '../../../understanding/address.ts';
import { hasStreetCue } from '../../../understanding/address-words.ts';

/** What a parcel does not arrive without, in the order in which it is asked for; each has its own question. */
export const RETURN_PARTS = ['jalan', 'kota', 'penerima', 'hp'] as const;
type Part = (typeof RETURN_PARTS)[number];

const keptShape = z.object({ so: z.string(), asked: z.enum(RETURN_PARTS), named: z.boolean() });
type Kept = z.infer<typeof keptShape>;
// Longer than any label; the customer reads it as a whole.
const LONGEST = 500;

/** Where goods are sent back to, in the owner's own words; what an address lacks is asked for, one part after another. */
export const returnAddress: Kind = {
  parse({ text }, { kept }) {
    const before = keptShape.safeParse(kept).data;
    if (isYes(text) || isNo(text)) return before === undefined ? NO_ADDRESS : unclear(before.asked);
    if (before === undefined) return told(text.trim(), false, RETURN_PARTS.length);
    // Only the answer to "in whose name?" is a name whatever it looks like; it stands first, as on a label.
    const isName = before.asked === 'penerima' && /\p{L}{2}/u.test(text);
    const so = isName ? [text.trim(), before.so] : [before.so, text.trim()];
    return told(so.join('\n'), before.named || isName, missingIn(before.so, before.named).length);
  },
  show: plainText,
};

const NO_ADDRESS = { type: 'failed', why: 'case.balik-bukan-alamat' } as const;

const unclear = (asked: Part): Parsed => ({ type: 'failed', why: `case.balik-kurang-${asked}` });

/** Takes what is whole, asks for what is not; words that brought no part are not kept. */
function told(so: string, named: boolean, before: number): Parsed {
  const missing = missingIn(so, named);
  const [asked] = missing;
  if (so.length > LONGEST) return { type: 'failed', why: 'case.balik-terlalu-panjang' };
  if (asked === undefined) return { type: 'filled', value: so };
  const kept: Kept = { so, asked, named };
  if (missing.length < before) return { type: 'more', ask: `case.balik-kurang-${asked}`, kept };
  return before === RETURN_PARTS.length ? NO_ADDRESS : unclear(asked);
}

function missingIn(text: string, hasName: boolean): readonly Part[] {
  const { parts, unsure } = readAddress(text);
  const { street = '', phone, recipient, village, district, city } = parts;
  const reads = street !== '' && (hasStreetCue(street) || /\d/.test(street));
  const there: Readonly<Record<Part, boolean>> = {
    jalan: reads,
    kota: [village, district, city].some(Boolean) || unsure.length > 0,
    // A shop's name before its street is no person's name, but a parcel finds it.
    penerima: hasName || recipient !== undefined || (reads && !STREET_FIRST.test(street)),
    hp: phone !== undefined,
  };
  return RETURN_PARTS.filter((part) => !there[part]);
}

const STREET_FIRST = /^\s*(?:jl|jln|jalan|gg|gang|blok|komp|kompleks|perum|ruko|rt|no)\b/i;
