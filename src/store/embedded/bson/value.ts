import { Binary, BSONRegExp, Code, Decimal128, Double, Long, type MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A BSON value in memory. A `number` is an int32 when it is whole and fits, else a double; a whole double that would look
 * like an int32 stays a `Double` and an int64 a `Long`, so that nothing changes its type by being read.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | ObjectId
  | Binary
  | Double
  | Long
  | Decimal128
  | Timestamp
  | BSONRegExp
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

/** A BSON document in memory, with no inherited names: `doc.constructor` is the field of that name or undefined. */
export class Doc {
  [name: string]: Value;

  /** A document with these fields. */
  static of(fields: Readonly<Record<string, Value>>): Doc {
    const made = new Doc();
    for (const name of Object.keys(fields)) setField(made, name, fields[name]);
    return made;
  }
}
// Without a chain to Object.prototype a field called `toString` or `__proto__` is an ordinary field.
Object.setPrototypeOf(Doc.prototype, null);
Reflect.deleteProperty(Doc.prototype, 'constructor');

/** Sets a field; an undefined value leaves the document as it is. */
export function setField(doc: Doc, name: string, value: Value | undefined): void {
  if (value !== undefined) doc[name] = value;
}

/** Whether a value is a document (and not one of BSON's own types or an array). */
export const isDoc = (value: unknown): value is Doc => value instanceof Doc;

/** MongoDB's names of BSON types, as `$type` and error messages use them. */
export type TypeName =
  | 'minKey'
  | 'null'
  | 'int'
  | 'double'
  | 'long'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

/** The BSON type of a value. */
export function typeOf(value: Value): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    default:
      return typeOfObject(value);
  }
}

function typeOfObject(value: Exclude<Value, string | number | boolean>): TypeName {
  if (value === null) return 'null';
  if (isDoc(value)) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Double) return 'double';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof Code) return 'javascript';
  if (value instanceof MinKey) return 'minKey';
  return 'maxKey';
}

/** How deep documents may be nested: MongoDB's own limit, which also keeps every walk over a document within the stack. */
export const DEEPEST = 200;

/** Whether a number is stored as an int32: whole, in range and not minus zero. */
export const isInt32 = (value: number): boolean => (value | 0) === value && (value !== 0 || 1 / value > 0);

/** The place of a type in MongoDB's order of types; values of one bracket are compared with each other. */
export const BRACKET: Readonly<Record<TypeName, number>> = {
  minKey: 1,
  null: 5,
  int: 10,
  double: 10,
  long: 10,
  decimal: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  maxKey: 127,
};

/** The numbers that `$type` takes instead of names. */
export const TYPE_NUMBER: Readonly<Record<TypeName, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};
