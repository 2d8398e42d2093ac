import { compare, isEqual } from '../bson/compare.ts';
import { orderKey } from '../bson/order-key.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { compileFilter, isOperators } from '../query/match.ts';
import { isTrue } from '../query/operators.ts';
import { putPlain, splitPath } from '../query/path.ts';
import { type Demand, demandsOf, type Interval, liesWithin, startingWith } from './intervals.ts';

/** Whether every document that a filter can match is in a partial index with this expression. Doubt means no. */
export function implies(filter: Doc, demands: readonly Demand[], partial: Doc): boolean {
  return Object.keys(partial).every((name) => {
    const wanted = partial[name] ?? null;
    if (name === '$and' && Array.isArray(wanted))
      return wanted.every((part) => isDoc(part) && implies(filter, demands, part));
    if (states(filter, name, wanted)) return true;
    if (name.startsWith('$')) return false;
    if (!isOperators(wanted)) return impliesOperator(demands, name, '$eq', wanted);
    return Object.keys(wanted).every((operator) => impliesOperator(demands, name, operator, wanted[operator] ?? null));
  });
}

/** Whether a filter demands that a path holds something other than null. */
export const demandsPresence = (filter: Doc, demands: readonly Demand[], path: string): boolean =>
  demands.some((demand) => demand.path === path && !mayBeNull(demand)) ||
  states(filter, path, Doc.of({ $exists: true }));

/** Whether a filter says just this, at its top or in an `$and`. */
function states(filter: Doc, name: string, wanted: Value): boolean {
  const said = filter[name];
  if (said !== undefined && (isEqual(said, wanted) || saysAll(said, wanted))) return true;
  const parts = filter.$and;
  return Array.isArray(parts) && parts.some((part) => isDoc(part) && states(part, name, wanted));
}

// `{ $exists: true, $lt: 5 }` says `{ $exists: true }` too.
const saysAll = (said: Value, wanted: Value): boolean =>
  isOperators(said) &&
  isOperators(wanted) &&
  !('$regex' in wanted) &&
  Object.keys(wanted).every((operator) => {
    const [a, b] = [said[operator], wanted[operator]];
    return a !== undefined && b !== undefined && compare(a, b) === 0;
  });

function impliesOperator(demands: readonly Demand[], path: string, operator: string, wanted: Value): boolean {
  const own = demands.filter((demand) => demand.path === path);
  if (operator === '$exists') return isTrue(wanted) && own.some((demand) => !mayBeNull(demand));
  const condition = Doc.of({ [path]: Doc.of({ [operator]: wanted }) });
  const matches = compileFilter(condition);
  const outer = isRange(operator) ? demandsOf(condition).flatMap((demand) => demand.intervals) : [];
  return own.some(({ values, intervals }) =>
    values ? values.every((value) => matches(holding(path, value))) : liesWithin(intervals, outer),
  );
}

const isRange = (operator: string): boolean => ['$gt', '$gte', '$lt', '$lte'].includes(operator);

function holding(path: string, value: Value): Doc {
  const doc = new Doc();
  putPlain(doc, splitPath(path), value);
  return doc;
}

const NULL: Interval = startingWith(orderKey(null));

/** Whether what a demand asks for may be null or missing. */
export const mayBeNull = ({ intervals }: Demand): boolean =>
  intervals.some(({ low, high }) => Buffer.compare(low, NULL.high) < 0 && Buffer.compare(NULL.low, high) < 0);
