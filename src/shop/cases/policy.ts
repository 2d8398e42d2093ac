import { z } from 'zod';
import { COMPLAINT_REASONS, COMPLAINT_WISHES } from '../../understanding/complaint.ts';
import type { CaseReason } from './case.ts';
import { endOfWorkingDay, type Holidays } from './working-days.ts';

const day = z.iso.date({ error: 'a quoted day, such as "2026-12-25"' });
const hours = z.number().min(0);
const steps = z.array(hours).min(1).readonly();
const shown = z.array(z.enum(['photo', 'video'])).readonly();

const ruleShape = z
  .strictObject({
    /** Without it the case waits for it. */
    needs: shown.default([]),
    /** Without it the owner is told so; a case is never refused for that alone. */
    wants: shown.default([]),
    return_paid_by: z.enum(['shop', 'customer']),
    /** Whether the goods are to come back. */
    send_back: z.boolean(),
    /** Whether goods that came back and were found fit can be sold again: they are counted as there. */
    restock: z.boolean().default(false),
    /** What the shop offers for it; the owner may do otherwise. */
    remedies: z.array(z.enum(COMPLAINT_WISHES)).min(1).readonly(),
  })
  .readonly();
export type Rule = z.infer<typeof ruleShape>;

const exceptionShape = z
  .strictObject({
    supplier: z.string().optional(),
    sku: z.string().optional(),
    /** A longer window; a shorter one than the shop's never counts. */
    hours: hours.optional(),
    /** Reasons for which these goods are not taken back; the owner is told, and decides. */
    refuse: z.array(z.enum(COMPLAINT_REASONS)).readonly().default([]),
    because: z.string().default(''),
  })
  .refine(({ supplier, sku }) => supplier !== undefined || sku !== undefined, 'a supplier or sku that it is about')
  .readonly();

/** The shape of `flows/policy.yaml`: what the shop takes back, when, and on whose cost. */
export const policyShape = z
  .strictObject({
    window: z.strictObject({
      hours: hours.min(48, 'at least 48, for it may only be longer than the custom'),
      /** The law's least: working days in which goods may be exchanged or the sale cancelled. */
      working_days: z.number().int().min(2, 'at least 2, as the law wants'),
    }),
    holidays: z.array(day).readonly(),
    reasons: z.record(z.enum(COMPLAINT_REASONS), ruleShape),
    exceptions: z.array(exceptionShape).readonly().default([]),
    limits: z.strictObject({
      /** From the question for evidence to the end. */
      evidence_hours: hours,
      /** Alarms for the owner: nobody has decided. */
      review_hours: steps,
      /** Working days until a resi must be there. */
      send_back_working_days: z.number().int().min(1),
      /** Alarms: goods sent back have not arrived. */
      return_hours: steps,
      /** Alarms: goods that came back were not looked at. */
      inspect_hours: steps,
      /** Alarms: approved, and neither paid nor sent. */
      resolve_hours: steps,
      /** Reminders to the customer: nobody knows where the money goes. */
      destination_hours: steps,
      /** A replacement of which the customer says nothing counts as received. */
      replacement_hours: hours,
      appeal_hours: hours,
      /** Goods up to this value stay with the customer. */
      no_return_up_to: z.number().int().min(0),
    }),
    second_approval: z.strictObject({
      /** Refunds above this amount are approved twice. */
      over: z.number().int().min(0),
      by_another_person: z.boolean(),
    }),
  })
  .readonly();
export type Policy = z.infer<typeof policyShape>;

/** The rules of a shop, on the clock of its wall. */
export interface CaseRules {
  readonly policy: Policy;
  readonly zone: string;
}

/** Goods as the exceptions see them. */
export interface Goods {
  readonly sku: string;
  readonly supplier: string;
}

/** Until when a customer may say that something is wrong: the shop's hours or an exception's, never less than the law's days. */
export function windowEnd({ policy, zone }: CaseRules, goods: readonly Goods[], arrivedAt: Date): Date {
  const longest = Math.max(policy.window.hours, ...exceptionsFor(policy, goods).map((one) => one.hours ?? 0));
  const byHours = new Date(arrivedAt.getTime() + longest * 3_600_000);
  const byLaw = endOfWorkingDay(arrivedAt, policy.window.working_days, holidaysOf(policy), zone);
  return byHours > byLaw ? byHours : byLaw;
}

/** Why goods are not taken back for a reason, in the shop's words; undefined when they are. */
export const notTakenBack = (policy: Policy, goods: readonly Goods[], reason: CaseReason): string | undefined =>
  exceptionsFor(policy, goods).find(({ refuse }) => refuse.includes(reason))?.because;

/** Days on which nobody works. */
export const holidaysOf = (policy: Policy): Holidays => new Set(policy.holidays);

const exceptionsFor = (policy: Policy, goods: readonly Goods[]): Policy['exceptions'] =>
  policy.exceptions.filter((one) =>
    goods.some(
      ({ sku, supplier }) =>
        (one.supplier === undefined || one.supplier === supplier) && (one.sku === undefined || one.sku === sku),
    ),
  );
