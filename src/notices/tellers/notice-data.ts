import { z } from 'zod';
import type { NoticeBody } from '../../shop/history.ts';

const shape = z.looseObject({
  amount: z.number().optional(),
  parcel: z.number().optional(),
  sku: z.string().optional(),
  until: z.coerce.date().optional(),
  note: z.string().optional(),
  k: z.number().optional(),
  order: z.string().optional(),
  supplier: z.string().optional(),
  payment: z.string().optional(),
});
export type NoticeData = z.infer<typeof shape>;

/** What an entry carries beside its name; what is not as expected is left out rather than told wrongly. */
export function dataOf(body: NoticeBody): NoticeData {
  const read = shape.safeParse(body.data ?? {});
  return read.success ? read.data : {};
}
