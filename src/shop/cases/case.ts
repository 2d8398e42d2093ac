import { z } from 'zod';
import type { ChatId, Code, FileId, Key, PersonId } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { COMPLAINT_REASONS, COMPLAINT_WISHES } from '../../understanding/complaint.ts';
import { byShape, historyShape } from '../history.ts';
import type { CaseProblem } from './case-problem.ts';
import { supplierClaimShape } from './supplier-claim.ts';

/** `opening` says "not yet": its lines are being claimed under the case's name. */
export const CASE_STATES = [
  'opening',
  'dropped',
  'awaiting-evidence',
  'in-review',
  'awaiting-second',
  'awaiting-return',
  'sent-back',
  'arrived',
  'inspected',
  'resolving',
  'replacement-sent',
  'completed',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** A complaint asks for something to be put right, a retur sends goods back for it. */
const CASE_KINDS = ['complaint', 'retur'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export type CaseReason = (typeof COMPLAINT_REASONS)[number];
export type Remedy = (typeof COMPLAINT_WISHES)[number];

/** What evidence shows: a picture, a film, or paper. */
const EVIDENCE_KINDS = ['photo', 'video', 'document'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What speaks for or against the case, for the owner to weigh; computed, never a decision. */
export const FINDINGS = [
  'in-window',
  'late',
  'arrival-unknown',
  'not-arrived',
  'courier-says-delivered',
  'photo-missing',
  'video-missing',
  'change-of-mind',
  'not-taken-back',
  'remedy-unusual',
] as const;
export type Finding = (typeof FINDINGS)[number];

const verdictShape = z
  .object({
    inWindow: z.boolean(),
    /** The end of the window; absent where nobody knows when the goods came. */
    until: z.date().optional(),
    /** Everything is there that the rules ask for. */
    evidenceComplete: z.boolean(),
    /** What the case waits for. */
    missing: z.array(z.enum(['photo', 'video'])).readonly(),
    /** Who pays for sending back, by the shop's rules. */
    pays: z.enum(['shop', 'customer']),
    /** Whether the rules want the goods back. */
    sendBack: z.boolean(),
    findings: z.array(z.enum(FINDINGS)).readonly(),
    /** Why these goods are not taken back for this, in the shop's words. */
    because: z.string().optional(),
  })
  .readonly();
export type Verdict = z.infer<typeof verdictShape>;

const lineShape = z
  .object({
    sku: z.string(),
    /** The product in whose stock it is counted; absent where the supplier is asked. */
    product: z.string().optional(),
    quantity: z.number(),
    name: z.string(),
    price: z.number(),
    supplier: z.string(),
    /** The parcel of the order that it came in. */
    parcel: z.number(),
  })
  .readonly();
export type CaseLine = z.infer<typeof lineShape>;

const decisionShape = z
  .object({
    what: z.enum(['approved', 'rejected', 'settled']),
    by: byShape,
    at: z.date(),
    reason: z.string().optional(),
    remedy: z.enum(COMPLAINT_WISHES).optional(),
    /** Who agreed to a refund above the limit. */
    second: z.object({ by: byShape, at: z.date() }).readonly().optional(),
  })
  .readonly();
export type Decision = z.infer<typeof decisionShape>;

const destinationShape = z
  .object({
    bank: z.string(),
    number: z.string(),
    holder: z.string(),
    /** When the customer said that it is right. */
    confirmedAt: z.date().optional(),
  })
  .readonly();

const shippedShape = z.object({ courier: z.string(), resi: z.string(), at: z.date() }).readonly();

/** A complaint or retur, whole: what is wrong with which lines, what is wished, what was decided, what became of it. */
export const caseShape = z.object({
  ...storedShape,
  key: z.string(),
  order: z.string(),
  customer: z.string(),
  chat: z.string().optional(),
  kind: z.enum(CASE_KINDS),
  reason: z.enum(COMPLAINT_REASONS),
  wish: z.enum(COMPLAINT_WISHES).optional(),
  lines: z.array(lineShape).readonly(),
  /** The suppliers of the lines, for the index. */
  suppliers: z.array(z.string()).readonly(),
  words: z.string(),
  evidence: z.array(z.object({ file: z.string(), kind: z.enum(EVIDENCE_KINDS) }).readonly()).readonly(),
  /** Computed when it is submitted; only what is missing of the evidence moves after that. */
  verdict: verdictShape.optional(),
  state: z.enum(CASE_STATES),
  /** When it came into this state; what is due counts from here. */
  since: z.date(),
  decision: decisionShape.optional(),
  /** Goods on their way back; without it nothing is sent back. */
  sendBack: z
    .object({
      pays: z.enum(['shop', 'customer']),
      /** Where to, as the owner wrote it; without it to the shop's own address. */
      to: z.string().optional(),
      sent: shippedShape.optional(),
      arrivedAt: z.date().optional(),
    })
    .readonly()
    .optional(),
  inspection: z.object({ fit: z.boolean(), note: z.string(), at: z.date() }).readonly().optional(),
  refund: z
    .object({ amount: z.number(), paidAt: z.date().optional(), proof: z.string().optional() })
    .readonly()
    .optional(),
  /** Where a refund goes. */
  destination: destinationShape.optional(),
  replacement: shippedShape.optional(),
  supplierClaims: z.array(supplierClaimShape).readonly(),
  appealed: z.object({ at: z.date(), words: z.string() }).readonly().optional(),
  /** Reminders and alarms given in this state: `<what>/<k>`. */
  rung: z.array(z.string()).readonly(),
  /** Why it came to nothing, as it was told; the same for a repeated call. */
  refusal: z.custom<readonly CaseProblem[]>().optional(),
  at: z.date(),
  closedAt: z.date().optional(),
  history: historyShape,
});

export type Case = Readonly<
  Omit<z.infer<typeof caseShape>, '_id' | 'key' | 'order' | 'customer' | 'chat' | 'evidence' | 'refund' | 'duties'>
> & {
  readonly _id: Code;
  readonly key: Key;
  readonly order: Code;
  readonly customer: PersonId;
  readonly chat?: ChatId | undefined;
  readonly evidence: readonly Evidence[];
  readonly refund?: Refund | undefined;
  readonly duties: readonly Duty[];
};

/** A stored file that shows what is wrong. */
export interface Evidence {
  readonly file: FileId;
  readonly kind: EvidenceKind;
}

/** Money that goes back to the customer. */
interface Refund {
  readonly amount: number;
  readonly paidAt?: Date | undefined;
  readonly proof?: FileId | undefined;
}
