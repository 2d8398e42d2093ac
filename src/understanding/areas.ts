import {
  type AreaData,
  areaData,
  type City,
  type District,
  placeKey,
  postalCodesOf,
  type Village,
  villagesOf,
} from './area-data.ts';
import { areaKey, cityAlias, isNear, provinceAlias } from './area-names.ts';
import { districtsHaving } from './village-index.ts';

/** One village with all that stands above it. */
export interface Place {
  readonly village: string;
  readonly district: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string | undefined;
}

/** Where to look for an area: in a province, in some cities, or anywhere. */
export interface Inside {
  readonly province?: string | undefined;
  readonly cities?: readonly City[] | undefined;
}

/** Whether a name may be taken for one that differs by a small typing mistake, when none is exactly so. */
export type Typos = 'exact' | 'near';

/** The kecamatan with a name; more than one where the name is used in several places. */
export function districtsNamed(text: string, inside: Inside = {}, typos: Typos = 'near'): readonly District[] {
  const key = areaKey(text);
  if (inside.cities !== undefined)
    return named(
      key,
      inside.cities.flatMap((city) => city.districts),
      typos,
    );
  const fits = (district: District): boolean => provinceFits(inside.province, district.city);
  const exact = (keys().districts.get(key) ?? []).filter(fits);
  return exact.length > 0 || typos === 'exact' ? exact : nearIn(keys().nearDistricts, key).filter(fits);
}

/** The kota and kabupaten with a name: `Malang` is two, `kota malang` one. */
export function citiesNamed(text: string, province?: string, typos: Typos = 'near'): readonly City[] {
  const plain = text.toLowerCase().trim();
  const kind = /^(kota|kodya|kotamadya|kotamadia)\b|\bcity$/.test(plain)
    ? 'kota'
    : /^(kab|kabupaten|kabupten)\b|\bregency$/.test(plain)
      ? 'kabupaten'
      : undefined;
  const bare = plain.replace(
    /^(kota|kodya|kotamadya|kotamadia|kab|kabupaten|kabupten)\b[\s.]*(adm(inistrasi)?\b[\s.]*)?/,
    '',
  );
  const key = areaKey(bare.replace(/\s+(city|regency)$/, '')) || areaKey(plain);
  const fits = (city: City): boolean => provinceFits(province, city);
  const named = cityAlias(key) ?? key;
  const exact = (keys().cities.get(named) ?? []).filter(fits);
  const found = exact.length > 0 || typos === 'exact' ? exact : nearIn(keys().nearCities, named).filter(fits);
  const ofKind = found.filter((city) => kind === undefined || city.kind === kind);
  return ofKind.length > 0 ? ofKind : found;
}

/** The province with a name, a short form (`jatim`) or its English name; undefined when it is none. */
export function provinceNamed(text: string, typos: Typos = 'near'): string | undefined {
  const key = areaKey(text.replace(/^(prov|provinsi|propinsi)\b[\s.]*/i, ''));
  const alias = provinceAlias(placeKey(text)) ?? provinceAlias(key);
  return alias ?? named(key, keys().provinces, typos)[0]?.name;
}

/** True when some area may be written just so: a cheap look before the three that tell which. */
export function mayNameArea(text: string): boolean {
  if (KIND.test(text)) return true;
  const key = areaKey(text);
  const { districts, cities, provinceKeys } = keys();
  return (
    cities.has(cityAlias(key) ?? key) ||
    districts.has(key) ||
    provinceKeys.has(key) ||
    provinceAlias(key) !== undefined ||
    provinceAlias(placeKey(text)) !== undefined
  );
}

const KIND = /^(?:kota|kodya|kotamad[iy]a|kab|kabupaten|kabupten|prov|provinsi|propinsi)\b|\b(?:city|regency)$/i;

/** The villages with a name in a district. */
export function villagesNamed(text: string, district: District, typos: Typos = 'near'): readonly Village[] {
  return named(areaKey(text), villagesOf(district), typos);
}

