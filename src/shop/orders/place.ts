import type { Clock } from '../../core/clock.ts';
import { type Code, codeOf, type Key, keyOf } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Claims } from '../../store/claims.ts';
import type { Product } from '../catalog/product.ts';
import type { Stock } from '../catalog/stock.ts';
import { type By, HOUSE } from '../history.ts';
import { draftLines, draftOrder } from './draft.ts';
import type { LeaderEvent } from './event.ts';
import { next } from './next.ts';
import type { Order } from './order.ts';
import type { OrderStore } from './order-store.ts';
import type { PlaceProblem, PlaceRefused } from './place-refused.ts';
import type { OrderRequest } from './request.ts';
import type { OrderSop } from './sop.ts';
import { claimAmount, needsUnique } from './unique-amount.ts';

/** What placing needs of the rooms around it. */
export interface PlaceDeps {
  readonly store: OrderStore;
  readonly clock: Clock;
  readonly acts: Acts;
  readonly claims: Claims;
  readonly sop: () => OrderSop;
  /** The newest products behind skus. */
  readonly look: (skus: readonly string[]) => Promise<ReadonlyMap<string, Product>>;
  readonly stock: Pick<Stock, 'hold' | 'release'>;
  /** True when the shop receives money there. */
  readonly knowsAccount: (id: string) => Promise<boolean>;
}

/** The leader's way: the order is saved first, then goods and amount change under its name, then it moves on. */
export interface Placing {
  place(request: OrderRequest, key: Key, by: By): Promise<Result<Order, PlaceRefused>>;
  /** Brings an order that is still being placed to an end. */
  finish(order: Order): Promise<Result<Order, PlaceRefused>>;
  /** Gives an order up that is still being placed, before its goods go to somebody else. */
  giveUp(order: Order, problem: PlaceProblem): Promise<Result<Order, PlaceRefused>>;
}

/** Creates the placing of orders. */
export function createPlacing({ store, clock, acts, claims, sop, look, stock, knowsAccount }: PlaceDeps): Placing {
  // key: <the call's key>; the code is made from it, so a repeated call meets its own order again
  const mine = async (key: Key): Promise<Order | undefined> => (await store.many({ key }, { limit: 1 }))[0];

  const refusal = async (request: OrderRequest, by: By): Promise<PlaceRefused | undefined> => {
    const { account } = request.pay;
    const limit = sop().maxOpenUnpaid;
    const problems: PlaceProblem[] = [];
    if (account !== undefined && !(await knowsAccount(account))) problems.push({ code: 'unknown-account', account });
    if (by.desk === 'customer' && (await store.countUnpaid(request.customer)) >= limit) {
      problems.push({ code: 'too-many-open', limit });
    }
    return problems.length > 0 ? { code: 'order-refused', problems } : undefined;
  };

  const save = async (request: OrderRequest, key: Key, by: By): Promise<Result<Code, PlaceRefused>> => {
    const before = await mine(key);
    if (before) return ok(before._id);
    const products = await look(request.lines.map(({ sku }) => sku));
    const lines = draftLines(request, { products, now: clock.now(), sop: sop(), by });
    const refused = lines.ok ? await refusal(request, by) : lines.error;
    // Called twice at once, the other call's order may be what took the last piece.
    const meanwhile = refused && (await mine(key));
    if (meanwhile) return ok(meanwhile._id);
    if (refused || !lines.ok) return err(refused ?? { code: 'order-refused', problems: [] });
    for (let attempt = 0; ; attempt++) {
      const code = codeOf(key, attempt);
      await store.insert(draftOrder(request, lines.value, { code, key, by, now: clock.now() }));
      if ((await store.find(code))?.key === key) return ok(code);
      const known = await mine(key);
      if (known) return ok(known._id);
    }
  };

  const move = async (order: Order, event: LeaderEvent): Promise<Order> => {
    // key: <the cause that made it wait>/<event>
    const key = keyOf(order.history.at(-1)?.key ?? order.key, event.type);
    const at = { key, by: HOUSE, now: clock.now(), sop: sop() };
    const moved = await store.change(order._id, (newest) => {
      const done = next(newest, event, at);
      return done.ok ? ok({ type: 'changed' as const, doc: done.value.order, owes: done.value.owes }) : done;
    });
    if (moved.ok) return moved.value;
    // Somebody else moved it first; what the store says is the outcome.
    return (await store.find(order._id)) ?? order;
  };

  const giveUp = async (order: Order, problem: PlaceProblem): Promise<Result<Order, PlaceRefused>> =>
    outcomeOf(await move(order, { type: 'drop', refusal: { code: 'order-refused', problems: [problem] } }));

  const finish = async (order: Order): Promise<Result<Order, PlaceRefused>> => {
    const counted = order.lines.filter((line) => line.stock === 'counted');
    for (const line of counted.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))) {
      const held = await stock.hold(line, order._id);
      if (held.type === 'too-few') return giveUp(order, { code: 'out-of-stock', sku: line.sku, left: held.left });
    }
    const amount = await amountFor(order);
    if (!amount) return giveUp(order, { code: 'no-amount-free' });
    const outcome = outcomeOf(await move(order, { type: 'place', ...amount }));
    // It was given up while we held for it: what we hold under its name goes back.
    if (!outcome.ok) await stock.release(order._id, counted);
    return outcome;
  };

  const amountFor = async (order: Order): Promise<{ unique: number; claim?: string } | undefined> => {
    if (!needsUnique(order)) return { unique: order.totals.unique };
    // An order that lives again keeps its bill; its old amount is taken again if nobody has it.
    if (order.state !== 'reopening') return claimAmount(order, claims, clock.now());
    const { claim } = order.pay;
    if (claim !== undefined) await claims.take(claim, order._id, clock.now());
    return { unique: order.totals.unique };
  };

  return {
    finish,
    giveUp,
    async place(request, key, by) {
      const said = await acts.once(keyOf(key, 'place'), clock.now(), async () => {
        const saved = await save(request, key, by);
        return saved.ok ? { code: saved.value } : { refused: saved.error };
      });
      const order = 'code' in said ? await store.find(said.code) : await mine(key);
      if (!order) return err('refused' in said ? said.refused : { code: 'order-refused', problems: [] });
      return order.state === 'placing' ? finish(order) : outcomeOf(order);
    },
  };
}

/** What placing an order came to: one that was dropped answers with the words it was dropped with, however often it is asked. */
export function outcomeOf(order: Order): Result<Order, PlaceRefused> {
  const { state, refusal } = order;
  const gone = state === 'dropped' || (state === 'expired' && refusal !== undefined);
  return gone ? err(refusal ?? { code: 'order-refused', problems: [{ code: 'took-too-long' }] }) : ok(order);
}
