import { Binary, BSONRegExp, Code, Long, ObjectId } from 'bson';
import { compareNumbers, isNumeric } from './number.ts';
import { BRACKET, type Doc, isDoc, typeOf, type Value } from './value.ts';

/** MongoDB's order of all values: first by type, then by value. Zero means equal for every purpose. */
export function compare(a: Value, b: Value): number {
  if (a === b && typeof a !== 'number') return 0;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const bracket = bracketOf(a) - bracketOf(b);
  return bracket !== 0 ? Math.sign(bracket) : compareSameBracket(a, b);
}

/** Whether two values are equal as MongoDB sees it: 1 and Long(1) are, 1 and '1' are not. */
export const isEqual = (a: Value, b: Value): boolean => compare(a, b) === 0;

/** The place of a value's type in the order of types. */
export const bracketOf = (value: Value): number => BRACKET[typeOf(value)];

/** Orders texts by their UTF-8 bytes, as MongoDB does, which is the order of code points. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    // Surrogates stand for code points above all others but have smaller numbers than U+E000 and up.
    const isHigh = left >= 0xd800 && left <= 0xdfff;
    if (isHigh !== (right >= 0xd800 && right <= 0xdfff) && left >= 0xd800 && right >= 0xd800) return isHigh ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareSameBracket(a: Value, b: Value): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime());
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  // Only timestamps are left of the longs: int64 is a number.
  if (a instanceof Long && b instanceof Long) return a.toUnsigned().compare(b.toUnsigned());
  if (a instanceof BSONRegExp && b instanceof BSONRegExp)
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
  if (a instanceof Code && b instanceof Code) return compareText(a.code, b.code);
  return 0;
}

function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [leftName = '', rightName = ''] = [left[i], right[i]];
    const [leftValue = null, rightValue = null] = [a[leftName], b[rightName]];
    const order =
      Math.sign(bracketOf(leftValue) - bracketOf(rightValue)) ||
      compareText(leftName, rightName) ||
      compare(leftValue, rightValue);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

function compareLists(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i] ?? null, b[i] ?? null);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareBinaries(a: Binary, b: Binary): number {
  return (
    Math.sign(a.position - b.position) ||
    Math.sign(a.sub_type - b.sub_type) ||
    Buffer.compare(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position))
  );
}
