import { z } from 'zod';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import { COMPLAINT_REASONS, COMPLAINT_WISHES } from '../../../understanding/complaint.ts';

/** The filled complaint form, as its check and its opening take it. */
export const caseInput = z.object({
  pesanan: z.string(),
  alasan: z.enum(COMPLAINT_REASONS),
  barang: z.array(z.object({ sku: z.string(), quantity: z.number().int().min(1) })).optional(),
  cerita: z.string(),
  foto: z.array(fileAnswer).optional(),
  harapan: z.enum(COMPLAINT_WISHES),
});
export type CaseInput = z.infer<typeof caseInput>;

/** Goods that were picked twice, all of them and a part of them, count once with the larger amount. */
export function linesOf(
  picked: CaseInput['barang'],
  whole: readonly { readonly sku: string; readonly quantity: number }[],
) {
  const chosen = picked ?? whole.map(({ sku, quantity }) => ({ sku, quantity }));
  const skus = [...new Set(chosen.map(({ sku }) => sku))];
  return skus.map((sku) => ({
    sku,
    quantity: Math.max(...chosen.filter((one) => one.sku === sku).map(({ quantity }) => quantity)),
  }));
}
