import { Decimal128, Double, Long } from 'bson';
import { type TypeName, typeOf } from './value.ts';

/** A BSON number: int32, double, int64 or decimal128. */
export type Numeric = number | Double | Long | Decimal128;

/** Whether a value is a number of any kind. */
export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' ||
  value instanceof Double ||
  (value instanceof Long && typeOf(value) === 'long') ||
  value instanceof Decimal128;

/** The nearest double of a number. Never decreasing in the number, so it may lead an order. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  return Number(value.toString());
}

/** Compares two numbers by what they are worth, whatever their types; NaN is the smallest. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const left = toDouble(a);
  const right = toDouble(b);
  if (left !== right) {
    if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
    if (Number.isNaN(right)) return 1;
    return left < right ? -1 : 1;
  }
  if (isDoubleKind(a) && isDoubleKind(b)) return 0;
  return Number.isFinite(left) ? Math.sign(compareExact(remainder(a), remainder(b))) : 0;
}

/** What a number is worth beyond its nearest double, exactly: `digits * 10 ** exponent`. */
export interface Remainder {
  readonly digits: bigint;
  readonly exponent: number;
}

const NOTHING: Remainder = { digits: 0n, exponent: 0 };

/** The exact difference of a number and its nearest double; nothing for doubles and int32. */
export function remainder(value: Numeric): Remainder {
  if (isDoubleKind(value)) return NOTHING;
  const double = toDouble(value);
  if (!Number.isFinite(double)) return NOTHING;
  const exact = value instanceof Long ? { digits: value.toBigInt(), exponent: 0 } : exactDecimal(value);
  return minus(exact, exactDouble(double));
}

/** Adds or multiplies as MongoDB does: the wider type wins, an int32 that overflows becomes an int64; undefined when an int64 overflows. */
export function calculate(how: '+' | '*', a: Numeric, b: Numeric): Numeric | undefined | 'decimal' {
  const kind = widest(typeOf(a), typeOf(b));
  switch (kind) {
    case 'decimal':
      return 'decimal';
    case 'double': {
      const result = how === '+' ? toDouble(a) + toDouble(b) : toDouble(a) * toDouble(b);
      return asDouble(result);
    }
    case 'int':
    case 'long': {
      const result = how === '+' ? whole(a) + whole(b) : whole(a) * whole(b);
      if (kind === 'int' && result === BigInt.asIntN(32, result)) return Number(result);
      return result === BigInt.asIntN(64, result) ? Long.fromBigInt(result) : undefined;
    }
  }
}

/** A double that stays a double, also when it is whole. */
export const asDouble = (value: number): number | Double => (typeOf(value) === 'int' ? new Double(value) : value);

const isDoubleKind = (value: Numeric): value is number | Double => typeof value === 'number' || value instanceof Double;

function widest(a: TypeName, b: TypeName): 'int' | 'long' | 'double' | 'decimal' {
  for (const kind of ['decimal', 'double', 'long'] as const) if (a === kind || b === kind) return kind;
  return 'int';
}

const whole = (value: Numeric): bigint => (value instanceof Long ? value.toBigInt() : BigInt(toDouble(value)));

function exactDecimal(value: Decimal128): Remainder {
  const [mantissa = '0', power = '0'] = value.toString().split('E');
  const [units = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(units + fraction), exponent: Number(power) - fraction.length };
}

// A finite double is m * 2 ** e; with e < 0 that is m * 5 ** -e * 10 ** e, so every double is a finite decimal.
function exactDouble(value: number): Remainder {
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  return { digits: BigInt(mantissa) * 5n ** BigInt(-exponent), exponent };
}

function minus(a: Remainder, b: Remainder): Remainder {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: scaled(a, exponent) - scaled(b, exponent), exponent };
}

function compareExact(a: Remainder, b: Remainder): number {
  const { digits } = minus(a, b);
  return digits > 0n ? 1 : digits < 0n ? -1 : 0;
}

const scaled = (value: Remainder, exponent: number): bigint => value.digits * 10n ** BigInt(value.exponent - exponent);