/** The kecamatan that have a village of exactly this name. */
export function districtsWithVillage(text: string, inside: Inside = {}): readonly District[] {
  const key = areaKey(text);
  if (key === '') return [];
  if (inside.cities !== undefined) {
    return inside.cities
      .flatMap((city) => city.districts)
      .filter((district) => villagesOf(district).some((v) => v.key === key));
  }
  return districtsHaving(key).filter((district) => provinceFits(inside.province, district.city));
}

/** The kecamatan in which a postal code is used. */
export function districtsWithPostal(postalCode: string): readonly District[] {
  postals ??= indexPostals(areaData());
  return postals.get(postalCode) ?? [];
}

/** The villages that share a postal code. */
export function placesWithPostal(postalCode: string): readonly Place[] {
  return districtsWithPostal(postalCode).flatMap((district) =>
    villagesOf(district)
      .filter((village) => village.postalCode === postalCode)
      .map((village) => placeOf(district, village)),
  );
}

/** A village of a district as one place. */
const placeOf = (district: District, village: Village): Place => ({
  village: village.name,
  district: district.name,
  city: district.city.name,
  province: district.city.province,
  postalCode: village.postalCode,
});

/** True when a city may be said to lie in a province; many still write Papua for its new provinces of 2022. */
export function provinceFits(province: string | undefined, city: City): boolean {
  if (province === undefined || province === city.province) return true;
  return (province === 'Papua' || province === 'Papua Barat') && city.province.startsWith('Papua');
}

function named<T extends { readonly key: string }>(key: string, pool: readonly T[], typos: Typos): readonly T[] {
  const exact = key === '' ? [] : pool.filter((area) => area.key === key);
  return exact.length > 0 || typos === 'exact' ? exact : near(key, pool);
}

const near = <T extends { readonly key: string }>(key: string, pool: readonly T[]): readonly T[] =>
  key === '' ? [] : pool.filter((area) => isNear(key, area.key));

// A typing mistake keeps the first letter and changes the length by two at most.
const nearIn = <T extends { readonly key: string }>(pools: ReadonlyMap<string, readonly T[]>, key: string) =>
  [-2, -1, 0, 1, 2].flatMap((more) => near(key, pools.get(`${key[0]}${key.length + more}`) ?? []));

const shapeOf = ({ key }: { readonly key: string }): string => `${key[0]}${key.length}`;

interface Keys {
  readonly districts: ReadonlyMap<string, readonly District[]>;
  readonly cities: ReadonlyMap<string, readonly City[]>;
  readonly provinces: readonly { readonly name: string; readonly key: string }[];
  readonly provinceKeys: ReadonlySet<string>;
  /** By first letter and length of the key, for names with a typing mistake. */
  readonly nearDistricts: ReadonlyMap<string, readonly District[]>;
  readonly nearCities: ReadonlyMap<string, readonly City[]>;
}
let byKey: Keys | undefined;

// An address asks for some hundred names, so right ones are looked up rather than searched for.
function keys(): Keys {
  byKey ??= {
    districts: grouped(areaData().districts),
    cities: grouped(areaData().cities),
    provinces: areaData().provinces.map((name) => ({ name, key: placeKey(name) })),
    provinceKeys: new Set(areaData().provinces.map(placeKey)),
    nearDistricts: grouped(areaData().districts, shapeOf),
    nearCities: grouped(areaData().cities, shapeOf),
  };
  return byKey;
}

function grouped<T extends { readonly key: string }>(
  areas: readonly T[],
  by: (area: T) => string = ({ key }) => key,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const area of areas) {
    const group = groups.get(by(area));
    if (group === undefined) groups.set(by(area), [area]);
    else group.push(area);
  }
  return groups;
}

let postals: Map<string, District[]> | undefined;

function indexPostals(data: AreaData): Map<string, District[]> {
  const index = new Map<string, District[]>();
  for (const district of data.districts) {
    for (const postal of postalCodesOf(district)) {
      const there = index.get(postal);
      if (there === undefined) index.set(postal, [district]);
      else there.push(district);
    }
  }
  return index;
}
