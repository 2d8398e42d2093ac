import { isNumeric, toDouble } from '../bson/number.ts';
import type { Value } from '../bson/value.ts';

/** Whether an expression's result counts as true: everything but false, null, zero and a missing value. */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || toDouble(value) !== 0;
}
