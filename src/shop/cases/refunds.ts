import type { Code } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { By } from '../history.ts';
import { paidOf } from '../orders/money.ts';
import type { Orders } from '../orders/orders.ts';
import type { Case } from './case.ts';
import type { CaseMoveRefused } from './event.ts';
import { bookedFor, mayPromise, refundKey } from './refundable.ts';

/** The money of cases, which their orders keep. */
export interface Refunds {
  /** The most that a case may promise back. */
  refundable(one: Case): Promise<Rupiah>;
  /** What the order gave back for a case; undefined when nothing yet. */
  booked(one: Case): Promise<Rupiah | undefined>;
  /** Has the order give it back, once a case. The order leads: it gives no more than it has, whoever asks at the same time. */
  book(one: Case, by: By): Promise<Result<Rupiah, CaseMoveRefused>>;
}

/** Creates the money of cases. */
export function createRefunds(deps: {
  readonly orders: Pick<Orders, 'find' | 'apply'>;
  byOrder(code: Code): Promise<readonly Case[]>;
}): Refunds {
  const { orders, byOrder } = deps;
  const booked: Refunds['booked'] = async (one) => bookedFor(one, await orders.find(one.order));
  return {
    booked,
    async refundable({ _id, order: code }) {
      const [order, cases] = await Promise.all([orders.find(code), byOrder(code)]);
      const others = cases.filter((other) => other._id !== _id);
      return order ? mayPromise(order, others) : 0;
    },
    async book(one, by) {
      const { _id, order: code, reason, refund, state } = one;
      const was = await booked(one);
      if (was !== undefined) return ok(was);
      const amount = refund?.amount ?? 0;
      const move = { type: 'refund', amount, reason: `${reason} ${_id}` } as const;
      const done = await orders.apply(code, move, { key: refundKey(one), by });
      if (done.ok) return ok(bookedFor(one, done.value) ?? amount);
      const order = await orders.find(code);
      const most = order ? Math.max(0, paidOf(order)) : 0;
      return err({ code: 'case-move-refused', event: 'pay_refund', state, why: 'too-much', most });
    },
  };
}
