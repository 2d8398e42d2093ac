import type { Span, Stored } from './ordered.ts';
import { bytesOf, type Database, type Statement } from './sqlite.ts';

// A first page for those who want one document, then larger ones. SQLite prepares again for a bound LIMIT, so they are literal.
const SIZES = [16, 256] as const;

type Sql = (order: 'ASC' | 'DESC', where: (key: string, row: string) => string, size: number) => string;

/** Reads a table in the order of its keys, page by page, so that writes may happen in between. */
export class Pages {
  private readonly up: readonly Statement[];
  private readonly down: readonly Statement[];

  constructor(db: Database, sql: Sql) {
    this.up = SIZES.map((size) => db.prepare(sql('ASC', (k, d) => `(${k}, ${d}) > (?, ?) AND ${k} < ?`, size)));
    this.down = SIZES.map((size) => db.prepare(sql('DESC', (k, d) => `(${k}, ${d}) < (?, ?) AND ${k} >= ?`, size)));
  }

  *read({ low, high }: Span, backwards: boolean): Generator<Stored> {
    const statements = backwards ? this.down : this.up;
    const limit = backwards ? low : high;
    let key: Uint8Array = backwards ? high : low;
    let row = -1;
    for (let page = 0; ; page++) {
      const at = Math.min(page, SIZES.length - 1);
      const rows = statements[at]?.all(key, row, limit) ?? [];
      for (const { d, v } of rows) yield { row: d, bytes: bytesOf(v) };
      const last = rows.at(-1);
      if (!last || rows.length < (SIZES[at] ?? 0)) return;
      key = last.k;
      row = last.d;
    }
  }
}
