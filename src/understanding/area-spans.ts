import type { Token } from './address-tokens.ts';
import { isTalk } from './address-words.ts';
import type { City, District } from './area-data.ts';
import { citiesNamed, districtsNamed, mayNameArea, provinceNamed, type Typos } from './areas.ts';

/** Words of an address that may name an area: from token `start` (its label, if it has one) up to before `end`. */
export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly labelled: boolean;
  /** How far the words look like the later part of a street's name. */
  readonly inStreet: boolean;
  readonly areas: readonly T[];
}

/** All words that may name a province, a city or a district. */
export interface Spans {
  readonly provinces: readonly Span<string>[];
  readonly cities: readonly Span<City>[];
  readonly districts: readonly Span<District>[];
}

/** Finds what may name an area: behind a label also with a typing mistake, elsewhere only written right. */
export function findSpans(tokens: readonly Token[]): Spans {
  const plain = runs(tokens).filter((run) => mayNameArea(run.text));
  return {
    provinces: spansOf(tokens, plain, 'province', (text, typos) =>
      [provinceNamed(text, typos)].filter((name) => name !== undefined),
    ),
    cities: spansOf(tokens, plain, 'city', (text, typos) => citiesNamed(text, undefined, typos)),
    districts: spansOf(tokens, plain, 'district', (text, typos) => districtsNamed(text, {}, typos)),
  };
}

/** Finds words that may be a mistyped area among the few that `find` knows. */
export function findNearSpans<T>(tokens: readonly Token[], find: (text: string) => readonly T[]): readonly Span<T>[] {
  return runs(tokens)
    .filter((run) => run.text.length >= 5 && !run.inStreet)
    .map((run) => ({ ...run, labelled: false, areas: find(run.text) }))
    .filter((span) => span.areas.length > 0);
}

/** The words behind a label, as far as they can belong to it. */
export function labelledRun(tokens: readonly Token[], label: number): { readonly end: number; readonly text: string } {
  let end = label + 1;
  while (end < tokens.length && end <= label + 4) {
    const token = tokens[end];
    if (token === undefined || token.opens || token.level !== undefined || /^\d/.test(token.text) || isTalk(token.key))
      break;
    end += 1;
  }
  return { end, text: wordsOf(tokens, label + 1, end) };
}

/** The text of some tokens. */
export const wordsOf = (tokens: readonly Token[], start: number, end: number): string =>
  tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');

// `ke malang` is no Kemalang.
const PARTICLES = new Set(['ke', 'k', 'di', 'dari', 'ka', 'yang', 'yg', 'dan', 'to', 'in', 'at']);

/** One to four words beside each other. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly inStreet: boolean;
}

/** Every run of one to four words that may be a name of an area. */
export function runs(tokens: readonly Token[]): readonly Run[] {
  return tokens.flatMap((first, start) => {
    if (first.street === 'sure' || PARTICLES.has(first.key) || belongsToLabel(tokens, start)) return [];
    const found = [];
    for (let end = start + 1; end <= Math.min(start + 4, tokens.length); end += 1) {
      const last = tokens[end - 1];
      if (last === undefined || (last.opens && end > start + 1) || last.street === 'sure') break;
      found.push({ start, end, text: wordsOf(tokens, start, end), inStreet: first.street === 'maybe' });
    }
    return found;
  });
}

function spansOf<T>(
  tokens: readonly Token[],
  candidates: readonly Run[],
  level: 'province' | 'city' | 'district',
  find: (text: string, typos: Typos) => readonly T[],
): readonly Span<T>[] {
  const labelled = tokens.flatMap((token, start) => {
    if (token.level !== level) return [];
    const run = labelledRun(tokens, start);
    // `kota` chooses between Kota and Kabupaten Malang, so it is part of what is looked up.
    const prefix = level === 'city' ? `${token.key} ` : '';
    for (let end = run.end; end > start + 1; end -= 1) {
      const text = wordsOf(tokens, start + 1, end);
      const areas = find(prefix + text, 'near');
      if (areas.length > 0) return [{ start, end, text, labelled: true, inStreet: false, areas }];
    }
    return [];
  });
  const plain = candidates
    .map((run) => ({ ...run, labelled: false, areas: find(run.text, 'exact') }))
    .filter((span) => span.areas.length > 0);
  return [...labelled, ...plain];
}

// Behind `kec` stands a district and nothing else; `kota` may also end a name (Batam Kota), so it does not bind.
function belongsToLabel(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1];
  return before?.level !== undefined && before.key !== 'kota' && tokens[start]?.opens === false;
}
