import { z } from 'zod';

const hours = z.number().min(0);
const steps = z.array(hours).readonly();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The time limits of an order, as the shop sets them; each list holds the hours of a first, second, ... reminder. */
export const orderSopShape = z
  .object({
    pay: z
      .object({
        /** From the bill to the deadline. */
        hours: hours.default(24),
        /** Reminders, counted from the bill; one after the deadline is never sent. */
        remindHours: steps.default([1, 12, 22]),
        /** What a customer has left at least when a proof is rejected. */
        graceHours: hours.default(6),
      })
      .prefault({}),
    stock: z
      .object({
        /** A stock confirmed less than this ago counts as there. */
        freshHours: hours.default(12),
        /** Without an answer about stock the owner is told. */
        alarmHours: steps.default([2, 6]),
      })
      .prefault({}),
    forward: z.object({ alarmHours: steps.default([2, 12]) }).prefault({}),
    supplier: z
      .object({
        silentHours: steps.default([4, 24]),
        resiHours: steps.default([24, 48]),
      })
      .prefault({}),
    parcel: z.object({ lateHours: steps.default([120, 240]) }).prefault({}),
    receipt: z
      .object({
        /** Counted from the delivery. */
        askHours: steps.default([6, 48]),
        /** Counted from the resi, where nothing says that it was delivered. */
        askUndeliveredHours: steps.default([120]),
        /** From the delivery to the order's end without a word of the customer. */
        completeHours: hours.default(96),
      })
      .prefault({}),
    /** Unpaid orders that one customer may have at a time. */
    maxOpenUnpaid: z.number().int().min(1).default(3),
    /** Questions and reminders to customers wait until it is over. */
    quiet: z
      .object({ from: clock.default('21:00'), to: clock.default('07:00'), zone: z.string().default('Asia/Jakarta') })
      .prefault({}),
  })
  .readonly();
export type OrderSop = z.infer<typeof orderSopShape>;

/** The limits of a shop that set none. */
export const DEFAULT_ORDER_SOP: OrderSop = orderSopShape.parse({});
