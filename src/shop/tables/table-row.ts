/** A row as it stands in the file: its number there, and its cells as text. */
export interface TableRow {
  readonly n: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read as a table at all. */
export interface TableRefused {
  readonly code: 'table-too-large' | 'table-too-many-rows' | 'table-not-readable' | 'table-empty';
  readonly limit?: number;
}

export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;
/** A longer cell is cut: no field of the shop holds more. */
export const MAX_CELL = 4_096;
