import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../../../src/config.ts';
import { findColumns } from '../../../src/shop/tables/find-columns.ts';
import { PRODUCT_COLUMNS, readProductRows } from '../../../src/shop/tables/product-rows.ts';
import { RESI_COLUMNS, readResiRows } from '../../../src/shop/tables/resi-rows.ts';
import { PRODUCT_CELLS, RESI_CELLS } from './tables/columns.ts';
import { ANY_TEXT, SETTING_TABLES } from './tables/settings.ts';

const rowsOf = (tables: Readonly<Record<string, readonly (readonly [string, string])[]>>) =>
  Object.entries(tables).flatMap(([column, rows]) => rows.map(([cell, right]) => [column, cell, right] as const));

const GOOD_PRODUCT = {
  sku: 'TAS-1',
  name: 'Tas',
  price: '50000',
  cost: '30000',
  weightGrams: '300',
  supplier: 'konveksi',
};
const GOOD_RESI = { label: 'K7M2QX', courier: 'JNE', resi: 'JP1234567890' };
const JNE = { code: 'jne', name: 'JNE', aliases: [], services: [], resi: [], codes: {} };

const tableOf = (row: Readonly<Record<string, string>>, titles: (column: string) => string) => [
  { n: 1, cells: Object.keys(row).map(titles) },
  { n: 2, cells: Object.values(row) },
];

describe('a list of goods', () => {
  it.each(rowsOf(PRODUCT_CELLS))('with %s %j is told in its row: %s', (column, cell, right) => {
    const aliases: Readonly<Record<string, readonly string[]>> = PRODUCT_COLUMNS;
    const row = { ...GOOD_PRODUCT, [column]: cell };
    const found = findColumns(
      tableOf(row, (name) => aliases[name]?.[0] ?? ''),
      PRODUCT_COLUMNS,
      ['sku'],
    );
    const { problems } = found
      ? readProductRows(found, (name) => (name === 'konveksi' ? 's' : undefined))
      : { problems: [] };
    expect(problems).toEqual([expect.objectContaining({ row: 2, column, right })]);
  });
});

describe('a list of resi', () => {
  it.each(rowsOf(RESI_CELLS))('with %s %j is told in its row: %s', (column, cell, right) => {
    const aliases: Readonly<Record<string, readonly string[]>> = RESI_COLUMNS;
    const row = { ...GOOD_RESI, [column]: cell };
    const found = findColumns(
      tableOf(row, (name) => aliases[name]?.[0] ?? ''),
      RESI_COLUMNS,
      ['label', 'resi', 'courier'],
    );
    const { problems } = found ? readResiRows(found, [JNE]) : { problems: [] };
    expect(problems).toEqual([expect.objectContaining({ row: 2, column, right })]);
  });
});

describe('a setting', () => {
  it.each(Object.entries(SETTING_TABLES).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s=%j is refused with what would be right, and a secret is not repeated',
    (name, value) => {
      const problems = (() => {
        try {
          readConfig({ [name]: value });
          return [];
        } catch (error) {
          if (error instanceof ConfigError) return error.problems;
          throw error;
        }
      })();
      const problem = problems.find(({ variable }) => variable === name);
      expect(problem?.right.length).toBeGreaterThan(5);
      const { secret } = Object.entries(SETTINGS).find(([variable]) => variable === name)?.[1] ?? { secret: false };
      if (secret) expect(problem?.found).not.toContain(value);
    },
  );

  it('has a table, or takes any text', () => {
    const without = Object.keys(SETTINGS).filter(
      (name) => !ANY_TEXT.includes(name) && (SETTING_TABLES[name] ?? []).length === 0,
    );
    expect(without).toEqual([]);
  });
});
