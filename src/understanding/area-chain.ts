import { type City, type District, postalCodesOf } from './area-data.ts';
import type { Span, Spans } from './area-spans.ts';
import { districtsWithPostal, provinceFits } from './areas.ts';

/** The areas of one address that fit into each other. */
export interface Chain {
  readonly province: Span<string> | undefined;
  readonly city: Span<City> | undefined;
  readonly district: Span<District> | undefined;
  /** The cities that are still possible; undefined where nothing was said about the city. */
  readonly cities: readonly City[] | undefined;
  /** The districts that are still possible; undefined where nothing was said about the district. */
  readonly districts: readonly District[] | undefined;
  readonly score: number;
}

// An address has a handful of names; who pastes hundreds has pasted something else, and must not keep everybody waiting.
const MOST = 16;

/** Chooses, of all words that may name areas, those that fit into each other and say most. */
export function bestChain(
  spans: Spans,
  postalCode: string | undefined,
  isWhole: (span: Span<unknown>) => boolean,
): Chain {
  let best: Chain = {
    province: undefined,
    city: undefined,
    district: undefined,
    cities: undefined,
    districts: undefined,
    score: 0,
  };
  for (const province of [undefined, ...spans.provinces.slice(0, MOST)]) {
    for (const city of [undefined, ...spans.cities.slice(0, MOST)]) {
      for (const district of [undefined, ...spans.districts.slice(0, MOST)]) {
        const chain = fitTogether(province, city, district, postalCode, isWhole);
        if (chain !== undefined && chain.score > best.score) best = chain;
      }
    }
  }
  return best;
}

function fitTogether(
  province: Span<string> | undefined,
  city: Span<City> | undefined,
  district: Span<District> | undefined,
  postalCode: string | undefined,
  isWhole: (span: Span<unknown>) => boolean,
): Chain | undefined {
  const said = [province, city, district].filter((span) => span !== undefined);
  if (overlap(said)) return undefined;
  const inProvince = city?.areas.filter((area) => provinceFits(province?.areas[0], area));
  const districts = district?.areas.filter(
    (area) =>
      provinceFits(province?.areas[0], area.city) && (inProvince === undefined || inProvince.includes(area.city)),
  );
  if (inProvince?.length === 0 || districts?.length === 0) return undefined;
  const withPostal =
    postalCode === undefined ? undefined : districts?.filter((area) => postalCodesOf(area).includes(postalCode));
  const inCity =
    postalCode === undefined ? [] : districtsWithPostal(postalCode).filter((area) => inProvince?.includes(area.city));
  const matches = district === undefined ? inCity.length > 0 : (withPostal?.length ?? 0) > 0;
  const first = said[0];
  // One word alone, in the middle of others and unlabelled, is a word like any other: `batu`, `kota`, `menteng`.
  if (said.length === 1 && first !== undefined && !first.labelled && !matches && !isWhole(first)) return undefined;
  return {
    province,
    city,
    district,
    districts: matches && district !== undefined ? withPostal : districts,
    cities:
      districts === undefined
        ? inProvince
        : [...new Set((matches && withPostal ? withPostal : districts).map((area) => area.city))],
    score:
      worth(city, 11) +
      worth(district, 10) +
      worth(province, 8) +
      (matches ? 4 : 0) +
      (inOrder(district, city) ? 1 : 0),
  };
}

function worth(span: Span<unknown> | undefined, level: number): number {
  if (span === undefined) return 0;
  return (
    level + (span.labelled ? 6 : 0) + 2 * (span.end - span.start - (span.labelled ? 2 : 1)) - (span.inStreet ? 3 : 0)
  );
}

// People go from small to large: of two words `Tebet` the one before the city is the district, the other one a village's.
const inOrder = (district: Span<District> | undefined, city: Span<City> | undefined): boolean =>
  district !== undefined && district.end === city?.start;

const overlap = (spans: readonly Span<unknown>[]): boolean =>
  spans.some((a, at) => spans.slice(at + 1).some((b) => a.start < b.end && b.start < a.end));
