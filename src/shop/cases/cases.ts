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
import type { AskOrder } from '../catalog/stock.ts';
import { type By, HOUSE, knows } from '../history.ts';
import type { Orders } from '../orders/orders.ts';
import type { Case } from './case.ts';
import type { OpenRefused } from './case-problem.ts';
import { type CaseQuery, type CaseStore, createCaseStore } from './case-store.ts';
import { type DueRules, dueBy } from './due.ts';
import type { AnyEvent, CaseEvent, CaseMoveRefused } from './event.ts';
import { type CaseFiles, dropFiles, keepFiles } from './evidence.ts';
import { wantsGoods } from './goods.ts';
import type { GuardAt } from './guards.ts';
import { next, refusalOf } from './next.ts';
import { createOpening } from './opening.ts';
import { createRefunds } from './refunds.ts';
import type { CaseRequest } from './request.ts';

/** The case changed after the button was shown. */
interface StaleButton {
  readonly code: 'stale-button';
  readonly rev: number;
}
/** A cause, who, and the number that the case had when the button was shown. */
export type ApplyAt = At & { readonly expectedRev?: number | undefined };
export type ApplyRefused = CaseMoveRefused | NotFound | StaleButton;

/** Complaints and returs of the shop. */
export interface Cases {
  /** Opens a case once per key; called again it gives the same outcome, a refusal too. A late one is opened, marked late. */
  open(request: CaseRequest, at: At): Promise<Result<Case, OpenRefused>>;
  /** Moves a case once per key: the same key again gives the same case back and owes nothing again. */
  apply(code: Code, event: CaseEvent, at: ApplyAt): Promise<Result<Case, ApplyRefused>>;
  /** Why an event would be refused now; undefined when it may happen. For buttons that are only shown when they work. */
  mayNot(one: Case, event: AnyEvent, by: By): CaseMoveRefused | undefined;
  find(code: Code): Promise<Case | undefined>;
  list(query: CaseQuery): Promise<Case[]>;
  /** All cases of an order, newest first; those that came to nothing are left out. */
  byOrder(order: Code): Promise<Case[]>;
  /** Forgets a customer: words, pictures and bank account go, amounts and decisions stay. */
  erasePerson(customer: string, key: Key): Promise<void>;
  /** Whether goods held in a case's name are still wanted; asked by the stock. */
  readonly answerHold: AskOrder;
  /** The goods that a case promised are not there: the owner hears of it, once per key. */
  fellShort(code: string, key: Key): Promise<void>;
  /** Computes anew when something is due on every open case, after a time limit changed. */
  recomputeDue(): Promise<number>;
  readonly clockwork: Clockworked;
}

export interface CasesDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly log: Logger;
  readonly files: CaseFiles;
  /** The shop's policy, its zone, and its quiet hours. */
  readonly rules: () => DueRules;
  readonly orders: Pick<Orders, 'find' | 'apply'>;
}

