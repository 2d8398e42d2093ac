import type { Clock } from '../../core/clock.ts';
import { type Code, keyOf, shortHash } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Claims } from '../../store/claims.ts';
import type { NotFound } from '../../store/documents.ts';
import { StaleWrite } from '../../store/store-errors.ts';
import type { At } from '../at.ts';
import { knows } from '../history.ts';
import type { AnyEvent, MoveRefused, Reprice, StaleButton } from './event.ts';
import { leftToPay } from './money.ts';
import { refusalOf } from './next.ts';
import type { Order } from './order.ts';
import type { OrderStore } from './order-store.ts';
import { amountOf } from './owes.ts';
import { withReprice } from './reprice.ts';
import { claimAmount, needsUnique } from './unique-amount.ts';

type Refused = MoveRefused | NotFound | StaleButton;
interface Deps {
  readonly store: Pick<OrderStore, 'find'>;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly move: (
    code: Code,
    event: AnyEvent,
    at: At & { readonly expectedRev?: number },
  ) => Promise<Result<Order, Refused>>;
}

const TRIES = 5;

/** Creates the changing of a bill: the new amount is claimed for the bill that was seen, and counts only while it still is that one. */
export function createRepricing({ store, claims, clock, move }: Deps) {
  return async (code: Code, change: Reprice, reason: string, at: At): Promise<Result<Order, Refused>> => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const order = await store.find(code);
      if (!order) return err({ code: 'not-found' });
      if (knows(order.history, at.key)) return ok(order);
      const bill = { type: 'reprice', reason, ...change } as const;
      const refused = refusalOf(order, { ...bill, unique: 0 }, { by: at.by, now: clock.now() });
      if (refused) return err(refused);
      const amount = await amountOfBill(order, change, at);
      const done = await move(code, { ...bill, ...amount }, { ...at, expectedRev: order.rev });
      // Somebody changed the order meanwhile: its bill is looked at anew.
      if (done.ok || done.error.code !== 'stale-button') return done;
    }
    throw new StaleWrite(`orders/${code}`);
  };

  async function amountOfBill(order: Order, change: Reprice, { key }: At): Promise<{ unique: number; claim?: string }> {
    const base = withReprice(order, change, 0);
    const { unique } = order.totals;
    const same = base.totals.total + unique === order.totals.total;
    if (base.totals.total === 0) return { unique: 0 };
    if (same || !needsUnique(base) || leftToPay(order) === 0) return { unique };
    // key: amount/<code>/<hash of the cause and the bill>: the same change finds its own amount again
    const only = keyOf(amountOf(order._id), shortHash(`${key}/${base.totals.total}`));
    return (await claimAmount(base, claims, clock.now(), only)) ?? { unique };
  }
}
