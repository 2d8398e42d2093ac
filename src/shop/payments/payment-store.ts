import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { HOUR } from '../../core/clock.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { type Payment, type PaymentState, paymentShape } from './payment.ts';

/** After how many hours the owner is told that a payment waits for a decision. */
export interface PaymentSop {
  readonly reviewHours: readonly number[];
}
export const DEFAULT_PAYMENT_SOP: PaymentSop = { reviewHours: [1, 6, 12] };

/** Which payments are wanted; the oldest first, for they have waited longest. */
export interface PaymentQuery {
  readonly states?: readonly PaymentState[];
  readonly order?: string;
  readonly customer?: string;
  readonly since?: Date;
  readonly skip?: number;
  readonly limit?: number;
}

export interface PaymentStore extends Documents<Payment> {
  list(query: PaymentQuery): Promise<Payment[]>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly sop: () => PaymentSop;
  readonly onDue: (payment: Payment, now: Date) => Promise<void>;
}

/** Creates the payments' collection on a connection. */
export function createPaymentStore({ connection, clock, payers, buried, sop, onDue }: Deps): PaymentStore {
  const documents = createDocuments<Payment>({
    connection,
    clock,
    payers,
    buried,
    onDue,
    name: 'payments',
    schema: paymentShape,
    indexes: [
      { fields: { key: 1 }, unique: true },
      { fields: { orders: 1 } },
      { fields: { state: 1, at: 1 } },
      { fields: { customer: 1, at: 1 } },
      { fields: { at: 1 } },
      { fields: { reference: 1 }, unique: true, partial: { reference: { $exists: true } } },
    ],
    due: (payment) => reviewDue(payment, sop()),
  });
  return {
    ...documents,
    list: ({ states, order, customer, since, skip, limit = 50 }) =>
      documents.many(
        {
          ...(order !== undefined && { orders: order }),
          ...(customer !== undefined && { customer }),
          ...(states && { state: where({ $in: states }) }),
          ...(since && { at: where({ $gte: since }) }),
        },
        { sort: { at: 1 }, limit, ...(skip !== undefined && { skip }) },
      ),
  };
}

/** How many times the owner should have heard by now that a payment waits: of several that were missed one is told. */
export const alarmsBy = (payment: Payment, sop: PaymentSop, now: Date): number =>
  Math.max(
    payment.alarms + 1,
    sop.reviewHours.filter((hours) => payment.at.getTime() + hours * HOUR <= now.getTime()).length,
  );

/** When the owner is told next that a payment waits; pure. */
function reviewDue(payment: Payment, sop: PaymentSop): Date | undefined {
  const waits = payment.state === 'claimed' || payment.state === 'unmatched' || payment.state === 'late';
  const hours = sop.reviewHours[payment.alarms];
  return waits && hours !== undefined ? new Date(payment.at.getTime() + hours * HOUR) : undefined;
}
