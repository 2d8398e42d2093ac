import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { orderKey, tagOf } from '../bson/order-key.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { isOperators } from '../query/match.ts';
import { prefixOf } from '../query/pattern.ts';

/** A span of the order keys of one field. */
export interface Interval {
  readonly low: Buffer;
  readonly high: Buffer;
}

/** What a filter demands of one path, as far as an index can help. */
export interface Demand {
  readonly path: string;
  /** Where the field's keys lie; documents outside cannot match. */
  readonly intervals: readonly Interval[];
  /** The values themselves, where the demand is to be one of them. */
  readonly values: readonly Value[] | undefined;
}

/** All that a filter demands at once, `$and` included; alternatives, negations and the rest give nothing. */
export function demandsOf(filter: Doc): Demand[] {
  return Object.keys(filter).flatMap((name) => {
    const value = filter[name] ?? null;
    if (name === '$and' && Array.isArray(value)) return value.flatMap((part) => (isDoc(part) ? demandsOf(part) : []));
    return name.startsWith('$') ? [] : fieldDemands(name, value);
  });
}

function fieldDemands(path: string, value: Value): Demand[] {
  if (!isOperators(value)) return points(path, [value]);
  return Object.keys(value).flatMap((operator) => operatorDemands(path, operator, value[operator] ?? null, value));
}

function operatorDemands(path: string, operator: string, value: Value, siblings: Doc): Demand[] {
  switch (operator) {
    case '$eq':
      return value instanceof BSONRegExp ? [] : points(path, [value]);
    case '$in':
      return Array.isArray(value) ? points(path, value) : [];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(path, operator, value);
    case '$regex':
      return points(path, regexOf(value, siblings.$options));
    case '$all':
      return Array.isArray(value) && value[0] !== undefined && !isOperators(value[0]) ? points(path, [value[0]]) : [];
    case '$elemMatch':
      return isDoc(value) ? elementDemands(path, value) : [];
    default:
      return [];
  }
}

function elementDemands(path: string, wanted: Doc): Demand[] {
  if (!isOperators(wanted)) return demandsOf(wanted).map((demand) => ({ ...demand, path: `${path}.${demand.path}` }));
  return Object.keys(wanted).flatMap((operator) => operatorDemands(path, operator, wanted[operator] ?? null, wanted));
}

function points(path: string, values: readonly Value[]): Demand[] {
  const intervals = values.map(pointOf);
  const known = intervals.filter((interval) => interval !== undefined);
  if (known.length < intervals.length) return [];
  const exact = values.every((value) => !(value instanceof BSONRegExp));
  return [{ path, intervals: merged(known.flat()), values: exact ? values : undefined }];
}

/** Where the keys of what equals a value lie. An array may equal a member or the whole, which an index cannot tell. */
function pointOf(value: Value): readonly Interval[] | undefined {
  if (Array.isArray(value)) return undefined;
  if (!(value instanceof BSONRegExp)) return [startingWith(orderKey(value))];
  const prefix = prefixOf(value);
  if (prefix === undefined) return undefined;
  // A text's key ends in a zero byte; without it, it begins the keys of all texts that begin so.
  return [startingWith(orderKey(prefix).subarray(0, -1)), startingWith(orderKey(value))];
}

function range(path: string, operator: '$gt' | '$gte' | '$lt' | '$lte', value: Value): Demand[] {
  if (Array.isArray(value) || value instanceof BSONRegExp || value instanceof MinKey || value instanceof MaxKey)
    return [];
  const at = startingWith(orderKey(value));
  const type = startingWith(Buffer.from([tagOf(value)]));
  const interval = {
    low: operator === '$gt' ? at.high : operator === '$gte' ? at.low : type.low,
    high: operator === '$lt' ? at.low : operator === '$lte' ? at.high : type.high,
  };
  return [{ path, intervals: [interval], values: undefined }];
}

function regexOf(value: Value, options: Value | undefined): readonly Value[] {
  const flags = typeof options === 'string' ? options : undefined;
  if (typeof value === 'string') return [new BSONRegExp(value, flags ?? '')];
  if (value instanceof BSONRegExp) return [new BSONRegExp(value.pattern, flags ?? value.options)];
  return [];
}

/** All keys that begin with these bytes. */
export const startingWith = (prefix: Buffer): Interval => ({ low: prefix, high: after(prefix) });

/** The smallest key above all that begin with these bytes. */
function after(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let at = next.length - 1; at >= 0; at--) {
    const byte = next[at] ?? 0;
    if (byte === 255) continue;
    next[at] = byte + 1;
    return next.subarray(0, at + 1);
  }
  return Buffer.from([255, 255]);
}

/** The same span where the field's bytes are inverted; what begins with a prefix begins with the inverted prefix. */
export const inverted = ({ low, high }: Interval): Interval =>
  after(low).equals(high) ? startingWith(flipped(low)) : { low: after(flipped(high)), high: after(flipped(low)) };

const flipped = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => 255 - byte));

/** Sorts intervals and joins those that touch. */
function merged(intervals: readonly Interval[]): Interval[] {
  const made: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => Buffer.compare(a.low, b.low))) {
    const last = made.at(-1);
    if (Buffer.compare(next.low, next.high) >= 0) continue;
    // Neighbours that only touch stay apart: points must stay points.
    if (!last || Buffer.compare(next.low, last.high) >= 0) made.push(next);
    else if (Buffer.compare(next.high, last.high) > 0) made[made.length - 1] = { low: last.low, high: next.high };
  }
  return made;
}

/** What lies in both. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return merged(
    a.flatMap((left) =>
      b.map((right) => ({
        low: Buffer.compare(left.low, right.low) > 0 ? left.low : right.low,
        high: Buffer.compare(left.high, right.high) < 0 ? left.high : right.high,
      })),
    ),
  );
}

/** Whether all of `inner` lies within `outer`. */
export const liesWithin = (inner: readonly Interval[], outer: readonly Interval[]): boolean =>
  inner.every(({ low, high }) =>
    outer.some((wide) => Buffer.compare(wide.low, low) <= 0 && Buffer.compare(high, wide.high) <= 0),
  );
