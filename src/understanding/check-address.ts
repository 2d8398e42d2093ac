import type { Address } from './address.ts';
import type { AreaCandidate } from './address-areas.ts';
import { type City, type District, postalCodesOf } from './area-data.ts';
import {
  citiesNamed,
  districtsNamed,
  districtsWithPostal,
  provinceFits,
  provinceNamed,
  villagesNamed,
} from './areas.ts';

/** What is not right with an address. `flag` is told and lives with; the rest is asked. */
export type AddressProblem =
  | { readonly type: 'missing'; readonly part: RequiredPart }
  | { readonly type: 'ambiguous-city'; readonly city: string; readonly candidates: readonly AreaCandidate[] }
  | { readonly type: 'ambiguous-district'; readonly district: string; readonly candidates: readonly AreaCandidate[] }
  | { readonly type: 'unknown-city'; readonly city: string; readonly flag: true }
  | {
      readonly type: 'unknown-district';
      readonly district: string;
      readonly candidates: readonly AreaCandidate[];
      readonly flag: true;
    }
  | { readonly type: 'district-elsewhere'; readonly district: string; readonly candidates: readonly AreaCandidate[] }
  | { readonly type: 'city-elsewhere'; readonly city: string; readonly province: string }
  | { readonly type: 'unknown-village'; readonly village: string; readonly flag: true }
  | { readonly type: 'bad-postal'; readonly postalCode: string }
  | { readonly type: 'postal-mismatch'; readonly postalCode: string; readonly expected: readonly string[] }
  | { readonly type: 'unknown-postal'; readonly postalCode: string; readonly flag: true };

/** What a parcel cannot do without; RT, RW and landmark are a courtesy. */
type RequiredPart = Exclude<keyof Address, 'rt' | 'rw' | 'landmark'>;

/** The parts that every address needs, in the order in which they are asked. */
const REQUIRED_PARTS: readonly RequiredPart[] = [
  'recipient',
  'phone',
  'street',
  'village',
  'district',
  'city',
  'province',
  'postalCode',
];

/** Names everything that is missing, doubtful or contradictory in an address, without the network. */
export function checkAddress(parts: Partial<Address>): readonly AddressProblem[] {
  const missing = REQUIRED_PARTS.filter((part) => (parts[part]?.trim() ?? '') === '');
  const cities = parts.city === undefined ? undefined : citiesNamed(parts.city);
  const districts = parts.district === undefined ? undefined : districtsNamed(parts.district);
  const fitting = districts?.filter((district) => fits(district, parts, cities));
  return [
    ...missing.map((part) => ({ type: 'missing', part }) as const),
    ...cityProblems(parts, cities, fitting),
    ...districtProblems(parts, districts, fitting),
    ...villageProblems(parts, fitting),
    ...postalProblems(parts, cities, fitting),
  ];
}

function fits(district: District, parts: Partial<Address>, cities: readonly City[] | undefined): boolean {
  return (cities?.length ? cities.includes(district.city) : true) && provinceFits(provinceOf(parts), district.city);
}

const provinceOf = (parts: Partial<Address>): string | undefined =>
  parts.province === undefined ? undefined : provinceNamed(parts.province);

function cityProblems(
  parts: Partial<Address>,
  cities: readonly City[] | undefined,
  fitting: readonly District[] | undefined,
): AddressProblem[] {
  if (parts.city === undefined || cities === undefined) return [];
  if (cities.length === 0) return [{ type: 'unknown-city', city: parts.city, flag: true }];
  const province = provinceOf(parts);
  const inProvince = cities.filter((city) => provinceFits(province, city));
  if (inProvince.length === 0) return [{ type: 'city-elsewhere', city: parts.city, province: parts.province ?? '' }];
  const possible = fitting?.length ? [...new Set(fitting.map((district) => district.city))] : inProvince;
  if (possible.length === 1) return [];
  return [
    {
      type: 'ambiguous-city',
      city: parts.city,
      candidates: possible.map(({ name, province }) => ({ city: name, province })),
    },
  ];
}

function districtProblems(
  parts: Partial<Address>,
  districts: readonly District[] | undefined,
  fitting: readonly District[] | undefined,
): AddressProblem[] {
  if (parts.district === undefined || districts === undefined || fitting === undefined) return [];
  if (districts.length === 0)
    return [{ type: 'unknown-district', district: parts.district, candidates: [], flag: true }];
  if (fitting.length === 0)
    return [{ type: 'district-elsewhere', district: parts.district, candidates: candidates(districts) }];
  const { village, postalCode } = parts;
  const withVillage =
    village === undefined ? [] : fitting.filter((district) => villagesNamed(village, district).length > 0);
  const withPostal =
    postalCode === undefined ? [] : fitting.filter((district) => postalCodesOf(district).includes(postalCode));
  if ([fitting, withVillage, withPostal].some((some) => some.length === 1)) return [];
  return [{ type: 'ambiguous-district', district: parts.district, candidates: candidates(fitting) }];
}

function villageProblems(parts: Partial<Address>, fitting: readonly District[] | undefined): AddressProblem[] {
  const { village } = parts;
  if (village === undefined || fitting === undefined || fitting.length === 0) return [];
  const known = fitting.some((district) => villagesNamed(village, district).length > 0);
  return known ? [] : [{ type: 'unknown-village', village, flag: true }];
}

function postalProblems(
  parts: Partial<Address>,
  cities: readonly City[] | undefined,
  fitting: readonly District[] | undefined,
): AddressProblem[] {
  const { postalCode, village } = parts;
  if (postalCode === undefined || postalCode === '') return [];
  if (!/^[1-9]\d{4}$/.test(postalCode)) return [{ type: 'bad-postal', postalCode }];
  const used = districtsWithPostal(postalCode);
  const expected = fitting?.length ? fitting : cities?.flatMap((city) => city.districts);
  const meets = used.some((district) => expected?.includes(district) ?? provinceFits(provinceOf(parts), district.city));
  if (meets) return [];
  const codes = [...new Set(fitting?.flatMap((district) => codesFor(district, village)))];
  // The data is from 2020: a code that it does not know may be new, but a code of another first digit is another island.
  const region = new Set(expected?.flatMap((district) => postalCodesOf(district)).map((code) => code[0]));
  const elsewhere = used.length > 0 || (region.size > 0 && !region.has(postalCode[0]));
  return [
    elsewhere
      ? { type: 'postal-mismatch', postalCode, expected: codes }
      : { type: 'unknown-postal', postalCode, flag: true },
  ];
}

function codesFor(district: District, village: string | undefined): readonly string[] {
  const named = village === undefined ? [] : villagesNamed(village, district).map((one) => one.postalCode);
  const codes = named.filter((code) => code !== undefined);
  return codes.length > 0 ? codes : postalCodesOf(district);
}

const candidates = (districts: readonly District[]): readonly AreaCandidate[] =>
  districts.map(({ name, city }) => ({ district: name, city: city.name, province: city.province }));
