import { type Couriers, courierOf } from './couriers.ts';

/** Brings a resi into the form it is kept and compared in; undefined when it cannot be one. */
export function readResi(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-._/]/g, '');
  return /^[A-Z0-9]{8,25}$/.test(plain) && /\d/.test(plain) ? plain : undefined;
}

/** What the number's form says about the courier that was named: a warning at most, for the forms are nowhere official. */
export type ResiForm =
  | { readonly type: 'fits' }
  /** No known form of this courier, and none of another's that we are sure of. */
  | { readonly type: 'unusual' }
  /** Has the sure form of other couriers and not of this one. */
  | { readonly type: 'other-courier'; readonly likely: readonly string[] };

/** Looks at a number with the courier that the owner or supplier named. */
export function checkResi(couriers: Couriers, code: string, resi: string): ResiForm {
  const courier = courierOf(couriers, code);
  if (!courier || courier.resi.length === 0) return { type: 'fits' };
  if (courier.resi.some((form) => new RegExp(form.pattern).test(resi)) && holdsPostalCheck(resi))
    return { type: 'fits' };
  const likely = likelyCouriers(couriers, resi).filter((other) => other !== code);
  return likely.length > 0 ? { type: 'other-courier', likely } : { type: 'unusual' };
}

/** Couriers whose number this is beyond doubt; forms that several share, or that nobody confirmed, choose nobody. */
export const likelyCouriers = (couriers: Couriers, resi: string): readonly string[] =>
  couriers
    .filter(({ resi: forms }) => forms.some((form) => form.sure === 'high' && new RegExp(form.pattern).test(resi)))
    .map(({ code }) => code);

const S10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

// The postal unions' own number (S10) is the only one with a check digit.
function holdsPostalCheck(resi: string): boolean {
  const match = S10.exec(resi);
  if (!match) return true;
  const sum = Array.from(match[1] ?? '').reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(match[2]);
}
