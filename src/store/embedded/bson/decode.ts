import { Binary, BSONRegExp, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { brokenBson, CommandError, refused } from '../errors.ts';
import { DEEPEST, Doc, isInt32, type Value } from './value.ts';

/** Reads the BSON document that starts at `at`. Integers, doubles and longs keep their types (see `Value`). */
export function decode(bytes: Buffer, at = 0): Doc {
  const size = checkedSize(bytes, at);
  return readDoc(bytes, at + 4, at + size - 1, 0);
}

/** The declared size of the document at `at`, which lies within `bytes` and ends with a zero byte. */
export function checkedSize(bytes: Buffer, at: number): number {
  if (at + 5 > bytes.length) throw brokenBson('a document is cut off');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > bytes.length || bytes[at + size - 1] !== 0)
    throw brokenBson(`a document claims ${size} bytes`);
  return size;
}

/** Reads one value of a known type that lies between `at` and `end`. */
export function decodeValue(bytes: Buffer, type: number, at: number, end: number): Value {
  cursor = at;
  return readValue(bytes, type, end, 0);
}

/** Where a value of a known type ends, within its document's `last` byte. Nested documents are not looked into. */
export function valueEnd(bytes: Buffer, type: number, at: number, last: number): number {
  if (type === 0x03 || type === 0x04) {
    const end = at + checkedSize(bytes, at);
    if (end > last) throw brokenBson('a nested document runs over its parent');
    return end;
  }
  decodeValue(bytes, type, at, last);
  return cursor;
}

// The place read next. Reading is synchronous and never re-entered, so one cursor serves all and spares an object a value.
let cursor = 0;

function readDoc(bytes: Buffer, from: number, last: number, depth: number): Doc {
  if (depth >= DEEPEST) throw new CommandError('Overflow', 'the document is nested too deeply');
  const doc = new Doc();
  cursor = from;
  while (cursor < last) {
    const type = byteAt(bytes, cursor++);
    const name = readName(bytes, last);
    doc[name] = readValue(bytes, type, last, depth);
  }
  if (cursor !== last) throw brokenBson('a field runs over the end of its document');
  cursor = last + 1;
  return doc;
}

function readArray(bytes: Buffer, from: number, last: number, depth: number): Value[] {
  if (depth >= DEEPEST) throw new CommandError('Overflow', 'the document is nested too deeply');
  const list: Value[] = [];
  cursor = from;
  while (cursor < last) {
    const type = byteAt(bytes, cursor++);
    cursor = endOfName(bytes, cursor, last) + 1;
    list.push(readValue(bytes, type, last, depth));
  }
  if (cursor !== last) throw brokenBson('an element runs over the end of its array');
  cursor = last + 1;
  return list;
}

function readValue(bytes: Buffer, type: number, last: number, depth: number): Value {
  const at = cursor;
  switch (type) {
    case 0x01: {
      const number = bytes.readDoubleLE(take(8, last));
      return isInt32(number) ? new Double(number) : number;
    }
    case 0x02:
      return readText(bytes, last);
    case 0x03:
    case 0x04: {
      const size = checkedSize(bytes, at);
      if (at + size > last) throw brokenBson('a nested document runs over its parent');
      const end = at + size - 1;
      return type === 0x03 ? readDoc(bytes, at + 4, end, depth + 1) : readArray(bytes, at + 4, end, depth + 1);
    }
    case 0x05:
      return readBinary(bytes, last);
    case 0x07:
      return new ObjectId(copyOf(bytes, take(12, last), 12));
    case 0x08:
      return bytes[take(1, last)] === 1;
    case 0x09:
      return readDate(bytes, take(8, last));
    case 0x0a:
      return null;
    case 0x0b:
      return readPattern(bytes, last);
    case 0x0d:
      return new Code(readText(bytes, last));
    case 0x10:
      return bytes.readInt32LE(take(4, last));
    case 0x11:
      take(8, last);
      return new Timestamp({ i: bytes.readUInt32LE(at), t: bytes.readUInt32LE(at + 4) });
    case 0x12:
      take(8, last);
      return new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
    case 0x13:
      return new Decimal128(copyOf(bytes, take(16, last), 16));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      throw refused(`BSON type 0x${type.toString(16)}`);
  }
}

function readText(bytes: Buffer, last: number): string {
  const start = take(4, last) + 4;
  const length = bytes.readInt32LE(start - 4);
  if (length < 1 || start + length > last) throw brokenBson('a text runs over the end of its document');
  cursor = start + length;
  return bytes.toString('utf8', start, cursor - 1);
}

function readBinary(bytes: Buffer, last: number): Binary {
  const start = take(5, last) + 5;
  const length = bytes.readInt32LE(start - 5);
  if (length < 0 || start + length > last) throw brokenBson('a binary runs over the end of its document');
  cursor = start + length;
  return new Binary(copyOf(bytes, start, length), byteAt(bytes, start - 1));
}

function readPattern(bytes: Buffer, last: number): BSONRegExp {
  const pattern = readName(bytes, last);
  const options = readName(bytes, last);
  if (!/^[ilmsux]*$/.test(options)) throw brokenBson(`the regular expression options '${options}'`);
  return new BSONRegExp(pattern, options);
}

function readDate(bytes: Buffer, at: number): Date {
  const ms = bytes.readInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw refused('a date outside the years -271821 to 275760');
  return date;
}

// Names are short and nearly always plain ASCII; reading them byte by byte is faster than a call into native code.
function readName(bytes: Buffer, last: number): string {
  const start = cursor;
  let name = '';
  for (let at = start; at < last; at++) {
    const byte = bytes[at];
    if (byte === 0) {
      cursor = at + 1;
      return name;
    }
    if (byte === undefined || byte >= 0x80 || at - start > 24) break;
    name += String.fromCharCode(byte);
  }
  const zero = endOfName(bytes, start, last);
  cursor = zero + 1;
  return bytes.toString('utf8', start, zero);
}

function take(size: number, last: number): number {
  const at = cursor;
  if (at + size > last) throw brokenBson('a value runs over the end of its document');
  cursor = at + size;
  return at;
}

/** Where the zero byte is that ends a field name. */
export function endOfName(bytes: Buffer, from: number, last: number): number {
  const zero = bytes.indexOf(0, from);
  if (zero === -1 || zero >= last) throw brokenBson('a field name does not end');
  return zero;
}

// A copy, because what is read may outlive the network buffer or the row it came from.
const copyOf = (bytes: Buffer, at: number, size: number): Buffer => Buffer.from(bytes.subarray(at, at + size));
const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0;
