import type { Connection } from 'mongoose';
import { createHouseMemory } from '../house-memory.ts';
import { BackupError, type KeptDocument, readBackup } from './format.ts';

const BATCH = 200;

/**
 * Brings a backup into an empty store. The whole file is read and checked before the first document is written; the first start
 * after it is careful.
 */
export async function restoreBackup(connection: Connection, file: string, now: Date): Promise<number> {
  const db = connection.db;
  if (!db) throw new Error('the store is not connected');
  const there = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of there) {
    if (name !== 'leases' && (await db.collection(name).findOne()) !== null) {
      throw new BackupError(
        `The store is not empty (there are ${name}). Restore into an empty one: another DATA_DIR or another database.`,
      );
    }
  }
  let total = 0;
  for await (const _ of readBackup(file)) total++;
  const memory = createHouseMemory(connection);
  await memory.begin(now);
  let batch: KeptDocument[] = [];
  const flush = async (): Promise<void> => {
    for (const name of new Set(batch.map((one) => one.collection))) {
      await db.collection(name).insertMany(batch.filter((one) => one.collection === name).map((one) => one.document));
    }
    batch = [];
  };
  for await (const kept of readBackup(file)) {
    if (kept.collection === 'house') {
      // The clock goes with the shop; the careful mark of an older restore says nothing about this one.
      const ahead = kept.document.aheadMs;
      if (typeof ahead === 'number') await memory.setAhead(ahead);
      continue;
    }
    batch.push(kept);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return total;
}
