import { readPhone } from '../core/phone.ts';
import { type CourierCode, readCourier } from './courier.ts';

/** A tracking number found in a text: its courier only if the text names one, otherwise whose format it could be. */
export interface ResiReading {
  readonly courier?: CourierCode;
  readonly number?: string;
  readonly guesses: readonly CourierCode[];
}

// Seen formats. Sources conflict, so a format that does not fit is a warning and never a refusal.
const FORMATS: readonly (readonly [CourierCode, RegExp])[] = [
  ['jne', /^(?:\d{15}|[A-Z]{2,5}\d{10,16}|\d{10}|\d{12,13})$/],
  ['jnt', /^J[A-Z]\d{10}$/],
  ['sicepat', /^00\d{10}$/],
  ['anteraja', /^(?:1\d{13}|TSA[A-Z0-9]{8,12})$/],
  ['ninja', /^(?:NLIDAP|NVIDAP|NV)[A-Z0-9]{8,12}$/],
  ['pos', /^(?:[A-Z]{2}\d{9}ID|P\d{10,13}|\d{11,13})$/],
  ['lion', /^(?:\d{2}LP\d{13}|(?:LP|LION)\d{10,13})$/],
  ['spx', /^SPXID\d{10,14}$/],
  ['ide', /^ID[ESD]\d{10,13}$/],
  ['tiki', /^(?:\d{12}|TKP[A-Z0-9]{6,14})$/],
];
// The formats with letters of their own; digits alone are claimed by too many couriers to guess from.
const TELLING: readonly CourierCode[] = ['jnt', 'ninja', 'spx', 'lion', 'ide', 'anteraja', 'pos'];

/** Writes a tracking number the one way: capitals, no blanks or dashes; undefined when it cannot be one. */
export function normaliseResi(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.-]/g, '');
  return /^[A-Z0-9]{8,25}$/.test(plain) && (plain.match(/\d/g)?.length ?? 0) >= 5 ? plain : undefined;
}

/** True when a number looks like this courier's, or nothing is known of its format; false is a reason to warn. */
export function resiFits(courier: CourierCode, number: string): boolean {
  const formats = FORMATS.filter(([code]) => code === courier);
  return formats.length === 0 || formats.some(([, pattern]) => pattern.test(number) && !brokenS10(number));
}

/** The couriers whose own letters a number carries; none for digits alone, several where the letters do not decide. */
export function guessCouriers(number: string): readonly CourierCode[] {
  if (/^\d+$/.test(number)) return [];
  return FORMATS.filter(([code, pattern]) => TELLING.includes(code) && pattern.test(number) && !brokenS10(number)).map(
    ([code]) => code,
  );
}

/** Finds a tracking number and its courier in a text; a phone number is none unless the text calls it a resi. */
export function readResi(text: string): ResiReading {
  const courier = readCourier(text)?.courier;
  const called = /\bresi|\bawb\b|\bwaybill|\btracking\b/i.test(text);
  const all = numbersIn(text);
  const others = all.filter(({ raw }) => readPhone(raw)?.kind !== 'mobile');
  const candidates = others.length > 0 || !(called || courier !== undefined) ? others : all;
  const known = candidates.filter(
    ({ number }) => guessCouriers(number).length > 0 || (courier !== undefined && resiFits(courier, number)),
  );
  const left = known.length > 0 ? known : candidates;
  // Two numbers that could both be it are a question.
  const number = new Set(left.map((one) => one.number)).size === 1 ? left[0]?.number : undefined;
  return {
    ...(courier !== undefined && { courier }),
    ...(number !== undefined && { number }),
    guesses: number === undefined ? [] : guessCouriers(number),
  };
}

function numbersIn(text: string): readonly { readonly raw: string; readonly number: string }[] {
  const amounts = text.replace(/\brp\.?\s?[\d.,]+/gi, ' ').replace(/\b\d{1,3}(?:\.\d{3})+\b/g, ' ');
  const whole = [...amounts.matchAll(/(?<![\w+])[A-Za-z0-9]{8,25}(?!\w)/g)].map((match) => match[0]);
  // Printed in groups: `0123 4567 8901 234`, `JP 1234567890`, `0112-3456-7890-123`.
  const grouped = [...amounts.matchAll(/(?<![\w+])(?:[A-Za-z]{2,6}[ -])?\d{2,6}(?:[ -]\d{2,6}){1,6}(?!\w)/g)].map(
    (match) => match[0],
  );
  return [...whole, ...grouped].flatMap((raw) => {
    const number = normaliseResi(raw);
    return number === undefined ? [] : [{ raw, number }];
  });
}

// A postal S10 number carries a check digit; one that is wrong was mistyped.
function brokenS10(number: string): boolean {
  const match = /^[A-Z]{2}(\d{8})(\d)ID$/.exec(number);
  if (match === null) return false;
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = Array.from(match[1] ?? '').reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0);
  const check = 11 - (sum % 11);
  return Number(match[2]) !== (check === 10 ? 0 : check === 11 ? 5 : check);
}
