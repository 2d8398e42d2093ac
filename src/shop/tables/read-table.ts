import { err, ok, type Result } from '../../core/result.ts';
import { MAX_TABLE_BYTES, TABLE_ZIP } from '../files/check-table.ts';
import { zipEntries } from '../files/zip-entries.ts';
import type { TableKind } from './export-table.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { MAX_ROWS, type TableRefused, type TableRow } from './table-row.ts';

/** Reads a CSV or XLSX within limits; every cell as text, empty rows left out. Nothing is unpacked before its size was counted. */
export async function readTable(
  bytes: Uint8Array,
  kind: TableKind,
): Promise<Result<readonly TableRow[], TableRefused>> {
  if (bytes.length > MAX_TABLE_BYTES) return err({ code: 'table-too-large', limit: MAX_TABLE_BYTES });
  const read = kind === 'csv' ? await readCsv(bytes) : await readChecked(bytes);
  if (!read.ok) return read;
  const rows = read.value.filter((row) => row.cells.some((cell) => cell !== ''));
  if (rows.length > MAX_ROWS) return err({ code: 'table-too-many-rows', limit: MAX_ROWS });
  return rows.length === 0 ? err({ code: 'table-empty' }) : ok(rows);
}

/** Tells a table's kind from its bytes: an xlsx is a zip, all else is read as text. */
export const tableKindOf = (bytes: Uint8Array): TableKind => (bytes[0] === 0x50 && bytes[1] === 0x4b ? 'xlsx' : 'csv');

async function readChecked(bytes: Uint8Array): Promise<Result<TableRow[], TableRefused>> {
  const entries = await zipEntries(bytes, TABLE_ZIP);
  if (!entries.ok) return err({ code: entries.error === 'too-large' ? 'table-too-large' : 'table-not-readable' });
  return readXlsx(bytes);
}
