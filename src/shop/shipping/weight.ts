import type { Rates } from './rates.ts';

/** What a parcel weighs and takes up. */
export interface Load {
  readonly grams: number;
  /** Cubic centimetres. */
  readonly volume?: number;
}

/** The kilos that are paid: the heavier of weight and volume, packing included, rounded the couriers' way (1.299 g is one kilo, 1.300 g two). */
export function paidKilos(
  weight: Rates['weight'],
  rate: { readonly least_kg?: number | undefined; readonly volume_per_kg?: number | undefined },
  load: Load,
): number {
  const perKilo = rate.volume_per_kg ?? weight.volume_per_kg;
  const byVolume = load.volume === undefined ? 0 : Math.ceil((load.volume * 1000) / perKilo);
  const grams = Math.max(load.grams + weight.packing, byVolume);
  const whole = Math.floor(grams / 1000);
  const kilos = grams - whole * 1000 >= weight.round_from ? whole + 1 : whole;
  return Math.max(kilos, rate.least_kg ?? 1);
}
