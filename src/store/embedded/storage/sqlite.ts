import { isBuiltin } from 'node:module';

/** A value that SQLite binds. */
type Bound = string | number | null | Uint8Array;

/** A row of any of the store's statements. */
interface Row {
  /** The row of a document. */
  readonly d: number;
  /** The order key of an `_id` or an index entry. */
  readonly k: Uint8Array;
  /** A document's BSON. */
  readonly v: Uint8Array;
  /** A text or a number that a statement asks for. */
  readonly t: string;
  readonly n: number;
  readonly m: number;
}

/** A prepared statement. */
export interface Statement {
  run(...values: Bound[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...values: Bound[]): Row | undefined;
  all(...values: Bound[]): Row[];
}

/** An open SQLite database. Keep it referenced: a collected one closes under its statements. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Sqlite {
  readonly DatabaseSync: new (file: string, options?: { readonly timeout?: number }) => Database;
}

// The one place that chooses: Node's own SQLite where it has one, else the package with the same interface.
const BUILT_IN: string = 'node:sqlite';
const sqlite: Sqlite = isBuiltin(BUILT_IN) ? await import(BUILT_IN) : await import('@photostructure/sqlite');

/** Opens a SQLite file; `waitMs` is how long to wait for another process's lock. */
export const openDatabase = (file: string, waitMs = 0): Database => new sqlite.DatabaseSync(file, { timeout: waitMs });

/** SQLite's own result code of an error it threw; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  if ('sqliteCode' in error && typeof error.sqliteCode === 'number') return error.sqliteCode & 0xff;
  return undefined;
}

export const SQLITE_BUSY = 5;
export const SQLITE_FULL = 13;
export const SQLITE_IOERR = 10;

/** The bytes SQLite returned, as a Buffer over the same memory. */
export const bytesOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
