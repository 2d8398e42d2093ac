import type { Clock } from '../../core/clock.ts';
import { type Code, type Key, keyOf, readCode } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Claims } from '../../store/claims.ts';
import type { Fresh } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { HOUSE, knows, noticeOf, withEntry } from '../history.ts';
import { type Bill, type ReadBill, spread } from './bill.ts';
import type { createClaiming } from './claim.ts';
import { billsOf } from './claim.ts';
import type { DecideRefused } from './decide.ts';
import type { Payment } from './payment.ts';
import { allots, entryOf } from './payment-entry.ts';
import type { PaymentQuery, PaymentStore } from './payment-store.ts';

/** Money as a bank's list or a gateway tells of it. */
export interface Money {
  readonly way: 'mutation' | 'gateway';
  readonly amount: Rupiah;
  readonly account: string;
  readonly paidAt: Date;
  /** The provider's own name of it: one in the world. */
  readonly reference: string;
  readonly name?: string | undefined;
  /** Orders, where the provider knows them. */
  readonly orders?: readonly Code[] | undefined;
}

/** What the money came to: it settled something, it proved what was approved by hand before, or nobody knows what it is for. */
export type ReceiveOutcome =
  | { readonly type: 'settled' | 'proved' | 'unmatched'; readonly payment: Payment }
  | { readonly type: 'known'; readonly payment: Payment };

interface Deps {
  readonly store: PaymentStore;
  readonly clock: Clock;
  readonly acts: Acts;
  readonly claims: Claims;
  readonly readBill: ReadBill;
  readonly insert: ReturnType<typeof createClaiming>['insert'];
  readonly list: (query: PaymentQuery) => Promise<Payment[]>;
  readonly approve: (
    code: Code,
    how: { amount?: Rupiah | undefined; reference?: string | undefined },
    at: At,
  ) => Promise<Result<Payment, DecideRefused>>;
}

/** Creates the taking of money that is really there. */
export function createReceiving({ store, clock, acts, claims, readBill, insert, list, approve }: Deps) {
  const approved = (at: At, how: Pick<Payment, 'way'> & Partial<Payment>, bills: readonly Bill[], amount: Rupiah) =>
    insert(at.key, async (code) => {
      const now = clock.now();
      const parts = spread(amount, bills);
      const event = parts.length > 0 ? 'receive' : 'unmatched';
      const entry = entryOf({ history: [] }, { ...at, now }, event, {
        amount,
        orders: parts.map(({ order }) => order),
      });
      const doc: Fresh<Payment> = {
        ...how,
        _id: code,
        v: 1,
        key: at.key,
        state: parts.length > 0 ? 'approved' : 'unmatched',
        amount,
        evidence: [],
        reuse: [],
        for: parts,
        orders: parts.map(({ order }) => order),
        answers: [],
        flags: [],
        ...(parts.length > 0 && { decided: { key: at.key, what: 'approved', by: at.by, at: now } }),
        alarms: 0,
        at: now,
        history: [entry],
      };
      return { doc, owes: [...allots(code, entry.n, parts), noticeOf('payment', code, entry)] };
    });

  // Approved by hand before the bank's list came: the same money must not count twice.
  const prove = async (order: Code, money: Money, key: Key): Promise<Payment | undefined> => {
    const before = (await list({ states: ['approved', 'late'], order })).find(
      ({ reference, amount, way }) => reference === undefined && amount === money.amount && way !== 'gateway',
    );
    if (!before) return undefined;
    const done = await store.change<never>(before._id, (payment) => {
      if (payment.reference !== undefined || knows(payment.history, key)) return ok({ type: 'unchanged' });
      const entry = entryOf(payment, { key, by: HOUSE, now: clock.now() }, 'confirm', { amount: money.amount });
      const doc = { ...payment, reference: money.reference, history: withEntry(payment.history, entry) };
      return ok({ type: 'changed', doc, owes: [noticeOf('payment', payment._id, entry)] });
    });
    return done.ok && done.value.reference === money.reference ? done.value : undefined;
  };

  const settle = async (money: Money, key: Key): Promise<ReceiveOutcome> => {
    const { way, amount, account, paidAt, reference, name } = money;
    const holder = await claims.holder(`amount/${account}/${amount}`);
    const meant = readCode(holder ?? '');
    const orders = money.orders ?? (meant ? [meant] : []);
    const bills = await billsOf(orders, readBill);
    const [bill] = bills;
    if (bill && bills.length === 1) {
      const open = await list({ states: ['claimed'], order: bill.order });
      const [claim] = open;
      if (claim && open.length === 1 && claim.for.length === 1) {
        const done = await approve(claim._id, { amount, reference }, { key, by: HOUSE });
        if (done.ok) return { type: 'settled', payment: done.value };
      }
      const proved = await prove(bill.order, money, key);
      if (proved) return { type: 'proved', payment: proved };
    }
    const how = { way, account, paidAt, reference, ...(name !== undefined && { name }) };
    const payment = await approved({ key, by: HOUSE }, how, bills, amount);
    return { type: payment.state === 'unmatched' ? 'unmatched' : 'settled', payment };
  };

  return {
    /** Money from a bank's list or a gateway; the same reference again is known. */
    async receive(money: Money, key: Key): Promise<ReceiveOutcome> {
      const [known] = await store.many({ reference: money.reference }, { limit: 1 });
      return known && known.key !== key ? { type: 'known', payment: known } : settle(money, key);
    },

    /** The owner says the money is there. */
    async take(order: Code, amount: Rupiah | undefined, at: At): Promise<Result<Payment, DecideRefused>> {
      const said = await acts.once(keyOf(at.key, 'take'), clock.now(), async () => {
        const open = await list({ states: ['claimed'], order });
        const [claim] = open;
        if (claim && open.length === 1) {
          const done = await approve(claim._id, { amount }, at);
          return done.ok ? { payment: done.value._id } : { refused: done.error.code, payment: claim._id };
        }
        const [bill] = await billsOf([order], readBill);
        const sum = amount ?? bill?.left ?? 0;
        if (!bill || sum <= 0) return { refused: bill ? 'amount-needed' : 'nothing-to-pay' };
        return { payment: (await approved(at, { way: 'cash' }, [bill], sum))._id };
      });
      const payment = said.payment === undefined ? undefined : await store.find(said.payment);
      return payment && said.refused === undefined ? ok(payment) : err(refusalOf(said.refused, payment));
    },
  };
}

function refusalOf(code: string | undefined, payment: Payment | undefined): DecideRefused {
  if (code === 'already-decided' && payment) return { code, state: payment.state, decided: payment.decided };
  return code === 'amount-needed' ? { code } : { code: 'nothing-to-pay' };
}
