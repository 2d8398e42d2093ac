import { z } from 'zod';

/** Resi recorded (`shipped`), with the courier, delivered and received by the customer are four facts, never one. */
export const PARCEL_STATES = [
  'waiting',
  'handed-over',
  'accepted',
  'refused',
  'packed',
  'shipped',
  'picked-up',
  'delivered',
  'received',
  'returning',
  'returned',
  'lost',
  'cancelled',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

/** What a courier's words for a parcel on its way come down to. */
export const TRACKS = [
  'label_created',
  'pickup',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'failed_attempt',
  'on_hold',
  'returning',
  'returned',
  'lost_or_disposed',
  'cancelled',
  'unknown',
] as const;
export type Track = (typeof TRACKS)[number];

/** What one supplier sends of an order, with its own courier, resi and fate. */
export const parcelShape = z
  .object({
    /** 1, 2, ...: how a person names it (`K7M2QX-2`). */
    n: z.number(),
    supplier: z.string(),
    skus: z.array(z.string()).readonly(),
    /** What the customer was charged for sending it. */
    shipping: z
      .object({
        courier: z.string(),
        service: z.string(),
        zone: z.string().optional(),
        cost: z.number(),
        etd: z.string().optional(),
        weightGrams: z.number(),
      })
      .readonly(),
    /** What sending it came to in truth. */
    realShipping: z.number().optional(),
    state: z.enum(PARCEL_STATES),
    courier: z.string().optional(),
    resi: z.string().optional(),
    refusal: z.string().optional(),
    handedOverAt: z.date().optional(),
    acceptedAt: z.date().optional(),
    packedAt: z.date().optional(),
    shippedAt: z.date().optional(),
    pickedUpAt: z.date().optional(),
    deliveredAt: z.date().optional(),
    receivedAt: z.date().optional(),
    closedAt: z.date().optional(),
    /** The customer says that it did not come, whatever the courier says; until somebody settles it nothing completes by itself. */
    disputedAt: z.date().optional(),
    /** The newest word of the courier. */
    track: z
      .object({ status: z.enum(TRACKS), at: z.date(), note: z.string().optional() })
      .readonly()
      .optional(),
    /** How often the customer was asked whether it came. */
    asked: z.number(),
  })
  .readonly();
export type Parcel = z.infer<typeof parcelShape>;
