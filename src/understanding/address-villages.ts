import type { Token } from './address-tokens.ts';
import { type District, postalCodesOf, type Village } from './area-data.ts';
import { labelledRun, runs, wordsOf } from './area-spans.ts';
import { districtsWithVillage, type Inside, villagesNamed } from './areas.ts';

/** The village that an address names, and the districts in which it can lie. */
export interface VillageReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly matches: readonly { readonly district: District; readonly village: Village }[];
}

/** Finds the village of an address: behind its label, else among the words beside the areas already found. */
export function findVillage(
  tokens: readonly Token[],
  used: ReadonlySet<number>,
  districts: readonly District[] | undefined,
  inside: Inside,
  postalCode: string | undefined,
): VillageReading | undefined {
  const label = tokens.findIndex((token, at) => token.level === 'village' && !used.has(at));
  if (label !== -1) return behindLabel(tokens, used, label, districts, inside, postalCode);
  const pool = districts ?? inside.cities?.flatMap((city) => city.districts);
  if (pool === undefined) return undefined;
  const candidates = runs(tokens).filter((run) => isFree(run, used) && standsApart(tokens, used, run));
  const found = [
    ...matching(candidates, pool, 'exact'),
    ...(districts === undefined ? [] : matching(candidates, districts, 'near')),
  ];
  return found.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function behindLabel(
  tokens: readonly Token[],
  used: ReadonlySet<number>,
  label: number,
  districts: readonly District[] | undefined,
  inside: Inside,
  postalCode: string | undefined,
): VillageReading | undefined {
  const run = labelledRun(tokens, label);
  let limit = run.end;
  for (let at = label + 1; at < limit; at += 1) if (used.has(at)) limit = at;
  for (let end = limit; end > label + 1; end -= 1) {
    const text = wordsOf(tokens, label + 1, end);
    const matches =
      districts?.flatMap((district) => inDistrict(text, district, 'near')) ?? anywhere(text, inside, postalCode);
    if (matches.length > 0) return { start: label, end, text, matches };
  }
  return limit === label + 1
    ? undefined
    : { start: label, end: limit, text: wordsOf(tokens, label + 1, limit), matches: [] };
}

function anywhere(text: string, inside: Inside, postalCode: string | undefined): VillageReading['matches'] {
  const all = districtsWithVillage(text, inside).flatMap((district) => inDistrict(text, district, 'exact'));
  const withPostal = all.filter(
    ({ district }) => postalCode !== undefined && postalCodesOf(district).includes(postalCode),
  );
  return withPostal.length > 0 ? withPostal : all;
}

function matching(
  candidates: readonly { start: number; end: number; text: string }[],
  pool: readonly District[],
  typos: 'exact' | 'near',
): VillageReading[] {
  return candidates
    .filter((run) => typos === 'exact' || run.text.length >= 7)
    .map((run) => ({ ...run, matches: pool.flatMap((district) => inDistrict(run.text, district, typos)) }))
    .filter((reading) => reading.matches.length > 0);
}

const inDistrict = (text: string, district: District, typos: 'exact' | 'near'): VillageReading['matches'] =>
  villagesNamed(text, district, typos).map((village) => ({ district, village }));

const isFree = (run: { start: number; end: number }, used: ReadonlySet<number>): boolean => {
  for (let at = run.start; at < run.end; at += 1) if (used.has(at)) return false;
  return true;
};

// A village stands beside its district or city, or alone between two commas; elsewhere its name is a word like any other.
function standsApart(
  tokens: readonly Token[],
  used: ReadonlySet<number>,
  run: { start: number; end: number; inStreet: boolean },
): boolean {
  const whole = tokens[run.start]?.opens === true && tokens[run.end]?.opens !== false;
  if (run.inStreet) return used.has(run.end);
  return whole || used.has(run.end) || used.has(run.start - 1);
}

/** The one postal code of a village in a district; undefined when the data has none or several. */
export function postalOf(matches: VillageReading['matches']): string | undefined {
  const codes = new Set(matches.map(({ village }) => village.postalCode));
  return codes.size === 1 ? [...codes][0] : undefined;
}
