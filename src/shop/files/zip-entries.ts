import { err, ok, type Result } from '../../core/result.ts';
import { unpackedSize } from './inflate-limits.ts';
import type { FileRefusal } from './received-file.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together once unpacked. */
  readonly unpacked: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Lists a zip's entries after counting what they really unpack to; the sizes that the file claims are not believed. */
export async function zipEntries(bytes: Uint8Array, limits: ZipLimits): Promise<Result<ZipEntry[], FileRefusal>> {
  const entries = listEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits.entries);
  if (!entries.ok) return entries;
  let budget = limits.unpacked;
  for (const entry of entries.value) {
    const size = entry.method === 0 ? entry.packed.length : await unpackedSize(entry.packed, budget, 'raw');
    if (size === undefined || size > budget) return err('too-large');
    budget -= size;
  }
  return entries;
}

function listEntries(zip: Buffer, most: number): Result<ZipEntry[], FileRefusal> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return err('not-readable');
  const count = zip.readUInt16LE(end + 10);
  if (count > most) return err('too-large');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) return err('not-readable');
    const entry = readEntry(zip, at);
    if (!entry) return err('not-readable');
    entries.push(entry);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return ok(entries);
}

function readEntry(zip: Buffer, at: number): ZipEntry | undefined {
  const encrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
  const method = zip.readUInt16LE(at + 10);
  const packedSize = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (encrypted || (method !== 0 && method !== 8)) return undefined;
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + packedSize > zip.length) return undefined;
  const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
  return { name, method, packed: zip.subarray(start, start + packedSize) };
}
