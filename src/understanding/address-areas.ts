import type { Token } from './address-tokens.ts';
import { findVillage, postalOf, type VillageReading } from './address-villages.ts';
import { type AreaLevel, isTalk } from './address-words.ts';
import { bestChain, type Chain } from './area-chain.ts';
import { type City, type District, placeKey } from './area-data.ts';
import { findNearSpans, findSpans, labelledRun, type Span, wordsOf } from './area-spans.ts';
import { citiesNamed, districtsNamed, districtsWithPostal, provinceFits } from './areas.ts';
import { calmArea } from './tidy-name.ts';

/** A place that a doubtful name may mean. */
export interface AreaCandidate {
  readonly district?: string;
  readonly city: string;
  readonly province: string;
}

/** A part of an address that needs a question: what was written, and what it may mean. */
export interface UnsureArea {
  readonly part: AreaLevel;
  readonly text: string;
  readonly candidates: readonly AreaCandidate[];
}

type AreaParts = { [level in AreaLevel | 'postalCode']?: string };

/** The areas named in an address, what follows from them alone, and which words said it. */
export interface AreaReading {
  readonly parts: AreaParts;
  readonly derived: AreaParts;
  readonly unsure: readonly UnsureArea[];
  readonly used: ReadonlySet<number>;
}

/** Finds village, district, city and province in the words of an address, with and without labels. */
export function findAreas(tokens: readonly Token[], postalCode: string | undefined): AreaReading {
  const chain = chooseChain(tokens, postalCode);
  const used = new Set<number>();
  for (const span of [chain.province, chain.city, chain.district]) mark(used, span);
  const village = findVillage(
    tokens,
    used,
    chain.districts,
    { cities: chain.cities, province: chain.province?.areas[0] },
    postalCode,
  );
  mark(used, village);
  const strays = strayLabels(tokens, used);
  for (const stray of strays) mark(used, stray);
  return { ...result(chain, village, strays, postalCode), used };
}

function chooseChain(tokens: readonly Token[], postalCode: string | undefined): Chain {
  const spans = findSpans(tokens);
  const isWhole = (span: Span<unknown>): boolean => standsAlone(tokens, span);
  const exact = bestChain(spans, postalCode, isWhole);
  if (exact.city === undefined && exact.districts?.length !== 1) {
    const cities = findNearSpans(tokens, (text) => citiesNamed(text, exact.province?.areas[0]));
    const near = bestChain({ ...spans, cities: [...spans.cities, ...cities] }, postalCode, isWhole);
    if (near.score > exact.score) return withNearDistrict(tokens, near, postalCode, isWhole);
  }
  return withNearDistrict(tokens, exact, postalCode, isWhole);
}

function withNearDistrict(
  tokens: readonly Token[],
  chain: Chain,
  postalCode: string | undefined,
  isWhole: (span: Span<unknown>) => boolean,
): Chain {
  if (chain.district !== undefined || chain.city === undefined) return chain;
  const districts = findNearSpans(tokens, (text) => districtsNamed(text, { cities: chain.cities }));
  const one = <T>(span: Span<T> | undefined): Span<T>[] => (span === undefined ? [] : [span]);
  return bestChain({ provinces: one(chain.province), cities: one(chain.city), districts }, postalCode, isWhole);
}

