import { BSONRegExp } from 'bson';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { isOperators } from '../query/match.ts';
import { plainValue, putPlain, splitPath } from '../query/path.ts';

/** The document an upsert starts from: the fields that the filter fixes by equality. */
export function seedOf(filter: Doc): Doc {
  const doc = new Doc();
  for (const { path, value } of equalities(filter)) {
    const parts = splitPath(path);
    if (plainValue(doc, parts) !== undefined)
      throw new CommandError(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    putPlain(doc, parts, value);
  }
  return doc;
}

interface Equality {
  readonly path: string;
  readonly value: Value;
}

function equalities(filter: Doc): Equality[] {
  return Object.keys(filter).flatMap((name) => {
    const value = filter[name] ?? null;
    if (name === '$and' && Array.isArray(value)) return value.flatMap((part) => (isDoc(part) ? equalities(part) : []));
    if (name === '$or' && Array.isArray(value) && value.length === 1) {
      const [only] = value;
      return isDoc(only) ? equalities(only) : [];
    }
    if (name.startsWith('$')) return [];
    const fixed = fixedValue(value);
    return fixed === undefined ? [] : [{ path: name, value: fixed }];
  });
}

function fixedValue(value: Value): Value | undefined {
  if (value instanceof BSONRegExp) return undefined;
  if (!isOperators(value)) return value;
  const equal = value.$eq;
  if (equal !== undefined) return equal;
  const list = value.$in ?? value.$all;
  const [only] = Array.isArray(list) && list.length === 1 ? list : [];
  return only instanceof BSONRegExp || isOperators(only) ? undefined : only;
}
