import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { type Path, splitPath } from './path.ts';

/** One field of an order. */
export interface SortField {
  readonly name: string;
  readonly path: Path;
  readonly descending: boolean;
}

/** Reads a sort document; none or an empty one is no order. */
export function readSort(sort: Value | undefined): readonly SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError('TypeMismatch', `a sort must be an object, not ${show(sort)}`);
  return Object.keys(sort).map((name) => fieldOf(sort, name));
}

function fieldOf(sort: Doc, name: string): SortField {
  const value = sort[name] ?? null;
  if (isDoc(value)) throw refused(`sorting by ${show(value)}`);
  const sign = isNumeric(value) ? toDouble(value) : 0;
  if (sign !== 1 && sign !== -1)
    throw new CommandError(
      'BadValue',
      `$sort key ordering must be 1 (for ascending) or -1 (for descending), not ${show(value)}`,
    );
  if (name === '' || name.startsWith('$')) throw new CommandError('BadValue', `a sort by '${name}' is not possible`);
  return { name, path: splitPath(name), descending: sign < 0 };
}
