import type { RightCell } from '../../../../src/shop/tables/row-problem.ts';

export type ColumnRow = readonly [cell: string, right: RightCell];

const each = (right: RightCell, ...cells: readonly string[]): readonly ColumnRow[] =>
  cells.map((cell) => [cell, right]);
const FORMULAS = each('no-formula', '=1+1', '=HYPERLINK("http://x.example")', "=cmd|'/C calc'!A0");
const RUPIAH: readonly ColumnRow[] = [
  ...FORMULAS,
  ...each('rupiah', '-1', '1e3', 'NaN', '½', 'dua', '15.5', '{"$gt":""}', '9007199254740993', '#REF!', '٢'),
];

/** Wrong cells of a list of goods, by column; a list with one of them is applied to nothing. */
export const PRODUCT_CELLS: Readonly<Record<string, readonly ColumnRow[]>> = {
  sku: [...each('needed', '', ' ', '\u200B', '\u3164'), ...FORMULAS, ...each('shorter', 'X'.repeat(61))],
  name: [...FORMULAS, ...each('shorter', 'x'.repeat(201))],
  variant: [...FORMULAS, ...each('shorter', 'x'.repeat(121))],
  category: [...FORMULAS, ...each('shorter', 'x'.repeat(81))],
  description: [...FORMULAS, ...each('shorter', 'x'.repeat(2_001))],
  price: RUPIAH,
  cost: RUPIAH,
  weightGrams: [...FORMULAS, ...each('grams', '0', '-1', 'ringan', '1e3', '2000 kg', '½', '{"$gt":""}')],
  supplier: [...FORMULAS, ...each('known-supplier', 'Bukan Pemasok', '{"$gt":""}', '__proto__', 'constructor', '.*')],
  stock: [...FORMULAS, ...each('stock', '-1', '1e3', 'banyak', '½', '99999999', '{"$gt":""}', 'NaN')],
};

/** Wrong cells of a list of resi, by column. */
export const RESI_CELLS: Readonly<Record<string, readonly ColumnRow[]>> = {
  label: each('needed', '', ' ', '\u200B'),
  courier: each('known-courier', '', 'Merpati', '{"$gt":""}', '__proto__', '.*'),
  resi: each('resi', '12', 'belum ada', '{"$gt":""}', '=1+1', 'http://x.example'),
};