interface Stray {
  readonly level: AreaLevel;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// What stands behind a label but fits nowhere is said all the same: it is kept as written and asked about.
function strayLabels(tokens: readonly Token[], used: ReadonlySet<number>): Stray[] {
  return tokens.flatMap((token, start) => {
    if (token.level === undefined || used.has(start) || used.has(start + 1)) return [];
    const run = labelledRun(tokens, start);
    let end = run.end;
    for (let at = start + 1; at < end; at += 1) if (used.has(at)) end = at;
    return end === start + 1 ? [] : [{ level: token.level, start, end, text: wordsOf(tokens, start + 1, end) }];
  });
}

function result(
  chain: Chain,
  village: VillageReading | undefined,
  strays: readonly Stray[],
  postalCode: string | undefined,
) {
  const parts: AreaParts = {};
  const derived: AreaParts = {};
  const unsure: UnsureArea[] = strays
    .filter((s) => s.level !== 'village')
    .map((s) => ({ part: s.level, text: s.text, candidates: [] }));
  for (const stray of strays) parts[stray.level] = calmArea(stray.text);
  if (village !== undefined) parts.village = shown(village.text, village.matches[0]?.village.name);

  const strayDistrict = strays.some((stray) => stray.level === 'district');
  const districts = narrow(chain, village, strayDistrict ? undefined : postalCode);
  const cities = districts === undefined ? chain.cities : [...new Set(districts.map((district) => district.city))];
  const district = districts?.length === 1 ? districts[0] : undefined;
  const city = cities?.length === 1 ? cities[0] : undefined;
  if (district !== undefined && chain.district !== undefined)
    parts.district = shown(chain.district.text, district.name);
  else if (district !== undefined && !strayDistrict) derived.district = district.name;
  else if (chain.district !== undefined) unsure.push(doubt('district', chain.district.text, districts ?? []));
  else if (village !== undefined && village.matches.length > 1 && chain.cities !== undefined) {
    unsure.push(doubt('district', village.text, districts ?? []));
  }

  if (city !== undefined && chain.city !== undefined) parts.city = city.name;
  else if (city !== undefined && parts.city === undefined) derived.city = city.name;
  else if (chain.city !== undefined && chain.district === undefined)
    unsure.push(doubtCity(chain.city.text, cities ?? []));

  const province = city?.province ?? chain.province?.areas[0];
  if (chain.province !== undefined && province !== undefined) parts.province = province;
  else if (province !== undefined && parts.province === undefined) derived.province = province;

  if (postalCode === undefined && village !== undefined && district !== undefined) {
    const code = postalOf(village.matches.filter((match) => match.district === district));
    if (code !== undefined) derived.postalCode = code;
  }
  return aloneAndCommon(chain, village, postalCode) ?? { parts, derived, unsure };
}

// The districts that are left when village and postal code have had their say.
function narrow(
  chain: Chain,
  village: VillageReading | undefined,
  postalCode: string | undefined,
): readonly District[] | undefined {
  const withVillage =
    village !== undefined && village.matches.length > 0 ? village.matches.map((match) => match.district) : undefined;
  const said = withVillage ?? chain.districts;
  if (said !== undefined && said.length <= 1) return said;
  const byPostal = (postalCode === undefined ? [] : districtsWithPostal(postalCode)).filter((district) =>
    said === undefined
      ? (chain.cities?.includes(district.city) ?? provinceFits(chain.province?.areas[0], district.city))
      : said.includes(district),
  );
  return byPostal.length > 0 ? byPostal : said;
}

// Karanganyar, and nothing else: a regency, but also a district in five others.
function aloneAndCommon(chain: Chain, village: VillageReading | undefined, postalCode: string | undefined) {
  const alone =
    chain.city !== undefined && !chain.city.labelled && !chain.district && !chain.province && !village && !postalCode;
  if (!alone || chain.cities?.length !== 1) return undefined;
  const text = chain.city?.text ?? '';
  const namesakes = districtsNamed(text, {}, 'exact');
  const elsewhere = namesakes.filter((district) => !chain.cities?.includes(district.city));
  return elsewhere.length < 2 ? undefined : { parts: {}, derived: {}, unsure: [doubt('district', text, namesakes)] };
}

const doubt = (part: AreaLevel, text: string, districts: readonly District[]): UnsureArea => ({
  part,
  text,
  candidates: districts.map(({ name, city }) => ({ district: name, city: city.name, province: city.province })),
});

const doubtCity = (text: string, cities: readonly City[]): UnsureArea => ({
  part: 'city',
  text,
  candidates: cities.map(({ name, province }) => ({ city: name, province })),
});

// The person's own spacing where only that differs (Duren Jaya), else the name as it is written (Kb. Jeruk is Kebon Jeruk).
const shown = (written: string, known: string | undefined): string =>
  known === undefined || placeKey(written) === placeKey(known) ? calmArea(written) : known;

function mark(used: Set<number>, span: { start: number; end: number } | undefined): void {
  for (let at = span?.start ?? 0; at < (span?.end ?? 0); at += 1) used.add(at);
}

function standsAlone(tokens: readonly Token[], span: Span<unknown>): boolean {
  const before = tokens[span.start - 1];
  const after = tokens[span.end];
  const opens =
    tokens[span.start]?.opens === true || before === undefined || /\d/.test(before.text) || isTalk(before.key);
  const ends = after === undefined || after.opens || isTalk(after.key);
  // A city may follow words that are no area (`... gang buntu malang`); nothing follows it.
  return ends && (opens || span.areas.some((area) => typeof area === 'object' && area !== null && 'districts' in area));
}
