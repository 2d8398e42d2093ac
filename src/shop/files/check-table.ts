import { err, ok, type Result } from '../../core/result.ts';
import type { CheckedFile, FileRefusal } from './received-file.ts';
import { zipEntries } from './zip-entries.ts';

/** The largest table file that is taken, and what its parts may unpack to. */
export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
export const TABLE_ZIP = { entries: 200, unpacked: 80 * 1024 * 1024 } as const;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Looks into a zip before anything is unpacked from it: a workbook without macros, within limits, or refused. */
export async function checkXlsx(bytes: Uint8Array): Promise<Result<CheckedFile, FileRefusal>> {
  if (bytes.length > MAX_TABLE_BYTES) return err('too-large');
  const entries = await zipEntries(bytes, TABLE_ZIP);
  if (!entries.ok) return entries;
  const names = entries.value.map((entry) => entry.name);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('xl/workbook.')))
    return err('not-allowed');
  if (names.some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name)))
    return err('not-allowed');
  return ok({ kind: 'file', mime: XLSX, ending: 'xlsx', bytes });
}

/** Takes a text as a table when it is small enough and has at least one line end or separator. */
export function checkCsv(bytes: Uint8Array): Result<CheckedFile, FileRefusal> {
  if (bytes.length > MAX_TABLE_BYTES) return err('too-large');
  if (bytes.includes(0)) return err('not-readable');
  return ok({ kind: 'file', mime: 'text/csv', ending: 'csv', bytes });
}
