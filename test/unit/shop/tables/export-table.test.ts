import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, exportTable } from '../../../../src/shop/tables/export-table.ts';
import { readTable } from '../../../../src/shop/tables/read-table.ts';
import { safeCell, safeCsvCell, unsafeCell } from '../../../../src/shop/tables/safe-cell.ts';
import { wallTime } from '../../../../src/shop/tables/wall-time.ts';

interface Row {
  readonly id: string;
  readonly words: string;
  readonly amount: number;
  readonly at: Date;
}
const COLUMNS: readonly Column<Row>[] = [
  { title: 'No Pesanan', value: (row) => row.id },
  { title: 'Catatan', value: (row) => row.words },
  { title: 'Total', value: (row) => row.amount },
  { title: 'Tanggal', value: (row) => row.at },
];
const AT = new Date('2026-11-21T17:05:00Z');
const aRow = (more: Partial<Row> = {}): Row => ({
  id: '081234567890',
  words: 'biasa',
  amount: 10_000,
  at: AT,
  ...more,
});

const FORMULAS = [
  '=1+1',
  '+62812',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  ' =1',
  '|cmd',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x","klik")',
];

describe('a cell', () => {
  it.each(FORMULAS)('%j is never left to start a formula', (text) => {
    expect(safeCell(text)).toMatch(/^'/);
    expect(safeCsvCell(text)).toMatch(/^'/);
  });

  it.each(['Kaos polos', "O'Neil", 'Rp10.000', 'a=b', '12', ''])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('in a CSV keeps all digits of ids and phones', () => {
    expect(safeCsvCell('081234567890')).toBe("'081234567890");
    expect(safeCsvCell('5781234567890123456')).toBe("'5781234567890123456");
    expect(unsafeCell('="0812"')).toBe('0812');
  });
});

describe('a CSV export', () => {
  it('opens in an Indonesian Excel: BOM, semicolons, Windows line ends, times of the zone', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await exportTable([aRow({ words: 'dua; "tiga"\nempat' })], COLUMNS, 'csv', 'Asia/Jakarta'),
    );
    expect(text).toBe(
      '\uFEFFNo Pesanan;Catatan;Total;Tanggal\r\n\'081234567890;"dua; ""tiga""\nempat";10000;22/11/2026 00:05\r\n',
    );
  });
});

describe.each(['csv', 'xlsx'] as const)('what is exported as %s', (kind) => {
  it('is read back as it was, formulas and long ids included', async () => {
    const rows = [...FORMULAS.map((words) => aRow({ words })), aRow({ id: '5781234567890123456', words: 'é 🙏 ¿' })];
    const read = await readTable(await exportTable(rows, COLUMNS, kind, 'Asia/Jakarta'), kind);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value[0]?.cells).toEqual(COLUMNS.map((column) => column.title));
    expect(read.value.slice(1).map(({ cells }) => cells[0])).toEqual(rows.map((row) => row.id));
    expect(read.value.slice(1).map(({ cells }) => cells[1])).toEqual(
      rows.map((row) => row.words.replaceAll('\0', '').trim()),
    );
    expect(read.value.at(-1)?.cells[2]).toBe('10000');
  });

  it('never holds a cell that starts like a formula, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 5 }), async (texts) => {
        const column: Column<string> = { title: 'Teks', value: (text) => `x${text}`.slice(1) };
        const bytes = await exportTable(texts, [column], 'csv', 'Asia/Jakarta');
        const starts = new TextDecoder().decode(bytes).split(/\r\n/).slice(1);
        return starts.every((line) => !/^"?[=+\-@\t]/.test(line));
      }),
      { numRuns: 50 },
    );
  });
});

it.each([
  ['Asia/Jakarta', '22/11/2026 00:05', '2026-11-22'],
  ['Asia/Makassar', '22/11/2026 01:05', '2026-11-22'],
  ['Asia/Jayapura', '22/11/2026 02:05', '2026-11-22'],
  ['UTC', '21/11/2026 17:05', '2026-11-21'],
])('the wall in %s shows %s', (zone, text, day) => {
  expect(wallTime(AT, zone)).toMatchObject({ text, day });
});
