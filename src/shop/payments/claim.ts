import type { Clock } from '../../core/clock.ts';
import { codeOf, type Key, keyOf } from '../../core/ids.ts';
import { ok } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Claims } from '../../store/claims.ts';
import type { Fresh } from '../../store/documents.ts';
import type { NewDuty } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { knows, noticeOf, withEntry } from '../history.ts';
import type { Bill, ReadBill } from './bill.ts';
import { type ClaimInput, draftClaim } from './draft-claim.ts';
import { type EvidenceFiles, keepEvidence } from './evidence.ts';
import type { Payment } from './payment.ts';
import { entryOf, tells } from './payment-entry.ts';
import type { PaymentStore } from './payment-store.ts';

/** What a customer hears of a proof; only `nothing-to-pay` leaves nothing for the owner to see. */
export type ClaimOutcome =
  | { readonly type: 'recorded' | 'expired' | 'paid-before'; readonly payment: Payment }
  | { readonly type: 'nothing-to-pay' };

interface Deps {
  readonly store: PaymentStore;
  readonly clock: Clock;
  readonly acts: Acts;
  readonly claims: Claims;
  readonly files: EvidenceFiles;
  readonly readBill: ReadBill;
}

/** Creates the act of saying "I have paid": a claim, never money. */
export function createClaiming({ store, clock, acts, claims, files, readBill }: Deps) {
  /** Inserts a payment under the first free code of its key; the same key gives the same payment. */
  const insert = async (
    key: Key,
    draw: (code: Payment['_id']) => Promise<{ doc: Fresh<Payment>; owes: readonly NewDuty[] }>,
  ): Promise<Payment> => {
    for (let attempt = 0; ; attempt++) {
      const code = codeOf(key, attempt);
      const there = await store.find(code);
      if (there?.key === key) return there;
      if (there) continue;
      const { doc, owes } = await draw(code);
      await store.insert(doc, owes);
      const saved = await store.find(code);
      if (saved?.key === key) return saved;
      // Not the code was taken but the money's own name: it is there already, under another key.
      const { reference } = doc;
      const [known] = await store.many(reference === undefined ? { key } : { reference }, { limit: 1 });
      if (known) return known;
    }
  };

  const add = async (payment: Payment, input: ClaimInput, at: At): Promise<Payment> => {
    const reuse = await keepEvidence(payment._id, input.evidence, { files, claims, now: clock.now() });
    const done = await store.change(payment._id, (newest) => {
      const fresh = input.evidence.filter((file) => !newest.evidence.includes(file));
      if (fresh.length === 0 || knows(newest.history, at.key)) return ok({ type: 'unchanged' as const });
      const entry = entryOf(newest, { ...at, now: clock.now() }, 'more_evidence', { files: fresh.length });
      const doc = {
        ...newest,
        evidence: [...newest.evidence, ...fresh],
        reuse: [...newest.reuse, ...reuse],
        amount: newest.amount ?? input.amount,
        history: withEntry(newest.history, entry),
      };
      return ok({ type: 'changed' as const, doc, owes: [noticeOf('payment', newest._id, entry)] });
    });
    return done.ok ? done.value : payment;
  };

  /** An open claim of the same person for the same orders: a second photo belongs to it. */
  const sameClaim = async (input: ClaimInput, orders: readonly string[]): Promise<Payment | undefined> => {
    const first = orders[0];
    if (first === undefined) return undefined;
    const open = await store.list({ states: ['claimed'], order: first });
    return open.find(
      ({ orders: theirs, customer }) =>
        customer === input.customer && theirs.length === orders.length && orders.every((one) => theirs.includes(one)),
    );
  };

  const record = async (input: ClaimInput, at: At, bills: readonly Bill[]): Promise<Payment | undefined> => {
    const drafted = draftClaim(input, bills);
    if (drafted.type === 'nothing-to-pay') return undefined;
    const orders = drafted.parts.map(({ order }) => order);
    const same = await sameClaim(input, orders);
    if (same && same.key !== at.key) return add(same, input, at);
    const { key } = at;
    return insert(key, async (code) => {
      const now = clock.now();
      const entry = entryOf({ history: [] }, { ...at, now }, 'claim', { orders });
      const { evidence, customer, chat, name, amount, account, paidAt } = input;
      const doc: Fresh<Payment> = {
        _id: code,
        v: 1,
        key,
        way: 'proof',
        state: 'claimed',
        ...(amount !== undefined && { amount }),
        ...(account !== undefined && { account }),
        ...(paidAt && { paidAt }),
        ...(customer !== undefined && { customer }),
        ...(chat !== undefined && { chat }),
        ...(name !== undefined && { name }),
        evidence: [...new Set(evidence)],
        reuse: await keepEvidence(code, evidence, { files, claims, now }),
        for: drafted.parts,
        orders,
        answers: [],
        flags: drafted.flags,
        alarms: 0,
        at: now,
        history: [entry],
      };
      return { doc, owes: [...tells(doc, entry.n, 'claim'), noticeOf('payment', code, entry)] };
    });
  };

  return {
    insert,
    /** Records a claim once per key; the same key hears the same outcome again. */
    async claim(input: ClaimInput, at: At): Promise<ClaimOutcome> {
      const said = await acts.once(keyOf(at.key, 'claim'), clock.now(), async () => {
        const bills = await billsOf(input.orders, readBill);
        const payment = await record(input, at, bills);
        return { payment: payment?._id ?? null };
      });
      const payment = said.payment === null ? undefined : await store.find(said.payment);
      if (!payment) return { type: 'nothing-to-pay' };
      if (payment.flags.includes('expired')) return { type: 'expired', payment };
      return { type: payment.flags.includes('paid-before') ? 'paid-before' : 'recorded', payment };
    },
  };
}

/** The bills of orders, unknown ones left out, each once. */
export async function billsOf(orders: readonly Bill['order'][], readBill: ReadBill): Promise<readonly Bill[]> {
  const bills = await Promise.all([...new Set(orders)].map((order) => readBill(order)));
  return bills.filter((bill) => bill !== undefined);
}
