import { readPhone } from '../core/phone.ts';

/** A phone number that stands in a text, and where. */
export interface PhoneInText {
  /** E.164: `+62812…`. */
  readonly phone: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the first mobile number in a text, however it is grouped; a postal code behind it is not taken along. */
export function findPhone(text: string): PhoneInText | undefined {
  for (const match of text.matchAll(/(?<![\d+])(?:\+|00)?(?:62[ .-]?)?\(?0?8\d{1,3}\)?(?:[ .-]{0,3}\d+)*/g)) {
    const found = longestNumber(match[0]);
    if (found !== undefined) return { phone: found.phone, start: match.index, end: match.index + found.length };
  }
  return undefined;
}

function longestNumber(text: string): { phone: string; length: number } | undefined {
  const ends = [...text.matchAll(/\d+/g)].map((group) => group.index + group[0].length);
  for (const length of ends.reverse()) {
    const candidate = text.slice(0, length);
    const digits = candidate.replace(/\D/g, '').length;
    const phone = digits >= 10 && digits <= 15 ? readPhone(candidate) : undefined;
    if (phone?.kind === 'mobile' && !swallows(candidate)) return { phone: phone.e164, length };
  }
  return undefined;
}

// `081234567890 12`: a number that is whole already does not go on behind a blank.
const swallows = (candidate: string): boolean =>
  /^\+?\d{10,} /.test(candidate) || /^\D*(?:\d\D?){10,} \d{5}$/.test(candidate);
