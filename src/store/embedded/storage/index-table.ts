import type { Doc } from '../bson/value.ts';
import { entriesOf, type IndexEntries } from './index-keys.ts';
import type { IndexSpec } from './index-spec.ts';
import type { Ordered, Span, Stored } from './ordered.ts';
import { Pages } from './pages.ts';
import type { Database, Statement } from './sqlite.ts';

/** One index: a table of order keys and the rows they lead to. */
export class IndexTable implements Ordered {
  readonly id: number;
  readonly spec: IndexSpec;
  /** Whether any document ever had several entries here; then ranges and orders are read with more care. */
  multikey: boolean;
  private readonly db: Database;
  private readonly roots: ReadonlySet<string> | undefined;
  private readonly adds: Statement;
  private readonly removes: Statement;
  private readonly holders: Statement;
  private readonly marks: Statement;
  private readonly pages: Pages;

  constructor(db: Database, id: number, collection: number, spec: IndexSpec, multikey: boolean) {
    const table = `index_${id}`;
    this.db = db;
    this.id = id;
    this.spec = spec;
    this.multikey = multikey;
    this.roots = rootsOf(spec);
    this.adds = db.prepare(`INSERT INTO ${table}(k, d) VALUES (?, ?)`);
    this.removes = db.prepare(`DELETE FROM ${table} WHERE k = ? AND d = ?`);
    this.holders = db.prepare(`SELECT d FROM ${table} WHERE k = ? LIMIT 2`);
    this.marks = db.prepare('UPDATE pesan_indexes SET multikey = 1 WHERE id = ?');
    this.pages = new Pages(
      db,
      (order, where, size) =>
        `SELECT i.k, i.d, c.v FROM ${table} i CROSS JOIN docs_${collection} c ON c.d = i.d WHERE ${where('i.k', 'i.d')} ORDER BY i.k ${order}, i.d ${order} LIMIT ${size}`,
    );
  }

  static create(db: Database, id: number): void {
    db.exec(`CREATE TABLE index_${id} (k BLOB NOT NULL, d INTEGER NOT NULL, PRIMARY KEY (k, d)) WITHOUT ROWID`);
  }

  drop(): void {
    this.db.exec(`DROP TABLE index_${this.id}`);
  }

  /** Whether a change under these top-level names can change this index's entries. */
  isTouchedBy(names: ReadonlySet<string> | undefined): boolean {
    if (!names || !this.roots) return true;
    for (const name of this.roots) if (names.has(name)) return true;
    return false;
  }

  entries(doc: Doc): IndexEntries {
    return entriesOf(this.spec, doc);
  }

  /** The first of these keys that a unique index holds for another row already. */
  takenKey(keys: readonly Buffer[], row: number | undefined): Buffer | undefined {
    if (!this.spec.unique) return undefined;
    return keys.find((key) => this.holders.all(key).some(({ d }) => d !== row));
  }

  add(entries: IndexEntries, keys: readonly Buffer[], row: number): void {
    if (entries.multikey && !this.multikey) {
      this.marks.run(this.id);
      this.multikey = true;
    }
    for (const key of keys) this.adds.run(key, row);
  }

  remove(keys: readonly Buffer[], row: number): void {
    for (const key of keys) this.removes.run(key, row);
  }

  read(span: Span, backwards: boolean): Generator<Stored> {
    return this.pages.read(span, backwards);
  }
}

/** The top-level names that an index depends on; undefined when that cannot be told. */
function rootsOf(spec: IndexSpec): ReadonlySet<string> | undefined {
  const roots = new Set(spec.fields.map(({ path }) => path[0] ?? ''));
  for (const name of Object.keys(spec.partial ?? {})) {
    if (name.startsWith('$')) return undefined;
    roots.add(name.split('.')[0] ?? name);
  }
  return roots;
}
