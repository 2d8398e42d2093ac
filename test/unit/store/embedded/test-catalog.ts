import { addDocument } from '../../../../src/store/embedded/commands/insert.ts';
import { Catalog } from '../../../../src/store/embedded/storage/catalog.ts';
import type { Collection } from '../../../../src/store/embedded/storage/collection.ts';
import { GroupCommit } from '../../../../src/store/embedded/storage/group-commit.ts';
import { readIndexSpec } from '../../../../src/store/embedded/storage/index-spec.ts';
import { type Database, openDatabase } from '../../../../src/store/embedded/storage/sqlite.ts';
import { doc } from './doc.ts';

type Plain = Record<string, unknown>;

/** A catalog in memory. */
export interface TestCatalog {
  readonly db: Database;
  readonly catalog: Catalog;
  readonly commit: GroupCommit;
  /** A collection with these documents and indexes. */
  collection(name: string, docs: readonly Plain[], indexes?: readonly Plain[]): Collection;
  close(): void;
}

/** Opens an empty catalog in memory. */
export function testCatalog(): TestCatalog {
  const db = openDatabase(':memory:');
  const commit = new GroupCommit(db);
  const catalog = new Catalog(db, commit);
  return {
    db,
    catalog,
    commit,
    collection: (name, docs, indexes = []) => {
      const collection = catalog.ensure(`test.${name}`);
      catalog.createIndexes(
        collection,
        indexes.map((index, i) => readIndexSpec(doc({ name: `index-${i}`, ...index }))),
      );
      for (const plain of docs) addDocument(collection, doc(plain));
      commit.flush();
      return collection;
    },
    close: () => {
      commit.flush();
      db.close();
    },
  };
}
