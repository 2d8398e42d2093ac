import { z } from 'zod';
import { MINUTE } from '../core/clock.ts';
import type { Key } from '../core/ids.ts';
import type { Json } from '../core/json.ts';

/** The kinds of what a document can owe; each has one payer, idempotent by key. */
export const DUTY_KINDS = [
  'notice',
  'hold',
  'release',
  'allot',
  'ledger',
  'number',
  'purchase',
  'order',
  'claim',
  'file',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** A fresh duty is due in a minute: whoever saved it pays it at once, the clockwork only what was left. */
export const FRESH_DUTY_MS = MINUTE;

/** What a document owes after a move; saved with the move, paid after it, pulled when paid. */
export interface Duty {
  /** Made from the cause: `<document>/<history n>/<kind>/<to>`. */
  readonly key: Key;
  readonly kind: DutyKind;
  /** The receiver: duties to the same receiver are paid in order, others do not wait. */
  readonly to: string;
  readonly body: Json;
  readonly tries: number;
  readonly dueAt: Date;
}

/** What a payer came to: paid, to be tried again at a time, or given up with a reason the owner can read. */
export type Paid =
  | { readonly type: 'paid' }
  | { readonly type: 'again'; readonly at: Date; readonly reason: string }
  | { readonly type: 'bury'; readonly reason: string };

/** Pays one duty; called twice at once it acts once. */
export type Payer = (body: Json, key: Key, now: Date) => Promise<Paid>;

/** The payers by kind; rooms register theirs when the house is put together. */
export interface Payers {
  register(kind: DutyKind, payer: Payer): void;
  of(kind: DutyKind): Payer;
}

/** Creates the table of payers; asking for a kind nobody pays is a bug. */
export function createPayers(): Payers {
  const payers = new Map<DutyKind, Payer>();
  return {
    register: (kind, payer) => {
      if (payers.has(kind)) throw new Error(`two payers for duty '${kind}'`);
      payers.set(kind, payer);
    },
    of: (kind) => {
      const payer = payers.get(kind);
      if (!payer) throw new Error(`no payer for duty '${kind}'`);
      return payer;
    },
  };
}

/** A duty not yet owed by a document: `owe` gives it its number of tries and its time. */
export type NewDuty = Pick<Duty, 'key' | 'kind' | 'to' | 'body'>;

export const dutySchema = z.object({
  key: z.string(),
  kind: z.enum(DUTY_KINDS),
  to: z.string(),
  body: z.unknown(),
  tries: z.number(),
  dueAt: z.date(),
});
