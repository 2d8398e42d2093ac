import { decode } from '../bson/decode.ts';
import { orderKey } from '../bson/order-key.ts';
import { show } from '../bson/show.ts';
import { Doc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import type { GroupCommit } from './group-commit.ts';
import { type IndexEntries, valuesOf } from './index-keys.ts';
import { type IndexSpec, keyPattern } from './index-spec.ts';
import type { IndexTable } from './index-table.ts';
import type { Ordered, Stored } from './ordered.ts';
import { Pages } from './pages.ts';
import { bytesOf, type Database, type Statement } from './sqlite.ts';

/** The entries a document had before it was changed, in the indexes that the change can reach. */
export type EntriesBefore = ReadonlyMap<IndexTable, IndexEntries>;

const PAGE = 128;

/** One collection: a table of documents under the order keys of their ids, and its indexes. */
export class Collection {
  readonly id: number;
  /** Database and name, joined by a dot. */
  readonly namespace: string;
  readonly options: Doc;
  /** All indexes but the one on `_id`, which is the table's own. */
  indexes: readonly IndexTable[] = [];
  /** The documents in the order of their ids. */
  readonly ids: Ordered;
  private readonly commit: GroupCommit;
  private readonly finds: Statement;
  private readonly gets: Statement;
  private readonly inserts: Statement;
  private readonly updates: Statement;
  private readonly deletes: Statement;
  private readonly counts: Statement;
  private readonly pages: Statement;

  constructor(db: Database, commit: GroupCommit, id: number, namespace: string, options: Doc) {
    const table = `docs_${id}`;
    this.commit = commit;
    this.id = id;
    this.namespace = namespace;
    this.options = options;
    this.finds = db.prepare(`SELECT d, v FROM ${table} WHERE k = ?`);
    this.gets = db.prepare(`SELECT v FROM ${table} WHERE d = ?`);
    this.inserts = db.prepare(`INSERT OR IGNORE INTO ${table}(k, v) VALUES (?, ?)`);
    this.updates = db.prepare(`UPDATE ${table} SET v = ? WHERE d = ?`);
    this.deletes = db.prepare(`DELETE FROM ${table} WHERE d = ?`);
    this.counts = db.prepare(`SELECT count(*) AS n FROM ${table}`);
    const pages = new Pages(
      db,
      (order, where, size) =>
        `SELECT k, d, v FROM ${table} WHERE ${where('k', 'd')} ORDER BY k ${order}, d ${order} LIMIT ${size}`,
    );
    this.ids = { spec: ID_INDEX, multikey: false, read: (span, backwards) => pages.read(span, backwards) };
    this.pages = db.prepare(`SELECT d, v FROM ${table} WHERE d > ? ORDER BY d LIMIT ${PAGE}`);
  }

  static create(db: Database, id: number): void {
    db.exec(`CREATE TABLE docs_${id} (d INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, v BLOB NOT NULL)`);
  }

  /** The document with this id. */
  find(id: Value): Stored | undefined {
    const found = this.finds.get(orderKey(id));
    return found && { row: found.d, bytes: bytesOf(found.v) };
  }

  /** The document in this row. */
  get(row: number): Stored | undefined {
    const found = this.gets.get(row);
    return found && { row, bytes: bytesOf(found.v) };
  }

  count(): number {
    return this.counts.get()?.n ?? 0;
  }

  /** All documents in the order they came, read page by page, so that writes may happen in between. */
  *scan(): Generator<Stored> {
    let last = 0;
    for (;;) {
      const rows = this.pages.all(last);
      for (const { d, v } of rows) yield { row: d, bytes: bytesOf(v) };
      if (rows.length < PAGE) return;
      last = rows.at(-1)?.d ?? last;
    }
  }

  /** Adds a document. Every key is checked before anything is written, so a refusal leaves nothing behind. */
  insert(doc: Doc, bytes: Buffer): void {
    const id = doc._id ?? null;
    const all = this.indexes.map((index) => ({ index, entries: index.entries(doc) }));
    for (const { index, entries } of all) this.refuseTaken(index, entries.keys, undefined, doc);
    this.commit.begin();
    const { changes, lastInsertRowid } = this.inserts.run(orderKey(id), bytes);
    if (Number(changes) === 0) throw this.duplicate(ID_INDEX, [id]);
    for (const { index, entries } of all) index.add(entries, entries.keys, Number(lastInsertRowid));
  }

  /** What the indexes hold of a document that is about to change under these top-level names (undefined: anywhere). */
  entriesBefore(doc: Doc, touched: ReadonlySet<string> | undefined): EntriesBefore {
    const before = new Map<IndexTable, IndexEntries>();
    for (const index of this.indexes) if (index.isTouchedBy(touched)) before.set(index, index.entries(doc));
    return before;
  }

  /** Puts a changed document in the place of the old one. */
  replace(row: number, before: EntriesBefore, doc: Doc, bytes: Buffer): void {
    const moves = [...before].flatMap(([index, old]) => {
      const entries = index.entries(doc);
      const added = without(entries.keys, old.keys);
      const removed = without(old.keys, entries.keys);
      return added.length + removed.length === 0 ? [] : [{ index, entries, added, removed }];
    });
    for (const { index, added } of moves) this.refuseTaken(index, added, row, doc);
    this.commit.begin();
    this.updates.run(bytes, row);
    for (const { index, entries, added, removed } of moves) {
      index.remove(removed, row);
      index.add(entries, added, row);
    }
  }

  /** Takes a document away; `read` gives its content, asked for only when there are indexes. */
  remove(row: number, read: () => Doc): void {
    const doc = this.indexes.length > 0 ? read() : undefined;
    const all = doc ? this.indexes.map((index) => ({ index, keys: index.entries(doc).keys })) : [];
    this.commit.begin();
    this.deletes.run(row);
    for (const { index, keys } of all) index.remove(keys, row);
  }

  /** Enters all documents there are into a new index. */
  fill(index: IndexTable): void {
    for (const { row, doc } of this.decoded()) {
      const entries = index.entries(doc);
      this.refuseTaken(index, entries.keys, row, doc);
      index.add(entries, entries.keys, row);
    }
  }

  private *decoded(): Generator<{ row: number; doc: Doc }> {
    for (const { row, bytes } of this.scan()) yield { row, doc: decode(bytes) };
  }

  private refuseTaken(index: IndexTable, keys: readonly Buffer[], row: number | undefined, doc: Doc): void {
    const taken = index.takenKey(keys, row);
    if (taken) throw this.duplicate(index.spec, valuesOf(index.spec, doc, taken));
  }

  private duplicate(spec: Pick<IndexSpec, 'name' | 'fields'>, values: readonly Value[]): CommandError {
    const keyValue = Doc.of(Object.fromEntries(spec.fields.map(({ name }, i) => [name, values[i] ?? null])));
    const shown = spec.fields.map(({ name }, i) => `${name}: ${show(values[i] ?? null)}`).join(', ');
    return new CommandError(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${spec.name} dup key: { ${shown} }`,
      { keyPattern: keyPattern(spec), keyValue },
    );
  }
}

/** The index every collection has. */
export const ID_INDEX: IndexSpec = {
  name: '_id_',
  fields: [{ name: '_id', path: ['_id'], descending: false }],
  unique: true,
  sparse: false,
  partial: undefined,
  includes: undefined,
  expireAfterSeconds: undefined,
};

const without = (keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] =>
  others.length === 0 ? keys : keys.filter((key) => !others.some((other) => other.equals(key)));
