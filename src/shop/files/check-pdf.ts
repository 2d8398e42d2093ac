import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { err, ok, type Result } from '../../core/result.ts';
import { unpackedSize } from './inflate-limits.ts';
import type { CheckedFile, FileRefusal } from './received-file.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_PAGES = 20;
const MAX_UNPACKED = 60 * 1024 * 1024;
const MAX_STREAMS = 5_000;
const MAX_DEPTH = 30;

/** What makes a document act by itself or carry other files; a receipt or invoice needs none of it. */
const ACTIVE = [
  'JS',
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'ImportData',
  'SubmitForm',
];

/** Parses a PDF within limits and refuses what is encrypted, active or endless; the bytes are kept as they are. */
export async function checkPdf(bytes: Uint8Array): Promise<Result<CheckedFile, FileRefusal>> {
  if (bytes.length > MAX_BYTES) return err('too-large');
  // A PDF's packed parts are counted before the parser meets them: it unpacks without a limit.
  if (!(await unpacksWithin(bytes))) return err('too-large');
  try {
    // `parseSpeed` lets the event loop go on after every 500 objects.
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 500, ignoreEncryption: true });
    if (document.isEncrypted) return err('not-allowed');
    const pages = document.getPageCount();
    if (pages === 0) return err('not-readable');
    if (pages > MAX_PAGES) return err('too-large');
    const active = document.context.enumerateIndirectObjects().some(([, object]) => isActive(object, 0));
    if (active) return err('not-allowed');
    return ok({ kind: 'pdf', mime: 'application/pdf', ending: 'pdf', bytes });
  } catch {
    // pdf-lib throws a dozen kinds of errors for a broken file; they all mean this.
    return err('not-readable');
  }
}

async function unpacksWithin(bytes: Uint8Array): Promise<boolean> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let budget = MAX_UNPACKED;
  let streams = 0;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at)) {
    if (++streams > MAX_STREAMS) return false;
    let start = at + 'stream'.length;
    if (pdf[start] === 0x0d) start++;
    if (pdf[start] === 0x0a) start++;
    const end = pdf.indexOf('endstream', start);
    if (end < 0) return true;
    if (hidesObjects(pdf.toString('latin1', Math.max(0, at - 1024), at))) return false;
    const size = await unpackedSize(pdf.subarray(start, end), budget, 'zlib');
    if (size === undefined) return false;
    budget -= size;
    at = end + 'endstream'.length;
  }
  return true;
}

// The parser unpacks streams of objects whatever filters they name; only one plain deflate is counted above, so only that is let in.
function hidesObjects(before: string): boolean {
  const dict = before.slice(Math.max(0, before.lastIndexOf('obj')));
  if (!/ObjStm|XRef|#/.test(dict)) return false;
  const filters = dict.match(/[A-Za-z0-9]+Decode|\/(AHx|A85|LZW|Fl|RL)\b/g) ?? [];
  return filters.length > 1 || (filters.length === 1 && filters[0] !== 'FlateDecode');
}

function isActive(object: PDFObject, depth: number): boolean {
  if (depth > MAX_DEPTH) return true;
  if (object instanceof PDFStream) return isActive(object.dict, depth + 1);
  if (object instanceof PDFArray) return object.asArray().some((item) => isActive(item, depth + 1));
  if (!(object instanceof PDFDict)) return false;
  return object
    .entries()
    .some(
      ([name, value]) =>
        isActiveName(name) || (value instanceof PDFName && isActiveName(value)) || isActive(value, depth + 1),
    );
}

const isActiveName = (name: PDFName): boolean => ACTIVE.includes(name.decodeText());
