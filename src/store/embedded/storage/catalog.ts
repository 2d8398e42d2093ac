import { compare } from '../bson/compare.ts';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { Collection, ID_INDEX } from './collection.ts';
import type { GroupCommit } from './group-commit.ts';
import { describeIndex, type IndexSpec, keyPattern, readIndexSpec } from './index-spec.ts';
import { IndexTable } from './index-table.ts';
import { bytesOf, type Database } from './sqlite.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS pesan_collections (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT NOT NULL UNIQUE, v BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS pesan_indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, v BLOB NOT NULL, multikey INTEGER NOT NULL);
`;

/** Which collections and indexes there are. It changes only after SQLite has committed, so it is never ahead of the disk. */
export class Catalog {
  private readonly db: Database;
  private readonly commit: GroupCommit;
  private readonly collections = new Map<string, Collection>();

  constructor(db: Database, commit: GroupCommit) {
    this.db = db;
    this.commit = commit;
    db.exec(SCHEMA);
    for (const { n, t, v } of db.prepare('SELECT id AS n, t, v FROM pesan_collections').all())
      this.collections.set(t, new Collection(db, commit, n, t, decode(bytesOf(v))));
    commit.onTakenBack(() => this.rereadMarks());
    const byId = new Map([...this.collections.values()].map((collection) => [collection.id, collection]));
    const indexes = db
      .prepare('SELECT id AS n, collection AS d, v, multikey AS m FROM pesan_indexes ORDER BY id')
      .all();
    for (const { n, d, v, m } of indexes) {
      const spec = readIndexSpec(decode(bytesOf(v)));
      const collection = byId.get(d);
      if (collection) collection.indexes = [...collection.indexes, new IndexTable(db, n, d, spec, m === 1)];
    }
  }

  get(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  /** All collections of a database, by name. */
  list(database: string): readonly Collection[] {
    return [...this.collections.values()]
      .filter(({ namespace }) => namespace.startsWith(`${database}.`))
      .sort((a, b) => compare(a.namespace, b.namespace));
  }

  all(): readonly Collection[] {
    return [...this.collections.values()];
  }

  /** The collection of this name, made when it is not there. */
  ensure(namespace: string, options = new Doc()): Collection {
    const known = this.collections.get(namespace);
    if (known) return known;
    refuseBadName(namespace);
    const id = this.commit.alone(() => {
      const { lastInsertRowid } = this.db
        .prepare('INSERT INTO pesan_collections(t, v) VALUES (?, ?)')
        .run(namespace, encode(options));
      Collection.create(this.db, Number(lastInsertRowid));
      return Number(lastInsertRowid);
    });
    const made = new Collection(this.db, this.commit, id, namespace, options);
    this.collections.set(namespace, made);
    return made;
  }

  /** Takes a collection away with all its documents and indexes. */
  drop(collection: Collection): void {
    this.commit.alone(() => {
      for (const index of collection.indexes) index.drop();
      this.db.exec(`DROP TABLE docs_${collection.id}`);
      this.db.prepare('DELETE FROM pesan_indexes WHERE collection = ?').run(collection.id);
      this.db.prepare('DELETE FROM pesan_collections WHERE id = ?').run(collection.id);
    });
    this.collections.delete(collection.namespace);
  }

  /** Makes those of the indexes that are not there yet, all or none. */
  createIndexes(collection: Collection, specs: readonly IndexSpec[]): void {
    const wanted = specs.filter((spec) => isNew(collection, spec));
    if (wanted.length === 0) return;
    const made = this.commit.alone(() => wanted.map((spec) => this.makeIndex(collection, spec)));
    collection.indexes = [...collection.indexes, ...made];
  }

  dropIndex(collection: Collection, index: IndexTable): void {
    this.commit.alone(() => {
      index.drop();
      this.db.prepare('DELETE FROM pesan_indexes WHERE id = ?').run(index.id);
    });
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  // An index is marked in memory when its first array is written; that write may be taken back.
  private rereadMarks(): void {
    const marks = new Map(
      this.db
        .prepare('SELECT id AS n, multikey AS m FROM pesan_indexes')
        .all()
        .map(({ n, m }) => [n, m]),
    );
    for (const { indexes } of this.all()) for (const index of indexes) index.multikey = marks.get(index.id) === 1;
  }

  private makeIndex(collection: Collection, spec: IndexSpec): IndexTable {
    const { lastInsertRowid } = this.db
      .prepare('INSERT INTO pesan_indexes(collection, v, multikey) VALUES (?, ?, 0)')
      .run(collection.id, encode(describeIndex(spec)));
    IndexTable.create(this.db, Number(lastInsertRowid));
    const index = new IndexTable(this.db, Number(lastInsertRowid), collection.id, spec, false);
    collection.fill(index);
    return index;
  }
}

function isNew(collection: Collection, spec: IndexSpec): boolean {
  const isOnId = compare(keyPattern(spec), keyPattern(ID_INDEX)) === 0;
  if (isOnId || spec.name === ID_INDEX.name) return false;
  const shown = describeIndex(spec);
  for (const { spec: known } of collection.indexes) {
    const isSame = compare(describeIndex(known), shown) === 0;
    if (isSame) return false;
    if (known.name === spec.name)
      throw new CommandError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index but other settings: ${spec.name}`,
      );
    const isSameButName = compare(describeIndex({ ...known, name: spec.name }), shown) === 0;
    if (isSameButName)
      throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${known.name}`);
    const hasSameKey = compare(keyPattern(known), keyPattern(spec)) === 0;
    const hasSamePartial = compare(known.partial ?? null, spec.partial ?? null) === 0;
    if (hasSameKey && hasSamePartial)
      throw new CommandError(
        'IndexOptionsConflict',
        `An equivalent index already exists with the name ${known.name} and other options`,
      );
  }
  return true;
}

function refuseBadName(namespace: string): void {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  if (name === '' || name.includes('$') || name.includes('\0') || namespace.length > 255)
    throw new CommandError('InvalidNamespace', `Invalid collection name: ${namespace}`);
}
