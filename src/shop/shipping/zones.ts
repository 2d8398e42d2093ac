import { foldText } from '../../core/text.ts';
import type { Place, Rates } from './rates.ts';

/** The zone a place lies in: one that names its city before one that names its province. */
export function zoneOf(rates: Rates, place: Place): string | undefined {
  const city = foldText(place.city);
  const province = foldText(place.province);
  const zones = Object.entries(rates.zones);
  const byCity = zones.find(([, zone]) => zone.cities.some((name) => foldText(name) === city));
  const byProvince = zones.find(([, zone]) => zone.provinces.some((name) => foldText(name) === province));
  return (byCity ?? byProvince)?.[0];
}
