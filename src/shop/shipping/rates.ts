import { z } from 'zod';

const rupiah = z.number().int('whole rupiah').min(0, 'no less than 0');
const days = z.string().regex(/^\d+(-\d+)?$/, 'quoted days, such as "2-3"');

const priceShape = z
  .strictObject({ per_kg: rupiah.optional(), flat: rupiah.optional(), days: days.optional() })
  .refine((price) => (price.per_kg === undefined) !== (price.flat === undefined), 'either per_kg or flat, not both');

const rateShape = z.strictObject({
  courier: z.string(),
  service: z.string(),
  /** Zones that parcels of this rate leave from; without it all. */
  from: z.array(z.string()).optional(),
  /** Kilos that are paid at least, as cargo wants. */
  least_kg: z.number().int().positive().optional(),
  volume_per_kg: z.number().int().positive().optional(),
  to: z.record(z.string(), priceShape),
});

const place = z.strictObject({ city: z.string(), province: z.string() });

/** The shape of `flows/shipping.yaml`. */
export const ratesShape = z.strictObject({
  /** Where parcels leave from when a supplier names no city. */
  origin: place,
  weight: z.strictObject({
    /** Grams above a whole kilo from which the next kilo is paid. */
    round_from: z.number().int().min(1).max(1000),
    /** Grams that packing adds to each parcel. */
    packing: z.number().int().min(0).default(0),
    /** Cubic centimetres that count as a kilo. */
    volume_per_kg: z.number().int().positive(),
  }),
  zones: z.record(
    z.string(),
    z.strictObject({ provinces: z.array(z.string()).default([]), cities: z.array(z.string()).default([]) }),
  ),
  rates: z.array(rateShape).min(1),
  free: z
    .array(z.strictObject({ over: rupiah, zones: z.array(z.string()).optional(), at_most: rupiah.optional() }))
    .default([]),
});

export type Rates = z.infer<typeof ratesShape>;
export type Rate = z.infer<typeof rateShape>;
export type Price = z.infer<typeof priceShape>;

/** A city with its province, in their official writing. */
export interface Place {
  readonly city: string;
  readonly province: string;
}
