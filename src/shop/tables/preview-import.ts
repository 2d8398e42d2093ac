import type { Rupiah } from '../../core/money.ts';
import type { ProductRow } from './product-rows.ts';
import type { RowProblem } from './row-problem.ts';

/** A variant as the shop has it now. */
export interface CurrentVariant {
  readonly sku: string;
  readonly name: string;
  readonly variant: string;
  readonly category: string;
  readonly description: string;
  readonly price: Rupiah;
  readonly cost: Rupiah;
  readonly weightGrams: number;
  readonly supplier: string;
  readonly stock: number | 'ask';
  readonly active: boolean;
}

/** One variant whose price or cost moves, with what is earned on each piece before and after. */
export interface PriceMove {
  readonly sku: string;
  readonly name: string;
  readonly what: 'price' | 'cost';
  readonly from: Rupiah;
  readonly to: Rupiah;
  readonly marginFrom: Rupiah;
  readonly marginTo: Rupiah;
}

/** What an import would do, before anything is done. */
export interface ImportPreview {
  readonly added: readonly string[];
  readonly up: readonly PriceMove[];
  readonly down: readonly PriceMove[];
  /** Other fields differ: name, weight, stock, supplier. */
  readonly changed: readonly string[];
  readonly unchanged: number;
  /** Active variants of the supplier that its list names no more. */
  readonly gone: readonly string[];
  /** Sold at a loss once this is applied. */
  readonly losses: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Compares a file's rows with the catalogue; `gone` is looked for among `expected` (a supplier's variants). */
export function previewImport(
  rows: readonly ProductRow[],
  current: ReadonlyMap<string, CurrentVariant>,
  expected: readonly CurrentVariant[] = [],
): ImportPreview {
  const preview = { added: [], up: [], down: [], changed: [], losses: [], problems: [] } as Mutable;
  let unchanged = 0;
  for (const row of rows) {
    const now = current.get(row.sku);
    const margin = (row.price ?? now?.price ?? 0) - (row.cost ?? now?.cost ?? 0);
    if (margin < 0) preview.losses.push(row.sku);
    if (!now) {
      preview.added.push(row.sku);
      preview.problems.push(...missingForNew(row));
      continue;
    }
    const moves = movesOf(row, now);
    for (const move of moves) (move.to > move.from ? preview.up : preview.down).push(move);
    if (differs(row, now)) preview.changed.push(row.sku);
    else if (moves.length === 0) unchanged += 1;
  }
  const named = new Set(rows.map((row) => row.sku));
  const gone = expected.filter((variant) => variant.active && !named.has(variant.sku)).map((variant) => variant.sku);
  return { ...preview, unchanged, gone };
}

interface Mutable {
  readonly added: string[];
  readonly up: PriceMove[];
  readonly down: PriceMove[];
  readonly changed: string[];
  readonly losses: string[];
  readonly problems: RowProblem[];
}

/** Without these a new product cannot be sold, sent or reckoned with. */
const NEEDED_FOR_NEW = ['name', 'price', 'cost', 'weightGrams', 'supplier'] as const;

function missingForNew(row: ProductRow): RowProblem[] {
  const missing = NEEDED_FOR_NEW.filter((field) => row[field] === undefined);
  return missing.map((column) => ({ row: row.row, column, found: '', right: 'needed' }));
}

function movesOf(row: ProductRow, now: CurrentVariant): PriceMove[] {
  const marginFrom = now.price - now.cost;
  const marginTo = (row.price ?? now.price) - (row.cost ?? now.cost);
  const name = [now.name, now.variant].filter(Boolean).join(' ');
  return (['price', 'cost'] as const).flatMap((what) => {
    const to = row[what];
    return to === undefined || to === now[what]
      ? []
      : [{ sku: row.sku, name, what, from: now[what], to, marginFrom, marginTo }];
  });
}

function differs(row: ProductRow, now: CurrentVariant): boolean {
  const fields = ['name', 'category', 'description', 'weightGrams', 'supplier', 'stock'] as const;
  return !now.active || fields.some((field) => row[field] !== undefined && row[field] !== now[field]);
}
