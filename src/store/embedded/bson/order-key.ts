import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { isNumeric, type Numeric, remainder, toDouble } from './number.ts';
import { type Doc, isDoc, type TypeName, typeOf, type Value } from './value.ts';

/** What an empty array is under an index: less than null, as MongoDB orders it. */
export const EMPTY_ARRAY = Symbol('empty array');
/** One field of an index key. */
export type KeyPart = Value | typeof EMPTY_ARRAY;

// Tags order the types and stay clear of 0x00 and 0xff, which end and escape texts (inverted in descending fields).
const TAG: Readonly<Record<TypeName, number>> = {
  minKey: 0x10,
  null: 0x20,
  int: 0x30,
  double: 0x30,
  long: 0x30,
  decimal: 0x30,
  string: 0x40,
  object: 0x50,
  array: 0x58,
  binData: 0x60,
  objectId: 0x68,
  bool: 0x70,
  date: 0x78,
  timestamp: 0x80,
  regex: 0x88,
  javascript: 0x90,
  maxKey: 0xef,
};
const EMPTY_ARRAY_TAG = 0x18;

// One buffer for all keys: writing a key is synchronous and never re-entered.
let out = Buffer.allocUnsafe(4096);
let size = 0;

/** The bytes of one value; comparing such bytes is comparing the values. */
export function orderKey(value: Value): Buffer {
  size = 0;
  write(value);
  return Buffer.from(out.subarray(0, size));
}

/** The bytes of an index key: its fields one after the other, descending ones inverted. */
export function compoundKey(parts: readonly KeyPart[], descending: readonly boolean[]): Buffer {
  size = 0;
  for (let i = 0; i < parts.length; i++) {
    const start = size;
    const part = parts[i] ?? null;
    if (part === EMPTY_ARRAY) byte(EMPTY_ARRAY_TAG);
    else write(part);
    if (descending[i]) for (let at = start; at < size; at++) out[at] = 255 - (out[at] ?? 0);
  }
  return Buffer.from(out.subarray(0, size));
}

/** The first byte of every key of this type, for ranges that stay within one type. */
export const tagOf = (value: Value): number => TAG[typeOf(value)];

function write(value: Value): void {
  byte(tagOf(value));
  if (typeof value === 'string') text(value);
  else if (value instanceof Timestamp) unsigned(value.toUnsigned().toBigInt());
  else if (isNumeric(value)) number(value);
  else if (typeof value === 'boolean') byte(value ? 1 : 0);
  else if (isDoc(value)) fields(value);
  else if (Array.isArray(value)) {
    for (const item of value) write(item);
    byte(0);
  } else if (value instanceof ObjectId) raw(value.id);
  else if (value instanceof Date) moment(value.getTime());
  else if (value instanceof Binary) binary(value);
  else if (value instanceof BSONRegExp) {
    text(value.pattern);
    text(value.options);
  } else if (value instanceof Code) text(value.code);
}

// The nearest double leads; what the number is worth beyond it follows, so that large int64 and decimals keep their order.
function number(value: Numeric): void {
  const nearest = toDouble(value);
  double(Number.isNaN(nearest) ? Number.NEGATIVE_INFINITY : nearest);
  const { digits, exponent } = remainder(value);
  if (Number.isNaN(nearest)) byte(0);
  else if (digits === 0n) byte(2);
  else beyond(digits, exponent);
}

function beyond(digits: bigint, exponent: number): void {
  byte(digits > 0n ? 3 : 1);
  const start = size;
  const all = (digits > 0n ? digits : -digits).toString();
  reserve(2);
  size = out.writeUInt16BE(exponent + all.length + 32_768, size);
  text(all.replace(/0+$/, ''));
  if (digits < 0n) for (let at = start; at < size; at++) out[at] = 255 - (out[at] ?? 0);
}

function double(value: number): void {
  const at = size;
  reserve(8);
  size = out.writeDoubleBE(value === 0 ? 0 : value, size);
  // Negative numbers inverted, positive ones with the sign bit set: then the bytes are in the order of the numbers.
  if ((out[at] ?? 0) >= 0x80) for (let i = at; i < size; i++) out[i] = 255 - (out[i] ?? 0);
  else out[at] = (out[at] ?? 0) | 0x80;
}

function moment(ms: number): void {
  const high = Math.floor(ms / 0x1_0000_0000);
  reserve(8);
  size = out.writeUInt32BE(high + 0x8000_0000, size);
  size = out.writeUInt32BE(ms - high * 0x1_0000_0000, size);
}

function unsigned(value: bigint): void {
  reserve(8);
  size = out.writeBigUInt64BE(value, size);
}

function fields(doc: Doc): void {
  for (const name of Object.keys(doc)) {
    const value = doc[name] ?? null;
    byte(tagOf(value));
    text(name);
    write(value);
  }
  byte(0);
}

function binary(value: Binary): void {
  reserve(4);
  size = out.writeUInt32BE(value.position, size);
  byte(value.sub_type);
  raw(value.buffer.subarray(0, value.position));
}

// A zero byte inside is escaped and one ends the text: a shorter text comes before a longer one that begins with it.
function text(value: string): void {
  reserve(value.length * 3 + 1);
  if (value.includes('\0')) {
    for (const piece of Buffer.from(value, 'utf8')) {
      byte(piece);
      if (piece === 0) byte(255);
    }
  } else size += out.write(value, size, 'utf8');
  byte(0);
}

function raw(bytes: Uint8Array): void {
  reserve(bytes.length);
  out.set(bytes, size);
  size += bytes.length;
}

function byte(value: number): void {
  reserve(1);
  out[size++] = value;
}

/** Makes room for `more` bytes. It may move `out`, so it always stands on a line of its own. */
function reserve(more: number): void {
  if (size + more <= out.length) return;
  const wider = Buffer.allocUnsafe(Math.max(out.length * 2, size + more));
  out.copy(wider, 0, 0, size);
  out = wider;
}
