import { Long } from 'bson';
import { asDouble, calculate, isNumeric, type Numeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { typeOf, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { ANY, isNothing, type Maybe, ONE, type Operator, over, TWO } from './expression-kit.ts';

/** Sums, differences, products, rounding, and turning values into numbers. */
export const NUMBER_OPERATORS: Readonly<Record<string, Operator>> = {
  $add: over('$add', ANY, (...values) => {
    if (values.some(isNothing)) return null;
    const dates = values.filter((value) => value instanceof Date);
    const total = values
      .filter((value) => !(value instanceof Date))
      .reduce<Numeric>((sum, value) => plus(sum, value), 0);
    if (dates.length === 0) return total;
    if (dates.length > 1) throw new CommandError('BadValue', 'only one date allowed in an $add expression');
    return new Date(Number(dates[0]) + toDouble(total));
  }),
  $subtract: over('$subtract', TWO, (a, b) => {
    if (isNothing(a) || isNothing(b)) return null;
    if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (a instanceof Date) return new Date(a.getTime() - toDouble(numberOf('$subtract', b)));
    return plus(numberOf('$subtract', a), combine('*', numberOf('$subtract', b), -1));
  }),
  $multiply: over('$multiply', ANY, (...values) =>
    values.some(isNothing)
      ? null
      : values.reduce<Numeric>((product, value) => combine('*', product, numberOf('$multiply', value)), 1),
  ),
  $divide: numeric('$divide', (a, b) => {
    if (toDouble(b) === 0) throw new CommandError('BadValue', "can't $divide by zero");
    return asDouble(toDouble(a) / toDouble(b));
  }),
  $mod: numeric('$mod', (a, b) => {
    if (toDouble(b) === 0) throw new CommandError('BadValue', "can't $mod by zero");
    if (a instanceof Long || b instanceof Long) return Long.fromBigInt(bigOf(a) % bigOf(b));
    const rest = toDouble(a) % toDouble(b);
    return typeOf(a) === 'int' && typeOf(b) === 'int' ? rest + 0 : asDouble(rest);
  }),
  $abs: rounding('$abs', Math.abs),
  $ceil: rounding('$ceil', Math.ceil),
  $floor: rounding('$floor', Math.floor),
  $trunc: rounding('$trunc', Math.trunc),
  $round: over('$round', { least: 1, most: 2 }, (value, places = 0) => {
    if (isNothing(value) || isNothing(places)) return null;
    const by = 10 ** toDouble(numberOf('$round', places));
    return kept(numberOf('$round', value), (number) => halfEven(number * by) / by);
  }),
  $toInt: over('$toInt', ONE, (value) => whole('$toInt', value, 31)),
  $toLong: over('$toLong', ONE, (value) => {
    const number = whole('$toLong', value instanceof Date ? value.getTime() : value, 63);
    return number === null ? null : Long.fromNumber(number);
  }),
  $toDouble: over('$toDouble', ONE, (value) => (isNothing(value) ? null : asDouble(asNumber('$toDouble', value)))),
  $isNumber: over('$isNumber', ONE, (value) => isNumeric(value)),
};

/** The sum of two numbers as MongoDB adds them. */
export const plus = (a: Numeric, b: Maybe): Numeric => combine('+', a, numberOf('$add', b));

function combine(how: '+' | '*', a: Numeric, b: Numeric): Numeric {
  const result = calculate(how, a, b);
  if (result === 'decimal') throw refused('arithmetic with Decimal128');
  // Expressions (unlike updates) turn to doubles where an int64 is too small.
  return result ?? (how === '+' ? toDouble(a) + toDouble(b) : toDouble(a) * toDouble(b));
}

function numberOf(operator: string, value: Maybe): Numeric {
  if (isNumeric(value)) return value;
  throw new CommandError('TypeMismatch', `${operator} only supports numeric types, not ${show(value)}`);
}

function numeric(name: string, work: (a: Numeric, b: Numeric) => Value): Operator {
  return over(name, TWO, (a, b) => (isNothing(a) || isNothing(b) ? null : work(numberOf(name, a), numberOf(name, b))));
}

function rounding(name: string, work: (value: number) => number): Operator {
  return over(name, ONE, (value) => (isNothing(value) ? null : kept(numberOf(name, value), work)));
}

/** Rounds within the number's own type. */
function kept(value: Numeric, work: (value: number) => number): Numeric {
  const result = work(toDouble(value));
  if (value instanceof Long) return Long.fromNumber(result);
  if (typeOf(value) === 'decimal') throw refused('arithmetic with Decimal128');
  return typeOf(value) === 'int' ? result : asDouble(result);
}

const bigOf = (value: Numeric): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toDouble(value)));

/** Rounds halves to the even neighbour, as MongoDB does. */
function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function asNumber(operator: string, value: Value): number {
  if (isNumeric(value)) return toDouble(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  const number = typeof value === 'string' && value.trim() === value && value !== '' ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw new CommandError('BadValue', `Failed to parse ${show(value)} in ${operator}`);
  return number;
}

function whole(operator: string, value: Maybe, bits: number): number | null {
  if (isNothing(value)) return null;
  const number = Math.trunc(asNumber(operator, value));
  if (Math.abs(number) > 2 ** bits) throw new CommandError('BadValue', `${show(value)} overflows in ${operator}`);
  return number + 0;
}
