import { ObjectId } from 'bson';
import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { CommandError } from '../errors.ts';
import { partsOf, write } from './calendar.ts';
import { ANY, isNothing, type Maybe, named, ONE, type Operator, over, TWO } from './expression-kit.ts';

/** Texts, and dates as texts and parts. */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  $concat: over('$concat', ANY, (...values) =>
    values.some(isNothing) ? null : values.map((value) => textOf('$concat', value)).join(''),
  ),
  $toLower: over('$toLower', ONE, (value) => ascii(value, (text) => text.toLowerCase())),
  $toUpper: over('$toUpper', ONE, (value) => ascii(value, (text) => text.toUpperCase())),
  $strLenCP: over('$strLenCP', ONE, (value) => Array.from(textOf('$strLenCP', value)).length),
  $substrCP: over('$substrCP', { least: 3, most: 3 }, (value, from, count) =>
    isNothing(value)
      ? ''
      : Array.from(textOf('$substrCP', value))
          .slice(countOf(from), countOf(from) + countOf(count))
          .join(''),
  ),
  $split: over('$split', TWO, (value, by) => {
    if (isNothing(value) || isNothing(by)) return null;
    if (by === '') throw new CommandError('BadValue', '$split requires a non-empty separator');
    return textOf('$split', value).split(textOf('$split', by));
  }),
  $trim: named('$trim', ['input'], [], (part) => {
    const input = part('input');
    return (scope) => {
      const value = input?.(scope);
      return isNothing(value) ? null : textOf('$trim', value).trim();
    };
  }),
  $toString: over('$toString', ONE, asText),
  $dateToString: named('$dateToString', ['date'], ['format', 'timezone', 'onNull'], (part) => {
    const [date, format, zone, onNull] = ['date', 'format', 'timezone', 'onNull'].map(part);
    return (scope) => {
      const value = date?.(scope);
      if (isNothing(value)) return onNull ? onNull(scope) : null;
      const pattern = format?.(scope) ?? '%Y-%m-%dT%H:%M:%S.%LZ';
      return write(dateOf('$dateToString', value), textOf('$dateToString', pattern), zoneOf(zone?.(scope)));
    };
  }),
  $year: datePart('$year', 'year'),
  $month: datePart('$month', 'month'),
  $dayOfMonth: datePart('$dayOfMonth', 'day'),
  $hour: datePart('$hour', 'hour'),
  $minute: datePart('$minute', 'minute'),
  $second: datePart('$second', 'second'),
  $dayOfWeek: datePart('$dayOfWeek', 'weekday'),
};

function datePart(name: string, which: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'weekday'): Operator {
  const plain = over(name, ONE, (value) => (isNothing(value) ? null : partsOf(dateOf(name, value), 'UTC')[which]));
  const zoned = named(name, ['date'], ['timezone'], (part) => {
    const [date, zone] = ['date', 'timezone'].map(part);
    return (scope) => {
      const value = date?.(scope);
      return isNothing(value) ? null : partsOf(dateOf(name, value), zoneOf(zone?.(scope)))[which];
    };
  });
  return (argument, compile) =>
    typeof argument === 'object' && argument !== null && 'date' in argument
      ? zoned(argument, compile)
      : plain(argument, compile);
}

function asText(value: Maybe): Maybe {
  if (isNothing(value)) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return typeof value === 'number' ? String(value) : value.toString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Date) return value.toISOString();
  throw new CommandError('BadValue', `Unsupported conversion of ${show(value)} to string`);
}

function textOf(operator: string, value: Maybe): string {
  if (typeof value === 'string') return value;
  throw new CommandError('BadValue', `${operator} only supports strings, not ${show(value)}`);
}

// MongoDB folds ASCII only and takes nothing as an empty text.
const ascii = (value: Maybe, fold: (text: string) => string): Maybe =>
  isNothing(value) ? '' : textOf('$toLower', asText(value)).replace(/[A-Za-z]+/g, fold);

function dateOf(operator: string, value: Maybe): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new CommandError('BadValue', `${operator} needs a date, not ${show(value)}`);
}

const zoneOf = (value: Maybe): string => (isNothing(value) ? 'UTC' : textOf('timezone', value));

function countOf(value: Maybe): number {
  const count = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(count) && count >= 0) return count;
  throw new CommandError('BadValue', `$substrCP needs whole numbers, not ${show(value)}`);
}
