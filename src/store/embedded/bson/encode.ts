import { Binary, BSONRegExp, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { CommandError } from '../errors.ts';
import { DEEPEST, isInt32 } from './value.ts';
import { Raw, type Writable } from './writable.ts';

// One writer for all: encoding is synchronous and never re-entered. It grows to the largest document written.
let out = Buffer.allocUnsafe(64 * 1024);
let size = 0;
let depth = 0;

/** Writes a document as BSON, after `room` free bytes for who puts something before it. Fields that are undefined are left out. */
export function encode(doc: { readonly [name: string]: Writable | undefined }, room = 0): Buffer {
  size = room;
  depth = 0;
  writeFields(doc);
  return Buffer.from(out.subarray(0, size));
}

function writeFields(doc: { readonly [name: string]: Writable | undefined }): void {
  const start = open();
  for (const name in doc) {
    const value = doc[name];
    if (value !== undefined) writeField(name, value);
  }
  close(start);
}

function writeArray(list: readonly Writable[]): void {
  const start = open();
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    writeField(String(i), value === undefined ? null : value);
  }
  close(start);
}

function writeField(name: string, value: Writable): void {
  const typeAt = size;
  reserve(1 + name.length * 3 + 1);
  size += 1;
  writeName(name);
  const type = writeValue(value);
  out[typeAt] = type;
}

/** Writes the value and returns its type byte. */
function writeValue(value: Writable): number {
  switch (typeof value) {
    case 'string':
      writeText(value);
      return 0x02;
    case 'number':
      if (isInt32(value)) {
        reserve(4);
        size = out.writeInt32LE(value, size);
        return 0x10;
      }
      reserve(8);
      size = out.writeDoubleLE(value, size);
      return 0x01;
    case 'boolean':
      reserve(1);
      out[size++] = value ? 1 : 0;
      return 0x08;
    default:
      return writeObject(value);
  }
}

function writeObject(value: Exclude<Writable, string | number | boolean>): number {
  if (value === null) return 0x0a;
  if (isList(value)) {
    writeArray(value);
    return 0x04;
  }
  if (value instanceof Raw) {
    append(value.bytes);
    return 0x03;
  }
  if (value instanceof ObjectId) {
    append(value.id);
    return 0x07;
  }
  if (value instanceof Date) {
    writeMoment(value.getTime());
    return 0x09;
  }
  if (value instanceof Double) {
    reserve(8);
    size = out.writeDoubleLE(value.value, size);
    return 0x01;
  }
  if (value instanceof Timestamp) {
    writeLong(value);
    return 0x11;
  }
  if (value instanceof Long) {
    writeLong(value);
    return 0x12;
  }
  if (value instanceof Decimal128) {
    append(value.bytes);
    return 0x13;
  }
  if (value instanceof Binary) {
    const bytes = value.buffer.subarray(0, value.position);
    reserve(5);
    size = out.writeInt32LE(bytes.length, size);
    size = out.writeUInt8(value.sub_type, size);
    append(bytes);
    return 0x05;
  }
  if (value instanceof BSONRegExp) {
    writeName(value.pattern);
    writeName(value.options);
    return 0x0b;
  }
  if (value instanceof Code) {
    writeText(value.code);
    return 0x0d;
  }
  if (value instanceof MinKey) return 0xff;
  if (value instanceof MaxKey) return 0x7f;
  writeFields(value);
  return 0x03;
}

function writeLong(value: { readonly low: number; readonly high: number }): void {
  reserve(8);
  size = out.writeInt32LE(value.low, size);
  size = out.writeInt32LE(value.high, size);
}

// Two halves by hand: a BigInt for every date costs more than the rest of it.
function writeMoment(ms: number): void {
  reserve(8);
  const high = Math.floor(ms / 0x1_0000_0000);
  size = out.writeUInt32LE(ms - high * 0x1_0000_0000, size);
  size = out.writeInt32LE(high, size);
}

function writeText(text: string): void {
  reserve(5 + text.length * 3);
  const at = size;
  const length = out.write(text, at + 4, 'utf8');
  out.writeInt32LE(length + 1, at);
  out[at + 4 + length] = 0;
  size = at + 5 + length;
}

function writeName(name: string): void {
  reserve(name.length * 3 + 1);
  const start = size;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === 0) throw new CommandError('BadValue', 'a field name contains a zero byte');
    if (code >= 0x80) {
      size = start + out.write(name, start, 'utf8');
      break;
    }
    out[size++] = code;
  }
  out[size++] = 0;
}

function append(bytes: Uint8Array): void {
  reserve(bytes.length);
  out.set(bytes, size);
  size += bytes.length;
}

function open(): number {
  if (++depth > DEEPEST) throw new CommandError('Overflow', 'the document is nested too deeply');
  const start = size;
  reserve(5);
  size += 4;
  return start;
}

function close(start: number): void {
  depth--;
  reserve(1);
  out[size++] = 0;
  out.writeInt32LE(size - start, start);
}

/** Makes room for `more` bytes. It may move `out`, so it always stands on a line of its own. */
function reserve(more: number): void {
  if (size + more <= out.length) return;
  const wider = Buffer.allocUnsafe(Math.max(out.length * 2, size + more));
  out.copy(wider, 0, 0, size);
  out = wider;
}

const isList = (value: object): value is readonly Writable[] => Array.isArray(value);
