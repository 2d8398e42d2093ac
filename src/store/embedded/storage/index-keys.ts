import { compoundKey, EMPTY_ARRAY, type KeyPart } from '../bson/order-key.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { type Path, positionOf } from '../query/path.ts';
import type { IndexSpec } from './index-spec.ts';

/** The entries that a document has in an index, and whether an array made several of one. */
export interface IndexEntries {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
}

const NONE: IndexEntries = { keys: [], multikey: false };

/** The entries of a document in an index: none where a sparse or partial index leaves it out. */
export function entriesOf(spec: Pick<IndexSpec, 'fields' | 'sparse' | 'includes'>, doc: Doc): IndexEntries {
  if (spec.includes && !spec.includes(doc)) return NONE;
  const descending = spec.fields.map((field) => field.descending);
  const rows: Ends[] = [];
  const multikey = spread(
    spec.fields.map(({ path }) => ({ node: doc, path, at: 0, ended: false })),
    rows,
  );
  const kept = spec.sparse ? rows.filter((row) => row.some((part) => part !== undefined)) : rows;
  const keys = kept.map((row) =>
    compoundKey(
      row.map((part) => part ?? null),
      descending,
    ),
  );
  return { keys: multikey ? withoutRepeats(keys) : keys, multikey };
}

/** The first combination of values of a document in an index, for the `keyValue` of a duplicate. */
export function valuesOf(spec: IndexSpec, doc: Doc, key: Buffer): readonly Value[] {
  const rows: Ends[] = [];
  const descending = spec.fields.map((field) => field.descending);
  spread(
    spec.fields.map(({ path }) => ({ node: doc, path, at: 0, ended: false })),
    rows,
  );
  const row =
    rows.find((parts) =>
      compoundKey(
        parts.map((part) => part ?? null),
        descending,
      ).equals(key),
    ) ?? [];
  return row.map((part) => (part === EMPTY_ARRAY || part === undefined ? null : part));
}

// How far the walk along one field's path has come.
interface Walker {
  readonly node: Value | undefined;
  readonly path: Path;
  readonly at: number;
  /** A member of an array at the end of the path: taken as it is, also when it is a list. */
  readonly ended: boolean;
}

type Ends = readonly (KeyPart | undefined)[];

/**
 * Follows all fields at once; where they meet an array, each of its members gives a row of its own, so that fields of one
 * member stay together. Returns whether there was an array.
 */
function spread(walkers: readonly Walker[], rows: Ends[]): boolean {
  const moved = walkers.map(advance);
  const [list, ...others] = new Set(moved.flatMap(({ node, ended }) => (Array.isArray(node) && !ended ? [node] : [])));
  if (list === undefined) {
    rows.push(moved.map(({ node }) => node));
    return false;
  }
  if (others.length > 0) throw new CommandError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  if (list.length === 0) {
    rows.push(
      moved.map((walker) => (isHeldBy(walker, list) ? (isAtEnd(walker) ? EMPTY_ARRAY : undefined) : walker.node)),
    );
    return true;
  }
  for (const item of list)
    spread(
      moved.map((walker) => (isHeldBy(walker, list) ? into(walker, list, item) : walker)),
      rows,
    );
  return true;
}

const isHeldBy = ({ node, ended }: Walker, list: readonly Value[]): boolean => node === list && !ended;
const isAtEnd = ({ path, at }: Walker): boolean => at === path.length;

/** Walks through documents until the path ends or an array is in the way. */
function advance(walker: Walker): Walker {
  let { node, at } = walker;
  while (!walker.ended && at < walker.path.length && !Array.isArray(node)) {
    node = isDoc(node) ? node[walker.path[at] ?? ''] : undefined;
    at++;
    if (node === undefined) at = walker.path.length;
  }
  return { ...walker, node, at };
}

function into(walker: Walker, list: readonly Value[], item: Value): Walker {
  if (isAtEnd(walker)) return { ...walker, node: item, ended: true };
  const position = positionOf(walker.path[walker.at]);
  const picked = position === undefined ? undefined : list[position];
  if (picked !== undefined) return { ...walker, node: picked, at: walker.at + 1, ended: false };
  return isDoc(item) ? { ...walker, node: item } : { ...walker, node: undefined, at: walker.path.length, ended: true };
}

function withoutRepeats(keys: readonly Buffer[]): Buffer[] {
  const seen = new Set<string>();
  return keys.filter((key) => {
    const text = key.toString('latin1');
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
