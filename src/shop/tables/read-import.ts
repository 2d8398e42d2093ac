import { err, ok, type Result } from '../../core/result.ts';
import { foldText } from '../../core/text.ts';
import type { Couriers } from '../shipping/couriers.ts';
import { findColumns } from './find-columns.ts';
import type { ImportKind } from './import-document.ts';
import { PRODUCT_COLUMNS, type ProductRow, readProductRows } from './product-rows.ts';
import { readTable, tableKindOf } from './read-table.ts';
import { RESI_COLUMNS, type ResiRow, readResiRows } from './resi-rows.ts';
import type { RowProblem } from './row-problem.ts';
import type { TableRefused } from './table-row.ts';

/** Why a file is not taken: it cannot be read, has not the columns, or rows of it are wrong (the first hundred are told). */
export type ImportRefused =
  | TableRefused
  | { readonly code: 'import-columns-missing'; readonly needed: readonly string[] }
  | { readonly code: 'import-rows-wrong'; readonly problems: readonly RowProblem[]; readonly count: number };

/** The rows of a file that is right. */
export type ImportRows =
  | { readonly kind: 'products'; readonly rows: readonly ProductRow[] }
  | { readonly kind: 'resi'; readonly rows: readonly ResiRow[] };

/** What rows are read against. */
export interface ReadAgainst {
  readonly couriers: Couriers;
  /** Suppliers by their folded names and ids. */
  readonly supplierOf: (name: string) => string | undefined;
  /** Whose list it is: fills the column that such a list does not have. */
  readonly supplier: string | undefined;
}

const TOLD = 100;

/** Reads a file as rows of a kind; the same bytes give the same rows, today and after a crash. */
export async function readImport(
  bytes: Uint8Array,
  kind: ImportKind,
  against: ReadAgainst,
): Promise<Result<ImportRows, ImportRefused>> {
  const table = await readTable(bytes, tableKindOf(bytes));
  if (!table.ok) return table;
  switch (kind) {
    case 'products': {
      const found = findColumns(table.value, PRODUCT_COLUMNS, ['sku']);
      if (!found) return err({ code: 'import-columns-missing', needed: ['SKU'] });
      const { rows, problems } = readProductRows(found, (name) => against.supplierOf(foldText(name)));
      if (problems.length > 0) return wrongRows(problems);
      const { supplier } = against;
      return ok({ kind, rows: rows.map((row) => ({ ...row, supplier: row.supplier ?? supplier })) });
    }
    case 'resi': {
      const found = findColumns(table.value, RESI_COLUMNS, ['label', 'resi', 'courier']);
      if (!found) return err({ code: 'import-columns-missing', needed: ['No Pesanan', 'Kurir', 'No Resi'] });
      const { rows, problems } = readResiRows(found, against.couriers);
      return problems.length > 0 ? wrongRows(problems) : ok({ kind, rows });
    }
  }
}

/** The refusal of a file some rows of which are wrong. */
export const wrongRows = (problems: readonly RowProblem[]): Result<never, ImportRefused> =>
  err({ code: 'import-rows-wrong', problems: problems.slice(0, TOLD), count: problems.length });
