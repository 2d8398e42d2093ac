import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { bracketOf, compare, isEqual } from '../bson/compare.ts';
import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { type Doc, isDoc, TYPE_NUMBER, typeOf, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { patternTest } from './pattern.ts';

/** A test of one value that a path leads to (undefined: nothing is there). */
export type Test = (value: Value | undefined) => boolean;

/** Operators of MongoDB that are left out on purpose. */
export const LEFT_OUT = new Set([
  '$where',
  '$text',
  '$jsonSchema',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
]);

/** The test of an operator that asks about one value on its own. */
export function testOf(operator: string, wanted: Value, siblings: Doc): Test {
  switch (operator) {
    case '$eq':
      return exactly(wanted);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return ordered(operator, wanted);
    case '$in':
      return oneOf(wanted);
    case '$type':
      return ofType(wanted);
    case '$mod':
      return modulo(wanted);
    case '$regex':
      return equalTo(regexOf(wanted, siblings.$options));
    default:
      if (LEFT_OUT.has(operator)) throw refused(operator);
      throw new CommandError('BadValue', `unknown operator: ${operator}`);
  }
}

function regexOf(wanted: Value, options: Value | undefined): BSONRegExp {
  if (options !== undefined && typeof options !== 'string')
    throw new CommandError('BadValue', '$options has to be a string');
  if (typeof wanted === 'string') return new BSONRegExp(wanted, options ?? '');
  if (wanted instanceof BSONRegExp) return new BSONRegExp(wanted.pattern, options ?? wanted.options);
  throw new CommandError('BadValue', '$regex has to be a string');
}

/** Equality as a filter means it: null also stands for a missing field, a regular expression for the texts it matches. */
export function equalTo(wanted: Value): Test {
  if (wanted === null) return (value) => value === undefined || value === null;
  if (wanted instanceof BSONRegExp) return patternTest(wanted);
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted;
  return (value) => value !== undefined && isEqual(value, wanted);
}

/** `$eq`: like a plain value, except that a regular expression stands for itself only. */
export const exactly = (wanted: Value): Test =>
  wanted instanceof BSONRegExp ? (value) => value !== undefined && isEqual(value, wanted) : equalTo(wanted);

/** `$gt`, `$gte`, `$lt`, `$lte`: within one type, except against MinKey and MaxKey. */
function ordered(operator: string, wanted: Value): Test {
  if (wanted instanceof BSONRegExp)
    throw new CommandError('BadValue', `Can't have RegEx as arg to predicate over field`);
  const orEqual = operator.endsWith('e');
  const sign = operator.startsWith('$g') ? 1 : -1;
  const bounds = wanted instanceof MinKey || wanted instanceof MaxKey;
  const bracket = bracketOf(wanted);
  const wantsNaN = isNaNumber(wanted);
  return (value = null) => {
    if (!bounds && bracketOf(value) !== bracket) return false;
    if (wantsNaN || isNaNumber(value)) return orEqual && wantsNaN && isNaNumber(value);
    const order = compare(value, wanted);
    return order === 0 ? orEqual : order === sign;
  };
}

/** `$in`: equal to one of the list, regular expressions included. */
export function oneOf(list: Value): Test {
  if (!Array.isArray(list)) throw new CommandError('BadValue', '$in needs an array');
  if (list.some((item) => isDoc(item) && Object.keys(item)[0]?.startsWith('$')))
    throw new CommandError('BadValue', 'cannot nest $ under $in');
  const texts = new Set(list.filter((item) => typeof item === 'string'));
  const others = list.filter((item) => typeof item !== 'string').map(equalTo);
  return (value) => (typeof value === 'string' && texts.has(value)) || others.some((test) => test(value));
}

/** `$type`, by name, number or a list of them. */
function ofType(wanted: Value): Test {
  const list = Array.isArray(wanted) ? wanted : [wanted];
  if (list.length === 0) throw new CommandError('FailedToParse', 'a must match at least one type');
  const names = new Set(list.flatMap(typeNames));
  return (value) => value !== undefined && names.has(typeOf(value));
}

function typeNames(wanted: Value): readonly string[] {
  if (wanted === 'number') return ['int', 'long', 'double', 'decimal'];
  const known = Object.entries(TYPE_NUMBER).find(
    ([name, number]) => name === wanted || (isNumeric(wanted) && toDouble(wanted) === number),
  );
  if (!known) throw new CommandError('BadValue', `Unknown type name alias: ${show(wanted)}`);
  return [known[0]];
}

/** `$mod: [divisor, rest]`. */
function modulo(wanted: Value): Test {
  if (!Array.isArray(wanted)) throw new CommandError('BadValue', 'malformed mod, needs to be an array');
  const [divisor = null, rest = null, ...more] = wanted;
  if (more.length > 0 || wanted.length < 2)
    throw new CommandError('BadValue', `malformed mod, ${wanted.length < 2 ? 'not enough' : 'too many'} elements`);
  if (!isNumeric(divisor) || !isNumeric(rest))
    throw new CommandError('BadValue', 'malformed mod, divisor not a number');
  const by = BigInt(Math.trunc(toDouble(divisor)));
  if (by === 0n) throw new CommandError('BadValue', 'divisor cannot be 0');
  const left = BigInt(Math.trunc(toDouble(rest)));
  return (value) => {
    if (!isNumeric(value) || !Number.isFinite(toDouble(value))) return false;
    return BigInt(Math.trunc(toDouble(value))) % by === left;
  };
}

/** `$size`: an array of exactly so many. */
export function ofSize(wanted: Value): Test {
  const size = isNumeric(wanted) ? toDouble(wanted) : Number.NaN;
  if (!Number.isInteger(size) || size < 0)
    throw new CommandError('BadValue', `Failed to parse $size. Expected a non-negative integer: ${show(wanted)}`);
  return (value) => Array.isArray(value) && value.length === size;
}

/** Whether a filter's yes-or-no argument (`$exists`) says yes. */
export function isTrue(value: Value): boolean {
  if (isNumeric(value)) return toDouble(value) !== 0;
  return value !== null && value !== false;
}

const isNaNumber = (value: Value): boolean => isNumeric(value) && Number.isNaN(toDouble(value));
