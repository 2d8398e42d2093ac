import { type Code, sha256 } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import type { Claims } from '../../store/claims.ts';
import type { Order, PayWay } from './order.ts';
import { amountOf } from './owes.ts';

/** An amount that is one of its kind on its account: what is added to the bill, and the claim that keeps it. */
export interface UniqueAmount {
  readonly unique: Rupiah;
  readonly claim: string;
}

/** Ways of paying in which the amount is all that tells one payer from another. */
const NEEDS_ONE: ReadonlySet<PayWay> = new Set(['transfer', 'qris', 'ewallet']);

export const needsUnique = ({ pay, totals }: Order): boolean => NEEDS_ONE.has(pay.way) && totals.total > 0;

/**
 * Claims an amount for the order. The candidates come in an order made from its code, so that a repeated call finds its own
 * again and two orders rarely want the same. Undefined when every one is taken.
 */
export async function claimAmount(
  order: Order,
  claims: Claims,
  now: Date,
  only = amountOf(order._id),
): Promise<UniqueAmount | undefined> {
  const base = order.totals.total - order.totals.unique;
  const account = order.pay.account ?? order.pay.way;
  const known = await claims.held(only);
  if (known !== undefined && (await claims.take(known, order._id, now)))
    return { unique: amountIn(known) - base, claim: known };
  for (const candidate of candidates(order._id)) {
    const unique = order.pay.way === 'qris' ? -candidate : candidate;
    if (base + unique < 1) continue;
    const claim = `amount/${account}/${base + unique}`;
    const taken = await claims.takeOnly(claim, order._id, only, now);
    if (taken.type === 'mine') return { unique, claim };
    if (taken.type === 'other') return { unique: amountIn(taken.id) - base, claim: taken.id };
  }
  return undefined;
}

/** 1 to 999 in an order of the code's own, then four digits likewise. */
export function* candidates(code: Code): Generator<number> {
  const seed = Number.parseInt(sha256(code).slice(0, 12), 16);
  yield* walk(1, 999, seed);
  yield* walk(1_000, 9_000, seed);
}

// A step that shares no divisor with the count meets every number once.
function* walk(first: number, count: number, seed: number): Generator<number> {
  let step = 1 + (Math.floor(seed / count) % (count - 1));
  while (divisor(step, count) !== 1) step = (step % (count - 1)) + 1;
  for (let i = 0, at = seed % count; i < count; i++, at = (at + step) % count) yield first + at;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const amountIn = (claim: string): number => Number(claim.slice(claim.lastIndexOf('/') + 1));
