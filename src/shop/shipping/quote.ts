import type { Rupiah } from '../../core/money.ts';
import { type Couriers, courierName } from './couriers.ts';
import type { Place, Price, Rate, Rates } from './rates.ts';
import { paidKilos } from './weight.ts';
import { zoneOf } from './zones.ts';

/** What one supplier sends in one parcel. */
export interface QuoteParcel {
  readonly supplier: string;
  readonly from?: Place;
  /** Couriers that the supplier hands parcels to; without it all. */
  readonly couriers?: readonly string[];
  readonly grams: number;
  /** Cubic centimetres, where the goods are large for their weight. */
  readonly volume?: number;
  /** What the goods cost the customer. */
  readonly value: Rupiah;
}

interface ParcelPrice {
  readonly supplier: string;
  readonly courier: string;
  readonly service: string;
  readonly kilos: number;
  readonly ongkir: Rupiah;
  readonly zone?: string;
  readonly days?: string;
}

/** One way to send all parcels of an order. */
export interface QuoteOption {
  /** `jne/REG`, or `mixed` where no courier takes all parcels. */
  readonly id: string;
  readonly name: string;
  /** What the customer pays. */
  readonly ongkir: Rupiah;
  /** What the shop gives of it. */
  readonly given: Rupiah;
  readonly days?: string;
  readonly parcels: readonly ParcelPrice[];
}

/** All ways to send an order's parcels there by the shop's own table, the cheapest first; none when nobody goes there. */
export function quote(
  rates: Rates,
  couriers: Couriers,
  parcels: readonly QuoteParcel[],
  to: Place,
): readonly QuoteOption[] {
  if (parcels.length === 0) return [];
  const perParcel = parcels.map((parcel) => pricesOf(rates, parcel, to));
  const given = (sum: Rupiah): Rupiah => Math.min(sum, freeUpTo(rates, parcels, to) ?? 0);
  const option = (id: string, name: string, chosen: readonly ParcelPrice[]): QuoteOption => {
    const sum = chosen.reduce((total, price) => total + price.ongkir, 0);
    const days = slowest(chosen);
    return { id, name, ongkir: sum - given(sum), given: given(sum), parcels: chosen, ...(days && { days }) };
  };
  const [first = [], ...others] = perParcel;
  const common = first.flatMap((price) => {
    const same = others.map((prices) => prices.find((other) => idOf(other) === idOf(price)));
    const chosen = [price, ...same.filter((other) => other !== undefined)];
    return chosen.length === parcels.length
      ? [option(idOf(price), courierName(couriers, price.courier, price.service), chosen)]
      : [];
  });
  if (common.length > 0) return common.sort((one, other) => one.ongkir - other.ongkir);
  const cheapest = perParcel.flatMap((prices) => prices.slice(0, 1));
  if (cheapest.length < parcels.length) return [];
  const names = [...new Set(cheapest.map((price) => courierName(couriers, price.courier, price.service)))];
  return [option('mixed', names.join(' + '), cheapest)];
}

function pricesOf(rates: Rates, parcel: QuoteParcel, to: Place): ParcelPrice[] {
  const from = zoneOf(rates, parcel.from ?? rates.origin);
  const zone = zoneOf(rates, to);
  const found = new Map<string, ParcelPrice>();
  for (const rate of rates.rates) {
    const price = (zone === undefined ? undefined : rate.to[zone]) ?? rate.to['*'];
    if (!price || !leavesFrom(rate, from) || !(parcel.couriers?.includes(rate.courier) ?? true)) continue;
    const kilos = paidKilos(rates.weight, rate, parcel);
    const { courier, service } = rate;
    const { days } = price;
    const { supplier } = parcel;
    const ongkir = sumOf(price, kilos);
    const one = {
      supplier,
      courier,
      service,
      kilos,
      ongkir,
      ...(zone !== undefined && { zone }),
      ...(days && { days }),
    };
    // Two tables for the same service: the first one in the file is meant.
    if (!found.has(idOf(one))) found.set(idOf(one), one);
  }
  return [...found.values()].sort((one, other) => one.ongkir - other.ongkir);
}

const idOf = (price: ParcelPrice): string => `${price.courier}/${price.service}`;
const sumOf = (price: Price, kilos: number): Rupiah => price.flat ?? (price.per_kg ?? 0) * kilos;
const leavesFrom = (rate: Rate, zone: string | undefined): boolean =>
  rate.from === undefined || (zone !== undefined && rate.from.includes(zone));

function freeUpTo(rates: Rates, parcels: readonly QuoteParcel[], to: Place): Rupiah | undefined {
  const value = parcels.reduce((sum, parcel) => sum + parcel.value, 0);
  const zone = zoneOf(rates, to);
  const rules = rates.free.filter(
    (rule) => value >= rule.over && (rule.zones === undefined || (zone !== undefined && rule.zones.includes(zone))),
  );
  return rules.length === 0 ? undefined : Math.max(...rules.map((rule) => rule.at_most ?? Number.MAX_SAFE_INTEGER));
}

function slowest(prices: readonly ParcelPrice[]): string | undefined {
  const spans = prices.flatMap((price) => (price.days === undefined ? [] : [price.days]));
  return spans.sort((one, other) => lastDay(other) - lastDay(one))[0];
}

const lastDay = (days: string): number => Number(days.split('-').at(-1));
