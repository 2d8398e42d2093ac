import readXlsxFile from 'read-excel-file/node';
import { err, ok, type Result } from '../../core/result.ts';
import { unsafeCell } from './safe-cell.ts';
import { MAX_CELL, MAX_COLUMNS, type TableRefused, type TableRow } from './table-row.ts';

/** Reads the first sheet that holds anything; numbers come as the digits in the file, so that ids keep all of theirs. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<TableRow[], TableRefused>> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes), { parseNumber: digitsOf, trim: true });
    const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== '')));
    const rows = (sheet?.data ?? []).map((cells, i) => ({
      n: i + 1,
      cells: cells.slice(0, MAX_COLUMNS).map((cell) => cellOf(cell)),
    }));
    return ok(rows);
  } catch {
    // A workbook can be broken in a hundred ways; the owner can only save it anew.
    return err({ code: 'table-not-readable' });
  }
}

function cellOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  return typeof cell !== 'string' ? '' : unsafeCell(cell.trim().slice(0, MAX_CELL)).trim();
}

/** Whole numbers as their digits; a fraction keeps four places, so that `1.234` is never read as 1.234 rupiah. */
function digitsOf(raw: string): string {
  if (/^\d{1,30}$/.test(raw)) return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(Math.max(4, (raw.split('.')[1] ?? '').length));
}
