import type { District } from '../../../understanding/area-data.ts';
import { citiesNamed, districtsNamed } from '../../../understanding/areas.ts';
import type { PlaceParts } from './place-parts.ts';

/** The one kecamatan that an address names; undefined when it names none, or a name that several have. */
export function districtOf({ district, city, province }: Partial<PlaceParts>): District | undefined {
  if (district === undefined || district === '') return undefined;
  const cities = city === undefined || city === '' ? undefined : citiesNamed(city, province);
  const [known, other] = districtsNamed(
    district,
    { cities, province: province === '' ? undefined : province },
    'exact',
  );
  return other === undefined ? known : undefined;
}
