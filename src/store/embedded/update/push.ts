import { compare } from '../bson/compare.ts';
import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { gather, splitPath } from '../query/path.ts';

/** Adding to an array: which values, where, in what order kept, and how many stay. */
export interface PushChange {
  readonly type: 'push';
  readonly makes: true;
  readonly values: readonly Value[];
  readonly position: number | undefined;
  readonly slice: number | undefined;
  readonly order: ((a: Value, b: Value) => number) | undefined;
}

const MODIFIERS = ['$each', '$slice', '$sort', '$position'];

/** Reads the argument of `$push`. */
export function readPush(path: string, argument: Value): PushChange {
  const plain = { type: 'push', makes: true, position: undefined, slice: undefined, order: undefined } as const;
  if (!isDoc(argument) || !('$each' in argument)) return { ...plain, values: [argument] };
  for (const name of Object.keys(argument))
    if (!MODIFIERS.includes(name)) throw new CommandError('BadValue', `Unrecognized clause in $push: ${name}`);
  const values = argument.$each;
  if (!Array.isArray(values))
    throw new CommandError(
      'BadValue',
      `The argument to $each in $push must be an array but it was ${show(values)} at ${path}`,
    );
  return {
    ...plain,
    values,
    position: wholeNumber('$position', argument.$position),
    slice: wholeNumber('$slice', argument.$slice),
    order: readOrder(argument.$sort),
  };
}

/** The list after a push. */
export function pushed(list: readonly Value[], { values, position, slice, order }: PushChange): Value[] {
  const made = [...list];
  made.splice(position === undefined ? made.length : position, 0, ...values);
  if (order) made.sort(order);
  if (slice === undefined) return made;
  return slice >= 0 ? made.slice(0, slice) : made.slice(slice);
}

function wholeNumber(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(number)) return number;
  throw new CommandError('BadValue', `The value for ${name} must be an integer value but was given ${show(value)}`);
}

function readOrder(sort: Value | undefined): PushChange['order'] {
  if (sort === undefined) return undefined;
  if (isNumeric(sort)) {
    const sign = signOf(sort);
    return (a, b) => compare(a, b) * sign;
  }
  if (!isDoc(sort) || Object.keys(sort).length === 0)
    throw new CommandError('BadValue', `The $sort is invalid: ${show(sort)}`);
  const keys = Object.keys(sort).map((path) => ({ path: splitPath(path), sign: signOf(sort[path] ?? null) }));
  return (a, b) => {
    for (const { path, sign } of keys) {
      const order = compare(gather(a, path) ?? null, gather(b, path) ?? null) * sign;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function signOf(value: Value): number {
  const sign = isNumeric(value) ? toDouble(value) : 0;
  if (sign === 1 || sign === -1) return sign;
  throw new CommandError('BadValue', `The $sort element value must be either 1 or -1`);
}
