import { z } from 'zod';
import type { Code, FileId, Key } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { historyShape } from '../history.ts';

/** `ready`: written, with nobody yet; `empty`: the supplier has not got it. */
export const PURCHASE_STATES = ['ready', 'sent', 'accepted', 'empty', 'packed', 'shipped', 'cancelled'] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];

const lineShape = z
  .object({ sku: z.string(), name: z.string(), variant: z.string(), quantity: z.number(), cost: z.number() })
  .readonly();
export type PurchaseLine = z.infer<typeof lineShape>;

/** What goes to one supplier for one parcel of an order: the text it gets, and what it answered. */
export const purchaseShape = z.object({
  ...storedShape,
  key: z.string(),
  order: z.string(),
  parcel: z.number(),
  /** How people name it: the order's code, with the parcel's number where there are several. */
  label: z.string(),
  supplier: z.string(),
  state: z.enum(PURCHASE_STATES),
  /** As the supplier gets it, in its own format, with the shop as sender; empty once the customer was forgotten. */
  text: z.string(),
  lines: z.array(lineShape).readonly(),
  /** What the shop owes the supplier for the goods. */
  cost: z.number(),
  /** When it goes out: at once, or with the supplier's batch. */
  sendAt: z.date(),
  /** How it went: into the supplier's chat, or by the owner's hand. */
  route: z.enum(['chat', 'hand']).optional(),
  /** Given to the owner to be forwarded by hand. */
  offeredAt: z.date().optional(),
  sentAt: z.date().optional(),
  acceptedAt: z.date().optional(),
  packedAt: z.date().optional(),
  shippedAt: z.date().optional(),
  closedAt: z.date().optional(),
  courier: z.string().optional(),
  resi: z.string().optional(),
  /** Why it is empty or was taken back. */
  reason: z.string().optional(),
  /** Reminders sent: `<what>/<k>`. */
  reminded: z.array(z.string()).readonly(),
  /** Evidence from the supplier: screenshots, its own note of the order. */
  files: z.array(z.string()).readonly(),
  at: z.date(),
  history: historyShape,
});

export type Purchase = Readonly<Omit<z.infer<typeof purchaseShape>, '_id' | 'key' | 'order' | 'files' | 'duties'>> & {
  readonly _id: Code;
  readonly key: Key;
  readonly order: Code;
  readonly files: readonly FileId[];
  readonly duties: readonly Duty[];
};
