import { z } from 'zod';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { byShape, historyShape } from '../history.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Who sends the goods: how it is reached, in what form it wants its orders, from where and until when it sends. */
export const supplierShape = z.object({
  ...storedShape,
  key: z.string(),
  name: z.string(),
  /** How it is reached beside a chat bound by a code (that is the staff room's business). E.164; attributes, no proof. */
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }).readonly(),
  /** The text in which it wants its orders, with `{kode}`, `{barang}` ...; absent: the shop's own. */
  template: z.string().optional(),
  /** Codes of couriers that it hands parcels to; empty: all. */
  couriers: z.array(z.string()).readonly(),
  /** Where its parcels leave from; absent: the shop's own city. */
  origin: z.object({ city: z.string(), province: z.string() }).readonly().optional(),
  /** Orders after this time go out the next working day; weekdays 0 (Sunday) to 6. */
  cutOff: z
    .object({ at: timeOfDay, days: z.array(z.number().int().min(0).max(6)).readonly() })
    .readonly()
    .optional(),
  /** All orders of a day in one message at the cut-off. */
  batch: z.boolean(),
  terms: z.string(),
  /** Where customers' returns go. */
  returnsTo: z.string(),
  note: z.string(),
  rating: z.number().min(1).max(5).optional(),
  /** None of its goods are shown or handed over for now. */
  paused: z.object({ at: z.date(), reason: z.string(), by: byShape }).readonly().optional(),
  at: z.date(),
  history: historyShape,
});

export type Supplier = Readonly<Omit<z.infer<typeof supplierShape>, 'duties'>> & { readonly duties: readonly Duty[] };
