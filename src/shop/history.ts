import { z } from 'zod';
import { type Key, keyOf } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { NewDuty } from '../store/duties.ts';

/** Who did something: a person at a desk, or the house itself (a time limit, another room). */
export const byShape = z
  .object({
    desk: z.enum(['customer', 'owner', 'supplier', 'house']),
    id: z.string().optional(),
    name: z.string().optional(),
  })
  .readonly();
export type By = z.infer<typeof byShape>;

/** The house acting by itself. */
export const HOUSE: By = { desk: 'house' };

const json = z.custom<Json>((value) => value !== undefined);

/** One line of a document's history: what happened, when, by whom, and the key of its cause. */
const entryShape = z
  .object({
    /** Grows by one with each entry; stays when older entries fall away. */
    n: z.number(),
    key: z.string(),
    at: z.date(),
    by: byShape,
    event: z.string(),
    reason: z.string().optional(),
    data: json.optional(),
  })
  .readonly();
export type Entry = z.infer<typeof entryShape>;

export const historyShape = z.array(entryShape).readonly();
export type History = readonly Entry[];

/** As many entries as a document keeps; the oldest fall away. */
const KEPT = 200;

/** True when the cause left its entry here: it was done before. */
export const knows = (history: History, key: Key): boolean => history.some((entry) => entry.key === key);

/** The entry that is written next. */
export const nextEntry = (history: History, entry: Omit<Entry, 'n'>): Entry => ({
  ...entry,
  n: (history.at(-1)?.n ?? 0) + 1,
});

/** The history with one more entry. */
export const withEntry = (history: History, entry: Entry): History => [...history, entry].slice(-KEPT);

/** What a notice is about. */
export type NoticeAbout = 'order' | 'payment' | 'product' | 'purchase' | 'case' | 'supplier' | 'shop';

/** The body of a duty `notice`: which entry of which document somebody may be told of. */
export interface NoticeBody {
  readonly about: NoticeAbout;
  readonly code: string;
  readonly n: number;
  readonly event: string;
  readonly reason?: string | undefined;
  readonly data?: Json | undefined;
}

/** The duty to tell of an entry; the notices room decides who hears it. Key: `<document>/<history n>/notice`. */
export function noticeOf(about: NoticeAbout, code: string, entry: Entry): NewDuty {
  const { n, event, reason, data } = entry;
  const body = { about, code, n, event, ...(reason !== undefined && { reason }), ...(data !== undefined && { data }) };
  return { key: keyOf(code, n, 'notice'), kind: 'notice', to: `notice/${code}`, body };
}
