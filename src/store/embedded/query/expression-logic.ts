import { compare } from '../bson/compare.ts';
import { isDoc, typeOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { ANY, isNothing, type Maybe, ONE, type Operator, over, TWO } from './expression-kit.ts';
import { isTruthy } from './truth.ts';

// A missing value comes before every other, null included.
const order = (a: Maybe, b: Maybe): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compare(a, b);
};

/** Comparing, choosing, yes and no. */
export const LOGIC_OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: over('$eq', TWO, (a, b) => order(a, b) === 0),
  $ne: over('$ne', TWO, (a, b) => order(a, b) !== 0),
  $gt: over('$gt', TWO, (a, b) => order(a, b) > 0),
  $gte: over('$gte', TWO, (a, b) => order(a, b) >= 0),
  $lt: over('$lt', TWO, (a, b) => order(a, b) < 0),
  $lte: over('$lte', TWO, (a, b) => order(a, b) <= 0),
  $cmp: over('$cmp', TWO, (a, b) => Math.sign(order(a, b))),
  $not: over('$not', ONE, (value) => !isTruthy(value)),
  $and: (argument, compile) => {
    const parts = (Array.isArray(argument) ? argument : [argument]).map(compile);
    return (scope) => parts.every((part) => isTruthy(part(scope)));
  },
  $or: (argument, compile) => {
    const parts = (Array.isArray(argument) ? argument : [argument]).map(compile);
    return (scope) => parts.some((part) => isTruthy(part(scope)));
  },
  $ifNull: (argument, compile) => {
    if (!Array.isArray(argument) || argument.length < 2)
      throw new CommandError('BadValue', '$ifNull needs at least two arguments');
    const parts = argument.map(compile);
    return (scope) => {
      let value: Maybe;
      for (const part of parts) {
        value = part(scope);
        if (!isNothing(value)) return value;
      }
      return value;
    };
  },
  $cond: (argument, compile) => {
    const list = isDoc(argument) ? [argument.if, argument.then, argument.else] : argument;
    if (!Array.isArray(list) || list.length !== 3) throw new CommandError('BadValue', '$cond needs if, then and else');
    const [test, yes, no] = list.map((part) => {
      if (part === undefined) throw new CommandError('BadValue', '$cond needs if, then and else');
      return compile(part);
    });
    return (scope) => (isTruthy(test?.(scope)) ? yes?.(scope) : no?.(scope));
  },
  $switch: (argument, compile) => {
    const branches = isDoc(argument) ? argument.branches : undefined;
    if (!isDoc(argument) || !Array.isArray(branches)) throw new CommandError('BadValue', '$switch needs branches');
    const cases = branches.map((branch) => {
      const [test, then] = isDoc(branch) ? [branch.case, branch.then] : [];
      if (test === undefined || then === undefined) throw new CommandError('BadValue', '$switch needs case and then');
      return { test: compile(test), result: compile(then) };
    });
    const otherwise = argument.default === undefined ? undefined : compile(argument.default);
    return (scope) => {
      const hit = cases.find(({ test }) => isTruthy(test(scope)));
      if (hit) return hit.result(scope);
      if (!otherwise) throw new CommandError('BadValue', '$switch could not find a matching branch and has no default');
      return otherwise(scope);
    };
  },
  $type: over('$type', ONE, (value) => (value === undefined ? 'missing' : typeOf(value))),
  $max: over('$max', ANY, (...values) => extreme(values, 1)),
  $min: over('$min', ANY, (...values) => extreme(values, -1)),
};

/** The greatest (1) or least (-1) of values; a single list stands for its members, nothing does not count. */
export function extreme(values: readonly Maybe[], sign: 1 | -1): Maybe {
  const [only] = values;
  const list = values.length === 1 && Array.isArray(only) ? only : values;
  let best: Maybe = null;
  for (const value of list)
    if (!isNothing(value) && (best === null || compare(value, best ?? null) * sign > 0)) best = value;
  return best;
}
