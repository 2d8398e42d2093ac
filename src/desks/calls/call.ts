import { z } from 'zod';
import { HOUR } from '../../core/clock.ts';
import type { ChatId, Code, Key } from '../../core/ids.ts';
import { historyShape } from '../../shop/history.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';

/** What a customer wants of a person; `message`: they wrote while the bot was silent. */
const CALL_KINDS = ['person', 'cancel', 'change', 'message'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** A customer who waits for a person: who, where, why, and since when. One open call a chat. */
export const callShape = z.object({
  ...storedShape,
  key: z.string(),
  chat: z.string(),
  customer: z.string(),
  name: z.string(),
  kind: z.enum(CALL_KINDS),
  /** The order in question. */
  order: z.string().optional(),
  /** What they said last, cut short, for lists. */
  words: z.string(),
  open: z.boolean(),
  /** Since when they wait for an answer; absent while it is their turn. */
  waitsSince: z.date().optional(),
  /** How often the owner was told that they still wait. */
  alarms: z.number(),
  at: z.date(),
  history: historyShape,
});
export type Call = Readonly<Omit<z.infer<typeof callShape>, '_id' | 'key' | 'chat' | 'duties'>> & {
  readonly _id: Code;
  readonly key: Key;
  readonly chat: ChatId;
  readonly duties: readonly Duty[];
};

/** The time limits of people who wait for a person. */
export const callSopShape = z
  .object({
    /** After how many hours without an answer the owner is told again. */
    alarmHours: z.array(z.number().min(0)).readonly().default([0.5, 2, 8]),
    /** How long the bot is silent once a person has answered. */
    quietHours: z.number().positive().default(12),
  })
  .readonly();
export type CallSop = z.infer<typeof callSopShape>;

/** How many times the owner should have heard by now that somebody waits: of several that were missed one is told. */
export function alarmsBy({ alarms, waitsSince }: Call, sop: CallSop, now: Date): number {
  const passed = sop.alarmHours.filter((hours) => waitsSince && waitsSince.getTime() + hours * HOUR <= now.getTime());
  return Math.max(alarms + 1, passed.length);
}

/** When the owner is told next that somebody waits; pure. */
export function callDue(call: Call, sop: CallSop): Date | undefined {
  const hours = sop.alarmHours[call.alarms];
  if (!call.open || call.waitsSince === undefined || hours === undefined) return undefined;
  return new Date(call.waitsSince.getTime() + hours * HOUR);
}
