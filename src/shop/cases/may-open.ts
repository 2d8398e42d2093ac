import type { Order } from '../orders/order.ts';
import type { ParcelState } from '../orders/parcel.ts';
import type { Case, CaseLine } from './case.ts';
import { lineOf } from './case-line.ts';
import type { CaseProblem } from './case-problem.ts';
import { appealEnds } from './deadlines.ts';
import { CLOSED } from './moves.ts';
import type { Policy } from './policy.ts';
import type { CaseRequest } from './request.ts';

/** The lines of a request as a case keeps them, or everything that is wrong with it. A window that has passed is not. */
export type MayOpen =
  | { readonly type: 'may'; readonly order: Order; readonly lines: readonly CaseLine[] }
  | { readonly type: 'may-not'; readonly problems: readonly CaseProblem[] };

/** Decides whether a case may be opened; `others` are the order's other cases. Pure. */
export function mayOpen(
  request: Pick<CaseRequest, 'customer' | 'lines'>,
  order: Order | undefined,
  others: readonly Case[],
  at: { readonly policy: Policy; readonly now: Date },
): MayOpen {
  if (!order) return mayNot({ code: 'unknown-order' });
  if (order.customer !== request.customer) return mayNot({ code: 'not-yours' });
  if (order.state !== 'placed' && order.state !== 'completed')
    return mayNot({ code: 'order-not-open', state: order.state });
  const wanted = merged(request.lines);
  if (wanted.length === 0) return mayNot({ code: 'no-lines' });
  const looked = wanted.map(([sku, quantity]) => lookAt(sku, quantity, order, others, at));
  const problems = looked.flatMap((one) => ('code' in one ? [one] : []));
  if (problems.length > 0) return mayNot(...problems);
  return { type: 'may', order, lines: looked.flatMap((one) => ('code' in one ? [] : [one])) };
}

const mayNot = (...problems: readonly CaseProblem[]): MayOpen => ({ type: 'may-not', problems });

function merged(lines: CaseRequest['lines']): (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums];
}

function lookAt(
  sku: string,
  quantity: number,
  order: Order,
  others: readonly Case[],
  at: { readonly policy: Policy; readonly now: Date },
): CaseLine | CaseProblem {
  const line = order.lines.find((one) => one.sku === sku);
  const wanted = lineOf(order, sku, quantity);
  if (!line || !wanted) return { code: 'unknown-line', sku };
  const parcel = order.parcels.find(({ n }) => n === wanted.parcel);
  if (!parcel || !SENT.has(parcel.state)) return { code: 'not-shipped', sku };
  const open = others.find((one) => holds(one, at) && one.lines.some((other) => other.sku === sku));
  if (open) return { code: 'open-case', sku, case: open._id };
  const left = line.quantity - paidBack(others, sku);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > left) return { code: 'too-many', sku, left };
  return wanted;
}

/** Parcels of which somebody may say that something is wrong. */
const SENT: ReadonlySet<ParcelState> = new Set([
  'shipped',
  'picked-up',
  'delivered',
  'received',
  'returning',
  'returned',
  'lost',
]);

/** A rejected case keeps its lines while it may be appealed; of one that is just being opened the claims decide. */
export function holds(one: Case, { policy, now }: { readonly policy: Policy; readonly now: Date }): boolean {
  if (one.state === 'opening') return false;
  if (one.state === 'rejected') return one.appealed === undefined && now < appealEnds(one, policy);
  return !CLOSED.has(one.state);
}

/** Pieces of a line whose money went back; what was exchanged is with the customer again. */
const paidBack = (cases: readonly Case[], sku: string): number =>
  cases
    .filter((one) => one.refund?.paidAt !== undefined)
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0);
