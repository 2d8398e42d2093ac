import { z } from 'zod';
import { foldText } from '../../core/text.ts';

const pattern = z.string().refine(isPattern, 'a regular expression that can be read, such as "^\\\\d{15}$"');

const serviceShape = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]+$/, 'capital letters and digits, such as REG'),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
});

const courierShape = z.strictObject({
  code: z.string().regex(/^[a-z]+$/, 'small letters, such as jne'),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  services: z.array(serviceShape).min(1, 'at least one service'),
  /** Where a parcel can be looked up by hand; `{resi}` is replaced. */
  page: z.url().optional(),
  /** Soft detectors: they only ever warn. */
  resi: z.array(z.strictObject({ pattern, sure: z.enum(['high', 'medium', 'low']) })).default([]),
  cod: z
    .strictObject({
      percent: z.number().positive().max(20),
      least: z.number().int().min(0).default(0),
      value_from: z.number().int().min(0).default(0),
      value_to: z.number().int().positive().default(5_000_000),
    })
    .optional(),
  /** What outside systems call it. */
  codes: z.record(z.string(), z.string()).default({}),
});

/** The shape of `flows/couriers.yaml`. */
export const couriersShape = z.strictObject({ couriers: z.array(courierShape).min(1) });

export type Courier = z.infer<typeof courierShape>;
type CourierService = z.infer<typeof serviceShape>;
/** The couriers a shop works with, as data. */
export type Couriers = readonly Courier[];

/** A courier and, when it was said, its service. */
export interface CourierChoice {
  readonly courier: Courier;
  readonly service?: CourierService;
}

/** Reads `jne`, `J&T Express`, `sicepat best`, `JNE REG19`; undefined when no courier is named. */
export function findCourier(couriers: Couriers, text: string): CourierChoice | undefined {
  const words = ` ${fold(text)} `;
  const named = couriers
    .flatMap((courier) =>
      [courier.code, courier.name, ...courier.aliases].map((name) => ({ courier, name: fold(name) })),
    )
    .filter(({ name }) => words.includes(` ${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!named) return undefined;
  const { courier } = named;
  const rest = words.replace(` ${named.name} `, ' ');
  const service = courier.services.find((one) => [one.code, one.name, ...one.aliases].some((name) => says(rest, name)));
  return { courier, ...(service && { service }) };
}

/** The courier with this code. */
export const courierOf = (couriers: Couriers, code: string): Courier | undefined =>
  couriers.find((courier) => courier.code === code);

/** What is shown for a courier and service: `JNE REG`. */
export function courierName(couriers: Couriers, code: string, service?: string): string {
  const name = courierOf(couriers, code)?.name ?? code.toUpperCase();
  return service === undefined || service === '' ? name : `${name} ${service}`;
}

/** Where a parcel can be looked up by hand. */
export const trackingPage = (courier: Courier, resi: string): string | undefined =>
  courier.page?.replaceAll('{resi}', encodeURIComponent(resi));

/** What the courier takes for collecting cash, or undefined where it does not collect this amount. */
export function codFee(courier: Courier, amount: number): number | undefined {
  const { cod } = courier;
  if (!cod || amount < cod.value_from || amount > cod.value_to) return undefined;
  return Math.max(Math.ceil((amount * cod.percent) / 100), cod.least);
}

// Couriers' own systems append figures to service codes (REG19, YES23): they mean the same service.
const says = (words: string, name: string): boolean =>
  new RegExp(`(^| )${fold(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\d{0,2}( |$)`).test(words);

const fold = (text: string): string => foldText(text.replaceAll('&', 'n'));

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source.length > 0;
  } catch {
    return false;
  }
}
