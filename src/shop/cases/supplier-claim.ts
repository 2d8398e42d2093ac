import { z } from 'zod';

/** How the supplier answers for what happened, beside the customer's case, which does not wait for it. */
export const SUPPLIER_CLAIM_STATES = ['asked', 'replaced', 'credited', 'refused'] as const;
/** A claim on a supplier as it is stored. */
export const supplierClaimShape = z
  .object({
    supplier: z.string(),
    state: z.enum(SUPPLIER_CLAIM_STATES),
    at: z.date(),
    note: z.string().optional(),
    /** What it gives back to the shop. */
    amount: z.number().optional(),
  })
  .readonly();
/** What was claimed from a supplier, and what came of it. */
export type SupplierClaim = z.infer<typeof supplierClaimShape>;
