import { type Doc, isDoc, type Value } from '../bson/value.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from './collection.ts';
import { demandsPresence, implies, mayBeNull } from './implied.ts';

import { common, type Demand, demandsOf, type Interval, inverted } from './intervals.ts';
import type { Ordered, Span } from './ordered.ts';

/** How the documents that a filter may match are found; the matcher looks at each of them again. */
export type Plan =
  | { readonly type: 'ids'; readonly ids: readonly Value[] }
  | {
      readonly type: 'index';
      readonly index: Ordered;
      readonly spans: readonly Span[];
      readonly backwards: boolean;
      /** Whether they come in the order asked for. */
      readonly sorted: boolean;
    }
  | { readonly type: 'union'; readonly parts: readonly Plan[] }
  | { readonly type: 'scan' };

// Beyond this many spans, reading them one by one costs more than it saves.
const MOST_SPANS = 1000;

/** Chooses how to find what a filter asks for, in the order asked for where an index has it. */
export function plan(collection: Collection, filter: Doc, sort: readonly SortField[]): Plan {
  const demands = demandsOf(filter);
  const ids = idsOf(demands);
  if (ids) return { type: 'ids', ids };
  const choices = [collection.ids, ...collection.indexes].flatMap((index) => choose(index, filter, demands, sort));
  const best = choices.sort((a, b) => b.score - a.score)[0];
  if (best && best.fields > 0) return best.plan;
  return unionOf(collection, filter) ?? best?.plan ?? { type: 'scan' };
}

function idsOf(demands: readonly Demand[]): readonly Value[] | undefined {
  return demands.find(({ path, values }) => path === '_id' && values !== undefined)?.values;
}

/** Alternatives, each of which has an index of its own. */
function unionOf(collection: Collection, filter: Doc): Plan | undefined {
  const branches = filter.$or;
  if (!Array.isArray(branches)) return undefined;
  const parts = branches.map((branch) => (isDoc(branch) ? plan(collection, branch, []) : undefined));
  const found = parts.filter((part) => part !== undefined && part.type !== 'scan');
  return found.length === parts.length
    ? { type: 'union', parts: found.filter((part) => part !== undefined) }
    : undefined;
}

interface Choice {
  readonly plan: Plan;
  readonly score: number;
  /** How many of the index's fields narrow the search. */
  readonly fields: number;
}

function choose(index: Ordered, filter: Doc, demands: readonly Demand[], sort: readonly SortField[]): Choice[] {
  const { spec } = index;
  if (spec.partial && !implies(filter, demands, spec.partial)) return [];
  if (spec.sparse && !spec.fields.some(({ name }) => demandsPresence(filter, demands, name))) return [];
  const { spans, fixed, fields, score } = narrow(index, demands);
  const direction = spans.length === 1 && !index.multikey ? sortDirection(index, fixed, sort) : undefined;
  if (fields === 0 && direction === undefined) return [];
  const sorted = direction !== undefined;
  const bonus = (sorted ? 50 : 0) + (spec.partial ? 5 : 0) + (spec.unique && fields === spec.fields.length ? 200 : 0);
  const plan: Plan = { type: 'index', index, spans, backwards: direction === 'down', sorted };
  return [{ plan, fields, score: score + bonus - spec.fields.length }];
}

interface Narrowed {
  readonly spans: readonly Span[];
  /** How many leading fields have one single value. */
  readonly fixed: number;
  readonly fields: number;
  readonly score: number;
}

const EVERYTHING: Span = { low: Buffer.from([0]), high: Buffer.from([255, 255]) };

function narrow(index: Ordered, demands: readonly Demand[]): Narrowed {
  let prefixes: readonly Buffer[] = [Buffer.alloc(0)];
  let state: Narrowed = { spans: [EVERYTHING], fixed: 0, fields: 0, score: 0 };
  const roots = new Set<string>();
  // A sparse index has no entry for a member without the field, though it has others of the same document.
  const usable = index.multikey && index.spec.sparse ? demands.filter((demand) => !mayBeNull(demand)) : demands;
  for (const field of index.spec.fields) {
    const own = usable.filter(({ path }) => path === field.name);
    const root = field.path[0] ?? '';
    // Two fields of one array may be matched by two of its members, which are two entries of the index.
    if (own.length === 0 || (index.multikey && roots.has(root))) break;
    const { intervals, points } = join(own, index.multikey);
    if (prefixes.length * intervals.length > MOST_SPANS) break;
    const turned = field.descending ? intervals.map(inverted).reverse() : intervals;
    const spans = prefixes.flatMap((prefix) => turned.map((interval) => within(prefix, interval)));
    const isFixed = points && intervals.length === 1 && state.fixed === state.fields;
    state = {
      spans,
      fixed: state.fixed + Number(isFixed),
      fields: state.fields + 1,
      score: state.score + (points ? (intervals.length === 1 ? 100 : 90) : 40),
    };
    if (!points) break;
    roots.add(root);
    prefixes = spans.map(({ low }) => low);
  }
  return state;
}

const within = (prefix: Buffer, { low, high }: Interval): Span => ({
  low: Buffer.concat([prefix, low]),
  high: Buffer.concat([prefix, high]),
});

/** What all demands on one field leave. Members of an array may meet different demands, so then only the best one counts. */
function join(own: readonly Demand[], multikey: boolean): { intervals: readonly Interval[]; points: boolean } {
  const exact = own.find(({ values }) => values !== undefined);
  if (multikey) return { intervals: (exact ?? own[0])?.intervals ?? [], points: exact !== undefined };
  const intervals = own.map((demand) => demand.intervals).reduce((all, some) => common(all, some));
  return { intervals, points: exact !== undefined };
}

/** Whether an index gives the order asked for, read upwards or downwards; undefined when it does not. */
function sortDirection(index: Ordered, fixed: number, sort: readonly SortField[]): 'up' | 'down' | undefined {
  if (sort.length === 0) return undefined;
  const { fields } = index.spec;
  const settled = new Set(fields.slice(0, fixed).map(({ name }) => name));
  const open = sort.filter(({ name }) => !settled.has(name));
  const rest = fields.slice(fixed);
  for (const direction of ['up', 'down'] as const) {
    const fits = open.every(({ name, descending }, i) => {
      const field = rest[i];
      return field?.name === name && (field.descending === descending) === (direction === 'up');
    });
    if (fits) return direction;
  }
  return undefined;
}
