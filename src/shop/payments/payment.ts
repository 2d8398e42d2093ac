import { z } from 'zod';
import type { Code, FileId, Key } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { byShape, historyShape } from '../history.ts';

/** Where a payment was learned from: a picture, the bank's list, a gateway, or the owner's own word. */
const PAYMENT_WAYS = ['proof', 'mutation', 'gateway', 'cash'] as const;

/**
 * `claimed`: somebody says so; `unmatched`: money is there and nobody knows what for; `approved`: it is money; `late`: it is
 * money, but an order of it does not wait any more; `returned`: given back.
 */
const PAYMENT_STATES = ['claimed', 'unmatched', 'approved', 'late', 'rejected', 'returned'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

const decidedShape = z
  .object({
    key: z.string(),
    what: z.enum(['approved', 'rejected', 'returned']),
    by: byShape,
    at: z.date(),
    reason: z.string().optional(),
  })
  .readonly();
export type Decided = z.infer<typeof decidedShape>;

/** Another payment that came with the same picture, or one that looks nearly so. */
const reuseShape = z.object({ file: z.string(), payment: z.string(), how: z.enum(['same', 'near']) }).readonly();
export type Reuse = z.infer<typeof reuseShape>;

/** One payment: amount, when, from whom, evidence, and what it is for. One may pay two orders, two may pay one. */
export const paymentShape = z.object({
  ...storedShape,
  key: z.string(),
  way: z.enum(PAYMENT_WAYS),
  state: z.enum(PAYMENT_STATES),
  /** What came in; absent while only a picture says so. */
  amount: z.number().optional(),
  /** The shop's receiving account, where it is known. */
  account: z.string().optional(),
  /** Whose it is; absent where only a bank's list speaks. */
  customer: z.string().optional(),
  chat: z.string().optional(),
  /** The sender's name as the evidence or the bank says. */
  name: z.string().optional(),
  /** When it was paid, as the evidence says. */
  paidAt: z.date().optional(),
  /** Stored files, by their sha256. */
  evidence: z.array(z.string()).readonly(),
  reuse: z.array(reuseShape).readonly(),
  /** What of it is for which order; without an amount: whatever the order still asks for. */
  for: z.array(z.object({ order: z.string(), amount: z.number().optional() }).readonly()).readonly(),
  /** The orders of `for`, for the index. */
  orders: z.array(z.string()).readonly(),
  /** What each order answered to its allotment. */
  answers: z
    .array(
      z
        .object({ order: z.string(), answer: z.enum(['allotted', 'late']), amount: z.number(), at: z.date() })
        .readonly(),
    )
    .readonly(),
  /** What was different from the bill when it was claimed: too little, too much, no longer waited for. */
  flags: z.array(z.enum(['under', 'over', 'expired', 'paid-before', 'older-than-order', 'wrong-account'])).readonly(),
  /** The provider's own reference (bank list line, gateway id). */
  reference: z.string().optional(),
  decided: decidedShape.optional(),
  /** How often the owner was told that it waits. */
  alarms: z.number(),
  at: z.date(),
  history: historyShape,
});
export type Payment = Readonly<Omit<z.infer<typeof paymentShape>, '_id' | 'key' | 'duties' | 'evidence' | 'for'>> & {
  readonly _id: Code;
  readonly evidence: readonly FileId[];
  readonly for: readonly { readonly order: Code; readonly amount?: number | undefined }[];
  readonly key: Key;
  readonly duties: readonly Duty[];
};
