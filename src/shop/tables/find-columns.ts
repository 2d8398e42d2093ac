import { foldText } from '../../core/text.ts';
import type { TableRow } from './table-row.ts';

/** The words by which a column is known, by the field it fills. */
export type Aliases<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Where each field stands, and the rows below the header. */
export interface FoundColumns<Field extends string> {
  readonly columns: ReadonlyMap<Field, number>;
  readonly rows: readonly TableRow[];
  /** Titles that mean nothing to us; they are left alone. */
  readonly unknown: readonly string[];
}

const LOOK_AT = 15;

/** Finds the header: of the first rows, the one most of whose titles are known. Undefined when no row has one that is `needed`. */
export function findColumns<Field extends string>(
  rows: readonly TableRow[],
  aliases: Aliases<Field>,
  needed: readonly Field[],
): FoundColumns<Field> | undefined {
  const heads = rows.slice(0, LOOK_AT).map((row, at) => ({ at, columns: columnsOf(row, aliases) }));
  const best = heads.sort((one, other) => other.columns.size - one.columns.size || one.at - other.at)[0];
  if (!best || !needed.every((field) => best.columns.has(field))) return undefined;
  const known = new Set(best.columns.values());
  const unknown = (rows[best.at]?.cells ?? []).filter((title, i) => title !== '' && !known.has(i));
  return { columns: best.columns, rows: rows.slice(best.at + 1), unknown };
}

// A title belongs to the field whose alias says it whole; of two columns with the same title the first counts.
function columnsOf<Field extends string>(row: TableRow, aliases: Aliases<Field>): Map<Field, number> {
  const found = new Map<Field, number>();
  const fields = fieldsOf(aliases);
  for (const [i, title] of row.cells.entries()) {
    const field = fields.get(foldText(title));
    if (field !== undefined && !found.has(field)) found.set(field, i);
  }
  return found;
}

function fieldsOf<Field extends string>(aliases: Aliases<Field>): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const field in aliases) for (const alias of aliases[field]) fields.set(foldText(alias), field);
  return fields;
}
