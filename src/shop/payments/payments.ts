import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import type { Code, Key } from '../../core/ids.ts';
import { keyOf } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Buried } from '../../store/buried.ts';
import type { Claims } from '../../store/claims.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { HOUSE, knows, nextEntry, noticeOf, withEntry } from '../history.ts';
import { answered, offerAgain } from './answers.ts';
import type { ReadBill } from './bill.ts';
import { billsOf, type ClaimOutcome, createClaiming } from './claim.ts';
import { type AlreadyDecided, approve, type DecideRefused, giveBack, reject, revoke } from './decide.ts';
import type { ClaimInput } from './draft-claim.ts';
import { dropEvidence, type EvidenceFiles } from './evidence.ts';
import type { Payment } from './payment.ts';
import { alarmsBy, createPaymentStore, type PaymentQuery, type PaymentSop } from './payment-store.ts';
import { createReceiving, type Money, type ReceiveOutcome } from './receive.ts';

/** How a payment is approved: with another amount than the evidence says, or for other orders. */
interface ApproveHow {
  readonly amount?: Rupiah | undefined;
  readonly orders?: readonly Code[] | undefined;
  /** The provider's own name of the money that proves it. */
  readonly reference?: string | undefined;
}

/** Payments: claimed by customers, seen at the bank, taken by the owner; only a decision makes one count. */
export interface Payments {
  /** A customer's proof; kept for the owner whatever has become of the order. */
  claim(input: ClaimInput, at: At): Promise<ClaimOutcome>;
  approve(code: Code, how: ApproveHow, at: At): Promise<Result<Payment, DecideRefused>>;
  reject(code: Code, reason: string, at: At): Promise<Result<Payment, AlreadyDecided | NotFound>>;
  /** Takes an approval back. */
  revoke(code: Code, reason: string, at: At): Promise<Result<Payment, AlreadyDecided | NotFound>>;
  /** Money that no order takes was sent back. */
  giveBack(code: Code, reason: string, at: At): Promise<Result<Payment, AlreadyDecided | NotFound>>;
  /** The owner has the money (`/terima CODE`); an open claim for the order is approved by it. */
  take(order: Code, amount: Rupiah | undefined, at: At): Promise<Result<Payment, DecideRefused>>;
  /** Money seen at the bank or told by a gateway; settles the order whose unique amount it is, else waits for the owner. */
  receive(money: Money, key: Key): Promise<ReceiveOutcome>;
  find(code: Code): Promise<Payment | undefined>;
  list(query: PaymentQuery): Promise<Payment[]>;
  /** Claims for an order that nobody has decided on. */
  openClaims(order: Code): Promise<readonly { payment: Code; amount?: number | undefined }[]>;
  /** What an order answered to its part; called by the payer of `allot`. */
  answer(code: Code, answer: { order: Code; answer: 'allotted' | 'late'; amount: Rupiah }, key: Key): Promise<void>;
  /** Offers late money to an order that lives again. */
  again(order: Code, key: Key): Promise<void>;
  /** Forgets a customer: names and pictures go, amounts stay. */
  erasePerson(customer: string, key: Key): Promise<void>;
  readonly clockwork: Clockworked;
}

export interface PaymentsDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly files: EvidenceFiles;
  readonly sop: () => PaymentSop;
  readonly readBill: ReadBill;
}

/** Creates the payments on a connection. */
export function createPayments(deps: PaymentsDeps): Payments {
  const { clock, readBill, files } = deps;
  const store = createPaymentStore({ ...deps, onDue: (payment) => remind(payment) });
  const claiming = createClaiming({ ...deps, store });

  // key: <payment>/waiting/<k>
  async function remind({ _id, alarms }: Payment): Promise<void> {
    const now = clock.now();
    const key = keyOf(_id, 'waiting', alarms);
    await store.change(_id, (payment) => {
      if (knows(payment.history, key)) return ok({ type: 'unchanged' });
      const entry = nextEntry(payment.history, { key, at: now, by: HOUSE, event: 'waiting', data: { k: alarms } });
      const doc = {
        ...payment,
        alarms: alarmsBy(payment, deps.sop(), now),
        history: withEntry(payment.history, entry),
      };
      return ok({ type: 'changed', doc, owes: [noticeOf('payment', _id, entry)] });
    });
  }

  const approveOne: Payments['approve'] = async (code, { amount, orders, reference }, at) => {
    const payment = await store.find(code);
    if (!payment) return err({ code: 'not-found' });
    const bills = await billsOf(orders ?? payment.for.map(({ order }) => order), readBill);
    if (bills.length === 0 && !knows(payment.history, at.key)) return err({ code: 'nothing-to-pay' });
    return store.change(code, (newest) => approve(newest, { amount, bills, reference }, { ...at, now: clock.now() }));
  };

  const list = (query: PaymentQuery): Promise<Payment[]> => store.list(query);
  const openFor = (order: Code): Promise<Payment[]> => list({ states: ['claimed'], order });
  const receiving = createReceiving({ ...deps, insert: claiming.insert, list, approve: approveOne, store });

  return {
    claim: (input, at) => claiming.claim(input, at),
    approve: approveOne,
    reject: (code, reason, at) => store.change(code, (one) => reject(one, reason, { ...at, now: clock.now() })),
    revoke: (code, reason, at) => store.change(code, (one) => revoke(one, reason, { ...at, now: clock.now() })),
    giveBack: (code, reason, at) => store.change(code, (one) => giveBack(one, reason, { ...at, now: clock.now() })),
    take: (order, amount, at) => receiving.take(order, amount, at),
    receive: (money, key) => receiving.receive(money, key),
    find: (code) => store.find(code),
    list,
    openClaims: async (order) =>
      (await openFor(order)).map(({ _id, for: parts }) => {
        const amount = parts.find((part) => part.order === order)?.amount;
        return { payment: _id, ...(amount !== undefined && { amount }) };
      }),
    async answer(code, answer, key) {
      await store.change(code, (payment) => answered(payment, answer, { key, by: HOUSE, now: clock.now() }));
    },
    async again(order, key) {
      for (const { _id } of await list({ states: ['late'], order })) {
        const at = { key: keyOf(key, _id), by: HOUSE, now: clock.now() };
        await store.change(_id, (payment) => offerAgain(payment, order, at));
      }
    },
    async erasePerson(customer, key) {
      for (const { _id, evidence } of await list({ customer, limit: 10_000 })) {
        await dropEvidence(_id, evidence, files);
        await store.change(_id, (payment) => {
          const at = { key: keyOf(key, _id), at: clock.now(), by: HOUSE, event: 'erase_person' };
          const entry = nextEntry(payment.history, at);
          const history = withEntry(payment.history, entry);
          const doc = { ...payment, evidence: [], reuse: [], name: undefined, chat: undefined, history };
          return ok({ type: 'changed', doc, owes: [] });
        });
      }
    },
    clockwork: store.clockwork,
  };
}
