import mongoose, { type Connection } from 'mongoose';
import type { Logger } from '../core/logger.ts';

mongoose.set('sanitizeFilter', true);

/** An open connection to MongoDB or to the embedded store, which look the same from here. */
export interface OpenStore {
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * Connects, and on the way out closes what `owner` opened (the embedded store).
 * Writes wait for a majority: a lone server's majority is itself.
 */
export async function connectStore(uri: string, log: Logger, owner?: { close(): Promise<void> }): Promise<OpenStore> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 12,
    w: 'majority',
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  });
  connection.on('error', (err) => log.error({ err }, 'store connection'));
  try {
    await connection.asPromise();
  } catch (error) {
    await owner?.close();
    throw error;
  }
  return {
    connection,
    close: async () => {
      await connection.close();
      await owner?.close();
    },
  };
}

/** Makes every collection and index that the rooms' models ask for; awaited before the first unique insert relies on one. */
export async function prepareStore(connection: Connection): Promise<void> {
  await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));
}
