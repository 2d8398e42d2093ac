import { BSONRegExp } from 'bson';
import { decode } from '../bson/decode.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileFilter, isOperators, type Matcher } from '../query/match.ts';
import type { Found } from '../query/path.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from './collection.ts';
import { entriesOf } from './index-keys.ts';
import type { Stored } from './ordered.ts';
import { type Plan, plan } from './planner.ts';

/** A document that matched; it is decoded when somebody looks at it. */
export class Hit {
  readonly row: number;
  readonly bytes: Buffer;
  private read: Doc | undefined;

  constructor({ row, bytes }: Stored, doc?: Doc) {
    this.row = row;
    this.bytes = bytes;
    this.read = doc;
  }

  get doc(): Doc {
    this.read ??= decode(this.bytes);
    return this.read;
  }
}

/** What to look for. */
export interface Wanted {
  readonly filter: Doc;
  readonly sort?: readonly SortField[];
  readonly skip?: number;
  readonly limit?: number;
}

/** Finds documents, in the order asked for. What names one id needs no plan: the commonest way by far. */
export function* search(collection: Collection | undefined, wanted: Wanted): Generator<Hit> {
  if (!collection) {
    compileFilter(wanted.filter);
    return;
  }
  const id = onlyId(wanted.filter);
  if (id === undefined) {
    yield* cut(matching(collection, wanted), wanted.skip ?? 0, wanted.limit ?? 0);
    return;
  }
  const matches = hasMore(wanted.filter) ? compileFilter(wanted.filter) : undefined;
  const found = wanted.skip ? undefined : collection.find(id);
  if (!found) return;
  const hit = new Hit(found);
  if (!matches || matches(hit.doc)) yield hit;
}

/** The one id that a filter names, whatever else it asks for. */
function onlyId({ _id: id }: Doc): Value | undefined {
  return Array.isArray(id) || id instanceof BSONRegExp || isOperators(id) ? undefined : id;
}

function hasMore(filter: Doc): boolean {
  for (const name in filter) if (name !== '_id') return true;
  return false;
}

/** Whether a hit matches, noting where in an array it did. */
export const positionIn = (matches: Matcher, doc: Doc): number | undefined => {
  const found: Found = { index: undefined };
  matches(doc, found);
  return found.index;
};

function* matching(collection: Collection, { filter, sort = [] }: Wanted): Generator<Hit> {
  const chosen = plan(collection, filter, sort);
  const matches = Object.keys(filter).length > 0 ? compileFilter(filter) : undefined;
  const hits = filtered(candidates(collection, chosen), matches);
  const isSorted = sort.length === 0 || (chosen.type === 'index' && chosen.sorted);
  yield* isSorted ? hits : inOrder(hits, sort);
}

function* filtered(stored: Iterable<Stored>, matches: Matcher | undefined): Generator<Hit> {
  for (const item of stored) {
    const hit = new Hit(item);
    if (!matches || matches(hit.doc)) yield hit;
  }
}

/** The documents of a plan, each once. */
export function* candidates(collection: Collection, chosen: Plan): Generator<Stored> {
  switch (chosen.type) {
    case 'ids': {
      const seen = new Set<number>();
      for (const id of chosen.ids) {
        const found = collection.find(id);
        if (found && !seen.has(found.row)) yield found;
        if (found) seen.add(found.row);
      }
      return;
    }
    case 'index': {
      const spans = chosen.backwards ? [...chosen.spans].reverse() : chosen.spans;
      // Several entries of one document may lie in one span or in several.
      const seen = new Set<number>();
      for (const span of spans) {
        const found = chosen.index.read(span, chosen.backwards);
        yield* chosen.index.multikey ? once(found, seen) : found;
      }
      return;
    }
    case 'union': {
      const seen = new Set<number>();
      for (const part of chosen.parts) yield* once(candidates(collection, part), seen);
      return;
    }
    case 'scan':
      yield* collection.scan();
  }
}

function* once(stored: Iterable<Stored>, seen: Set<number>): Generator<Stored> {
  for (const item of stored) {
    if (seen.has(item.row)) continue;
    seen.add(item.row);
    yield item;
  }
}

/** Puts documents in order by their keys, the earlier row first among equals. */
export function inOrder(hits: Iterable<Hit>, sort: readonly SortField[]): Hit[] {
  const keyed = Array.from(hits, (hit) => ({ hit, key: sortKey(hit.doc, sort) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key) || a.hit.row - b.hit.row).map(({ hit }) => hit);
}

/** What a document is ordered by: of several entries that an array makes, the first in the order asked for. */
export function sortKey(doc: Doc, sort: readonly SortField[]): Buffer {
  const keys = sortEntries(doc, sort);
  const [first = Buffer.alloc(0), ...others] = keys;
  return others.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least), first);
}

function sortEntries(doc: Doc, fields: readonly SortField[]): readonly Buffer[] {
  try {
    return entriesOf({ fields, sparse: false, includes: undefined }, doc).keys;
  } catch (cause) {
    if (cause instanceof CommandError && cause.codeName === 'CannotIndexParallelArrays')
      throw new CommandError('BadValue', 'cannot sort with keys that are parallel arrays', { cause });
    throw cause;
  }
}

function* cut(hits: Iterable<Hit>, skip: number, limit: number): Generator<Hit> {
  let seen = 0;
  for (const hit of hits) {
    if (seen++ < skip) continue;
    yield hit;
    if (limit > 0 && seen >= skip + limit) return;
  }
}

/** A filter read from a command; none is one that matches all. */
export function readFilter(value: Value | undefined, field: string): Doc {
  if (value === undefined || value === null) return new Doc();
  if (isDoc(value)) return value;
  throw new CommandError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type 'object'`);
}