/** Creates the cases on a connection. */
export function createCases(deps: CasesDeps): Cases {
  const { clock, log, files, rules, orders } = deps;
  const store: CaseStore = createCaseStore({ ...deps, onDue: (one, now) => runDue(one, now) });
  const refunds = createRefunds({ orders, byOrder: (code) => store.byOrder(code) });
  const opening = createOpening({ ...deps, store, findOrder: (code) => orders.find(code) });

  const apply: Cases['apply'] = async (code, event, at) => {
    const one = await store.find(code);
    if (!one) return err({ code: 'not-found' });
    if (knows(one.history, at.key)) return ok(one);
    const facts = await factsFor(one, event, at.by);
    const done = facts.ok ? await move(code, event, at, facts.value) : facts;
    if (!done.ok) log.info({ key: at.key, case: code, event: event.type, refused: done.error.code }, 'case not moved');
    return done;
  };

  const move = (code: Code, event: CaseEvent, { key, by, expectedRev }: ApplyAt, facts: Facts) =>
    store.change<CaseMoveRefused | StaleButton>(code, (one): Result<Change<Case>, CaseMoveRefused | StaleButton> => {
      if (knows(one.history, key)) return ok({ type: 'unchanged' });
      // The table first: who comes second shall hear who decided, not that a button is old.
      const refused = refusalOf(one, event, { by, now: clock.now(), rules: rules(), ...facts });
      if (refused) return err(refused);
      if (expectedRev !== undefined && expectedRev !== one.rev) return err({ code: 'stale-button', rev: one.rev });
      const moved = next(one, event, { key, by, now: clock.now(), rules: rules(), ...facts });
      if (!moved.ok) return moved;
      const { type, case: doc, owes } = moved.value;
      return ok(type === 'moved' ? { type: 'changed', doc, owes } : { type: 'unchanged' });
    });

  /** What a move has to know beside the case: what its files show, what the order's money allows, lines that are free. */
  async function factsFor(one: Case, event: CaseEvent, by: By): Promise<Result<Facts, CaseMoveRefused>> {
    const refunded = MONEY_DECIDES.has(event.type) ? await refunds.booked(one) : undefined;
    const refused = refusalOf(one, event, { by, now: clock.now(), rules: rules(), refunded });
    // Refused anyway; then nothing is kept or claimed for it.
    if (refused) return err(refused);
    switch (event.type) {
      case 'add_evidence':
        return ok({ kinds: await keepFiles(one._id, event.files, files) });
      case 'appeal': {
        const [taken] = await opening.claimLines(one);
        const other = taken && 'case' in taken ? taken.case : undefined;
        if (taken) return err({ ...caseRefused(one, event), why: 'line-taken', ...(other !== undefined && { other }) });
        return ok({ kinds: await keepFiles(one._id, event.files ?? [], files) });
      }
      case 'approve':
      case 'change_remedy':
        return ok({ refundable: await refunds.refundable(one), refunded });
      case 'pay_refund': {
        const booked = await refunds.book(one, by);
        if (!booked.ok) return booked;
        await keepFiles(one._id, event.proof === undefined ? [] : [event.proof], files);
        return ok({ refunded: booked.value });
      }
      default:
        return ok({ refunded });
    }
  }

  async function runDue(one: Case, now: Date): Promise<void> {
    for (const { name, does } of dueBy(one, rules(), now)) {
      // key: <code>/due/<step>
      if (does.type === 'finish') await opening.finish(one);
      else await apply(one._id, does, { key: keyOf(one._id, 'due', name), by: HOUSE });
    }
  }

  return {
    open: async (request, at) => {
      const opened = await opening.open(request, at);
      const code = opened.ok ? opened.value._id : undefined;
      log.info({ key: at.key, order: request.order, case: code, opened: opened.ok }, 'case opened');
      return opened;
    },
    apply,
    mayNot: (one, event, by) => refusalOf(one, event, { by, now: clock.now(), rules: rules() }),
    find: (code) => store.find(code),
    list: (query) => store.list(query),
    byOrder: (order) => store.byOrder(order),
    async erasePerson(customer, key) {
      for (const one of await store.ofCustomer(customer)) {
        await dropFiles(one, files);
        await apply(one._id, { type: 'erase_person' }, { key: keyOf(key, one._id), by: HOUSE });
      }
    },
    async answerHold(code) {
      const one = await store.find(code);
      return one && wantsGoods(one) ? 'wanted' : 'given-up';
    },
    async fellShort(code, key) {
      const one = await store.find(code);
      const k = one?.history.at(-1)?.n ?? 0;
      if (one && wantsGoods(one))
        await apply(one._id, { type: 'alarm', what: 'replacement_short', k }, { key, by: HOUSE });
    },
    async recomputeDue() {
      const open = await store.list({ limit: 100_000 });
      for (const { _id } of open) await store.change(_id, (doc) => ok({ type: 'changed', doc, owes: [] }));
      return open.length;
    },
    clockwork: store.clockwork,
  };
}

// Once the order gave the money, nothing else can be decided; the case ends as the money went.
const MONEY_DECIDES: ReadonlySet<CaseEvent['type']> = new Set([
  'pay_refund',
  'cancel',
  'change_remedy',
  'ship_replacement',
]);

type Facts = Pick<GuardAt, 'kinds' | 'refundable' | 'refunded'>;

const caseRefused = ({ state }: Case, { type }: CaseEvent) =>
  ({ code: 'case-move-refused', event: type, state }) as const;
