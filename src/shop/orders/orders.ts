import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { type Code, type Key, keyOf } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Buried } from '../../store/buried.ts';
import type { Claims } from '../../store/claims.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { Change, NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import type { AskOrder, Stock } from '../catalog/stock.ts';
import { type By, HOUSE, knows } from '../history.ts';
import { dueBy } from './due.ts';
import type { AnyEvent, MoveRefused, OrderEvent, Reprice, StaleButton } from './event.ts';
import { asResi } from './guards.ts';
import { next, refusalOf } from './next.ts';
import type { Order } from './order.ts';
import { createOrderStore, type OrderQuery, type OrderStore } from './order-store.ts';
import { createPlacing, outcomeOf, type PlaceDeps } from './place.ts';
import type { PlaceRefused } from './place-refused.ts';
import { createRepricing } from './repricing.ts';
import type { OrderRequest } from './request.ts';
import type { OrderSop } from './sop.ts';

/** A cause, who, and the number that the order had when the button was shown. */
type ApplyAt = At & { readonly expectedRev?: number | undefined };
export type ApplyRefused = MoveRefused | NotFound | StaleButton;

/** The orders of the shop. */
export interface Orders {
  /** Places an order once per key; called again it gives the same outcome, a refusal too. */
  place(request: OrderRequest, key: Key, by: By): Promise<Result<Order, PlaceRefused>>;
  /** Moves an order once per key: the same key again gives the same order back and owes nothing again. */
  apply(code: Code, event: OrderEvent, at: ApplyAt): Promise<Result<Order, ApplyRefused>>;
  /** Lets an expired order live again: its goods are held anew, money that came too late is offered to it again. */
  reopen(code: Code, reason: string, at: At): Promise<Result<Order, ApplyRefused | PlaceRefused>>;
  /** Changes a bill before anything goes to a supplier: a discount, another courier; the new total is one of its kind again. */
  reprice(code: Code, change: Reprice, reason: string, at: At): Promise<Result<Order, ApplyRefused>>;
  /** Why an event would be refused now; undefined when it may happen. For buttons that are only shown when they work. */
  mayNot(order: Order, event: AnyEvent, by: By): MoveRefused | undefined;
  find(code: Code): Promise<Order | undefined>;
  list(query: OrderQuery): Promise<Order[]>;
  search(text: string, limit?: number): Promise<Order[]>;
  byResi(resi: string): Promise<Order[]>;
  byPhone(e164: string): Promise<Order[]>;
  /** What the catalogue asks about units whose hold ran out. */
  readonly answerHold: AskOrder;
  /** Computes anew when something is due on every open order, after a time limit changed. */
  recomputeDue(): Promise<number>;
  readonly clockwork: Clockworked;
}

export interface OrdersDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly log: Logger;
  readonly sop: () => OrderSop;
  readonly look: PlaceDeps['look'];
  readonly stock: Pick<Stock, 'hold' | 'release'>;
  readonly knowsAccount: PlaceDeps['knowsAccount'];
  /** Payments for the order that nobody has decided on; asked before it expires. */
  readonly openClaims: (order: Code) => Promise<readonly { payment: string; amount?: number | undefined }[]>;
}

