import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number in E.164 (`+62812…`) with what it can be reached by. */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'fixed' | 'foreign';
}

/** Reads a phone number as Indonesians write it (08…, 62…, +62…, 8…, 0062…); undefined when it cannot be one. */
export function readPhone(text: string): Phone | undefined {
  // libphonenumber does not read the leading 00 of a call from abroad.
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=\d)/, '+');
  const parsed = parsePhoneNumberFromString(plain, 'ID');
  if (!parsed?.isValid()) return undefined;
  if (parsed.country !== 'ID') return { e164: parsed.number, kind: 'foreign' };
  const type = parsed.getType();
  return { e164: parsed.number, kind: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? 'mobile' : 'fixed' };
}

/** Writes a number for people: `0812-3456-7890`. */
export const showPhone = (e164: string): string => parsePhoneNumberFromString(e164)?.formatNational() ?? e164;

/** Hides all but the country, two digits and the last four: `+6281*****7890`; for logs and second looks. */
export const maskPhone = (e164: string): string =>
  e164.length < 9 ? '*'.repeat(e164.length) : e164.slice(0, 5) + '*'.repeat(e164.length - 9) + e164.slice(-4);

/** The digits a `wa.me` link wants. */
export const waLink = (e164: string, text: string): string =>
  `https://wa.me/${e164.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
