import { sha256 } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Files } from '../../store/files.ts';
import { checkPdf } from './check-pdf.ts';
import { checkPicture } from './check-picture.ts';
import { checkCsv, checkXlsx } from './check-table.ts';
import { displayName } from './display-name.ts';
import type { CheckedFile, FileRefusal, ReceivedFile } from './received-file.ts';
import { sniff } from './sniff.ts';

/** Bytes from outside, and for whom they are looked through. */
interface Incoming {
  readonly bytes: Uint8Array;
  /** The document that will keep it, as `collection/id`. */
  readonly about: string;
  /** Tables are taken from the owner and from suppliers only. */
  readonly tables: boolean;
}

export type ReceiveFile = (incoming: Incoming) => Promise<ReceivedFile>;

const MAX_BYTES = 10 * 1024 * 1024;
/** Sound and pictures in motion cannot be looked through here; as evidence they are kept when they are small. */
const MAX_EVIDENCE_BYTES = 16 * 1024 * 1024;

/** Creates the door through which every file from outside goes: looked through, drawn anew where possible, stored, or refused. */
export function createReceiveFile(files: Pick<Files, 'put'>): ReceiveFile {
  return async ({ bytes, about, tables }) => {
    const checked = await checkFile(bytes, tables);
    if (!checked.ok) return { type: 'failed', reason: checked.error };
    const file = checked.value;
    const name = displayName(file, sha256(file.bytes));
    const { mime, look } = file;
    const id = await files.put(file.bytes, { mime, name, about: [about], ...(look !== undefined && { look }) });
    return { type: 'stored', kind: file.kind, file: { id, mime, name } };
  };
}

/** Looks a file through by its bytes alone; its name and claimed type are not asked. */
export async function checkFile(bytes: Uint8Array, tables: boolean): Promise<Result<CheckedFile, FileRefusal>> {
  if (bytes.length === 0) return err('not-readable');
  const found = sniff(bytes);
  switch (found.type) {
    case 'picture':
      return bytes.length > MAX_BYTES ? err('too-large') : checkPicture(bytes, found.as);
    case 'pdf':
      return checkPdf(bytes);
    case 'zip':
      return tables ? checkXlsx(bytes) : err('not-allowed');
    case 'text':
      return tables ? checkCsv(bytes) : err('not-allowed');
    case 'audio':
    case 'video': {
      if (bytes.length > MAX_EVIDENCE_BYTES) return err('too-large');
      const { type, mime, ending } = found;
      return ok({ kind: type, mime, ending, bytes });
    }
    case 'unknown':
      return err('not-allowed');
  }
}