/** Creates the orders on a connection. */
export function createOrders(deps: OrdersDeps): Orders {
  const { clock, claims, log, sop, openClaims } = deps;
  const store: OrderStore = createOrderStore({ ...deps, onDue: (order, now) => runDue(order, now) });
  const placing = createPlacing({ ...deps, store });

  const move = (code: Code, event: AnyEvent, { key, by, expectedRev }: ApplyAt): Promise<Result<Order, ApplyRefused>> =>
    store.change<MoveRefused | StaleButton>(code, (order): Result<Change<Order>, MoveRefused | StaleButton> => {
      if (knows(order.history, key)) return ok({ type: 'unchanged' });
      if (expectedRev !== undefined && expectedRev !== order.rev) return err({ code: 'stale-button', rev: order.rev });
      const moved = next(order, event, { key, by, now: clock.now(), sop: sop() });
      if (!moved.ok) return moved;
      const { type, order: doc, owes } = moved.value;
      return ok(type === 'moved' ? { type: 'changed', doc, owes } : { type: 'unchanged' });
    });

  const apply: Orders['apply'] = async (code, event, at) => {
    if (event.type === 'expire') await claimOpenMoney(code);
    if (event.type === 'ship' && event.shared !== true) {
      const taken = await takeResi(code, event, at);
      if (taken) return err(taken);
    }
    const done = await move(code, event, at);
    if (!done.ok)
      log.info({ key: at.key, order: code, event: event.type, refused: done.error.code }, 'order not moved');
    return done;
  };

  // A proof that came in the very moment of the deadline counts: it is written onto the order first, and stops the expiry.
  async function claimOpenMoney(code: Code): Promise<void> {
    for (const { payment, amount } of await openClaims(code)) {
      const event = { type: 'claim', payment, ...(amount !== undefined && { amount }) } as const;
      await move(code, event, { key: keyOf(payment, 'claim', code), by: HOUSE });
    }
  }

  // One resi, one order: whoever ships with a resi that another order has is asked whether it is meant so.
  async function takeResi(
    code: Code,
    event: Extract<OrderEvent, { type: 'ship' }>,
    { key, by }: ApplyAt,
  ): Promise<MoveRefused | undefined> {
    const order = await store.find(code);
    if (!order || knows(order.history, key) || refusalOf(order, event, { by, now: clock.now() })) return undefined;
    const id = `resi/${asResi(event.resi)}`;
    if (await claims.take(id, code, clock.now())) return undefined;
    const holder = await claims.holder(id);
    const details = holder === undefined ? [] : [holder];
    const refused = { code: 'order-move-refused', event: 'ship', axis: 'fulfilment', state: order.state } as const;
    return { ...refused, why: 'resi-used', details };
  }

  const repricing = createRepricing({ store, claims, clock, move });

  async function runDue(order: Order, now: Date): Promise<void> {
    for (const { name, does } of dueBy(order, sop(), now)) {
      // key: <code>/due/<step>
      if (does.type === 'finish') await placing.finish(order);
      else await apply(order._id, does, { key: keyOf(order._id, 'due', name), by: HOUSE });
    }
  }

  return {
    place: async (request, key, by) => {
      const placed = await placing.place(request, key, by);
      log.info({ key, order: placed.ok ? placed.value._id : undefined, placed: placed.ok }, 'order placed');
      return placed;
    },
    apply,
    async reopen(code, reason, { key, by }) {
      const reopening = await move(code, { type: 'reopen', reason }, { key, by });
      if (!reopening.ok) return reopening;
      return reopening.value.state === 'reopening' ? placing.finish(reopening.value) : outcomeOf(reopening.value);
    },
    reprice: (code, change, reason, at) => repricing(code, change, reason, at),
    mayNot: (order, event, by) => refusalOf(order, event, { by, now: clock.now() }),
    find: (code) => store.find(code),
    list: (query) => store.list(query),
    search: (text, limit) => store.search(text, limit),
    byResi: (resi) => store.byResi(resi),
    byPhone: (e164) => store.byPhone(e164),
    async answerHold(code) {
      const order = await store.find(code);
      if (!order) return 'given-up';
      const waits = order.state === 'placing' || order.state === 'reopening';
      // It moves first, then its goods go: it must never be placed without them.
      const settled = waits ? await placing.giveUp(order, { code: 'took-too-long' }) : ok(order);
      if (!settled.ok) return 'given-up';
      const { state } = settled.value;
      return state === 'expired' || state === 'cancelled' || state === 'dropped' ? 'given-up' : 'wanted';
    },
    async recomputeDue() {
      const open = await store.list({ states: ['placing', 'reopening', 'placed'], limit: 100_000 });
      for (const { _id } of open) {
        await store.change(_id, (order) => ok({ type: 'changed', doc: order, owes: [] }));
      }
      return open.length;
    },
    clockwork: store.clockwork,
  };
}
