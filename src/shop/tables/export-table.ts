import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { safeCell, safeCsvCell } from './safe-cell.ts';
import { wallTime } from './wall-time.ts';

export type TableKind = 'csv' | 'xlsx';

/** One column of an export: its title, and what of a row it shows. Ids and phones are texts, never numbers. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | Date | undefined;
  /** In characters; for xlsx. */
  readonly width?: number;
}

/** Writes rows as a file that opens rightly in an Indonesian Excel: `;` and BOM in CSV, times of the shop's zone, no live formula. */
export async function exportTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  kind: TableKind,
  zone: string,
): Promise<Uint8Array> {
  switch (kind) {
    case 'csv':
      return csv(rows, columns, zone);
    case 'xlsx':
      return xlsx(rows, columns, zone);
  }
}

function csv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], zone: string): Uint8Array {
  const cell = (row: Row, column: Column<Row>): string => {
    const value = column.value(row);
    if (value === undefined) return '';
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? safeCsvCell(value) : wallTime(value, zone).text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row, column)));
  const text = stringify([columns.map((column) => safeCell(column.title)), ...lines], {
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
  });
  return new TextEncoder().encode(text);
}

async function xlsx<Row>(rows: readonly Row[], columns: readonly Column<Row>[], zone: string): Promise<Uint8Array> {
  const cell = (row: Row, column: Column<Row>): Cell => {
    const value = column.value(row);
    if (value === undefined || value === '') return null;
    if (typeof value === 'number') return { value, type: Number };
    if (typeof value === 'string') return { value: safeCell(value), type: String };
    return { value: wallTime(value, zone).asUtc, type: Date, format: 'dd/mm/yyyy hh:mm' };
  };
  const head: Cell[] = columns.map(({ title }) => ({ value: safeCell(title), type: String, fontWeight: 'bold' }));
  const data = [head, ...rows.map((row) => columns.map((column) => cell(row, column)))];
  const widths = columns.map((column) => ({ width: column.width ?? Math.max(12, column.title.length + 2) }));
  return new Uint8Array(await writeXlsxFile(data, { columns: widths, stickyRowsCount: 1 }).toBuffer());
}
