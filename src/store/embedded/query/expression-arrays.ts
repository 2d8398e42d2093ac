import { isEqual } from '../bson/compare.ts';
import { asDouble, isNumeric, type Numeric, toDouble } from '../bson/number.ts';
import { orderKey } from '../bson/order-key.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, setField, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { ANY, isNothing, type Maybe, named, ONE, type Operator, over, TWO } from './expression-kit.ts';
import { plus } from './expression-numbers.ts';
import { isTruthy } from './truth.ts';

/** Lists, and documents taken apart and put together. */
export const ARRAY_OPERATORS: Readonly<Record<string, Operator>> = {
  $size: over('$size', ONE, (value) => listOf('$size', value).length),
  $isArray: over('$isArray', ONE, (value) => Array.isArray(value)),
  $in: over('$in', TWO, (value, list) => listOf('$in', list).some((item) => isEqual(item, value ?? null))),
  $arrayElemAt: over('$arrayElemAt', TWO, (list, at) =>
    isNothing(list) || isNothing(at) ? null : listOf('$arrayElemAt', list).at(indexOf('$arrayElemAt', at)),
  ),
  $first: over('$first', ONE, (list) => (isNothing(list) ? null : listOf('$first', list)[0])),
  $last: over('$last', ONE, (list) => (isNothing(list) ? null : listOf('$last', list).at(-1))),
  $slice: over('$slice', { least: 2, most: 3 }, (list, from, count) => {
    if (isNothing(list) || isNothing(from)) return null;
    const items = listOf('$slice', list);
    const start = indexOf('$slice', from);
    if (count !== undefined) {
      const first = start < 0 ? Math.max(0, items.length + start) : start;
      return items.slice(first, first + indexOf('$slice', count));
    }
    return start >= 0 ? items.slice(0, start) : items.slice(start);
  }),
  $concatArrays: over('$concatArrays', ANY, (...lists) =>
    lists.some(isNothing) ? null : lists.flatMap((list) => listOf('$concatArrays', list)),
  ),
  $setUnion: over('$setUnion', ANY, (...lists) =>
    lists.some(isNothing) ? null : distinct(lists.flatMap((list) => listOf('$setUnion', list))),
  ),
  $sum: over('$sum', ANY, (...values) => total(flat(values))),
  $avg: over('$avg', ANY, (...values) => average(flat(values))),
  $filter: named('$filter', ['input', 'cond'], ['as'], (part) => eachItem('$filter', part, 'cond', keepTrue)),
  $map: named('$map', ['input', 'in'], ['as'], (part) => eachItem('$map', part, 'in', (_, results) => results)),
  $reduce: named('$reduce', ['input', 'initialValue', 'in'], [], (part) => {
    const [input, initial, step] = ['input', 'initialValue', 'in'].map(part);
    return (scope) => {
      const list = input?.(scope);
      if (isNothing(list)) return null;
      return listOf('$reduce', list).reduce<Maybe>(
        (value, item) => step?.({ ...scope, variables: { ...scope.variables, value: value ?? null, this: item } }),
        initial?.(scope),
      );
    };
  }),
  $mergeObjects: over('$mergeObjects', ANY, (...docs) => {
    const made = new Doc();
    for (const doc of flat(docs)) if (!isNothing(doc)) Object.assign(made, docOf('$mergeObjects', doc));
    return made;
  }),
  $objectToArray: over('$objectToArray', ONE, (doc) =>
    isNothing(doc) ? null : Object.entries(docOf('$objectToArray', doc)).map(([k, v]) => Doc.of({ k, v })),
  ),
  $arrayToObject: over('$arrayToObject', ONE, (list) => {
    if (isNothing(list)) return null;
    const made = new Doc();
    for (const item of listOf('$arrayToObject', list)) {
      const [name, value] = isDoc(item) ? [item.k, item.v] : Array.isArray(item) ? item : [];
      if (typeof name !== 'string') throw new CommandError('BadValue', '$arrayToObject needs pairs of name and value');
      setField(made, name, value);
    }
    return made;
  }),
};

/** The sum of what is a number among values; the rest does not count. */
const total = (values: readonly Maybe[]): Numeric => values.filter(isNumeric).reduce<Numeric>(plus, 0);

/** The mean of what is a number among values; null when there is none. */
export function average(values: readonly Maybe[]): Maybe {
  const numbers = values.filter(isNumeric);
  return numbers.length === 0 ? null : asDouble(toDouble(total(numbers)) / numbers.length);
}

type Part = Parameters<Parameters<typeof named>[3]>[0];

function eachItem(
  name: string,
  part: Part,
  body: string,
  finish: (items: readonly Value[], results: Value[]) => Value[],
): ReturnType<Parameters<typeof named>[3]> {
  const [input, work, as] = ['input', body, 'as'].map(part);
  return (scope) => {
    const list = input?.(scope);
    if (isNothing(list)) return null;
    const variable = as?.(scope) ?? 'this';
    if (typeof variable !== 'string') throw new CommandError('BadValue', `${name} needs a name in 'as'`);
    const items = listOf(name, list);
    const results = items.map(
      (item) => work?.({ ...scope, variables: { ...scope.variables, [variable]: item } }) ?? null,
    );
    return finish(items, results);
  };
}

const keepTrue = (items: readonly Value[], results: readonly Value[]): Value[] =>
  items.filter((_, i) => isTruthy(results[i]));

const flat = (values: readonly Maybe[]): readonly Maybe[] => {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
};

function distinct(items: readonly Value[]): Value[] {
  const seen = new Map<string, Value>();
  for (const item of items) {
    const key = orderKey(item).toString('latin1');
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function listOf(operator: string, value: Maybe): Value[] {
  if (Array.isArray(value)) return value;
  throw new CommandError('BadValue', `${operator} needs an array, not ${show(value)}`);
}

function docOf(operator: string, value: Maybe): Doc {
  if (isDoc(value)) return value;
  throw new CommandError('BadValue', `${operator} needs an object, not ${show(value)}`);
}

function indexOf(operator: string, value: Maybe): number {
  const index = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(index)) return index;
  throw new CommandError('BadValue', `${operator} needs a whole number, not ${show(value)}`);
}
