import { z } from 'zod';

const hours = z.array(z.number().min(0)).readonly();

/** When a silent supplier is reminded; each list holds the hours of a first, second, ... reminder. */
export const purchaseSopShape = z
  .object({
    /** From the sending until it says anything. */
    answerHours: hours.default([3, 20]),
    /** From its yes until it names a resi. */
    resiHours: hours.default([24, 44]),
    /** Reminders wait until it is over. */
    quiet: z
      .object({ from: z.string(), to: z.string(), zone: z.string() })
      .prefault({ from: '20:00', to: '08:00', zone: 'Asia/Jakarta' }),
  })
  .readonly();
export type PurchaseSop = z.infer<typeof purchaseSopShape>;

/** The limits of a shop that set none. */
export const DEFAULT_PURCHASE_SOP: PurchaseSop = purchaseSopShape.parse({});
