import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startStoreProxy } from './store-proxy.ts';

/** A store for one test: embedded and inline, or a database of its own on the server that MONGODB_URI names. */
export interface TestStore {
  readonly uri: string;
  close(): Promise<void>;
}

/** Opens an empty store; `close` leaves nothing behind. */
export async function openTestStore(): Promise<TestStore> {
  const server = process.env.MONGODB_URI;
  if (server) {
    const url = new URL(server);
    url.pathname = `/pesan_test_${randomBytes(6).toString('hex')}`;
    const uri = url.toString();
    return {
      uri,
      close: async () => {
        const proxy = await startStoreProxy(uri);
        const connection = await mongoose.createConnection(proxy.uri).asPromise();
        await connection.dropDatabase();
        await connection.close();
        await proxy.close();
      },
    };
  }
  const { openEmbeddedStore } = await import('../../src/store/embedded/index.ts');
  const dir = await mkdtemp(join(tmpdir(), 'pesan-test-'));
  const store = await openEmbeddedStore({ dir, run: 'inline' });
  return {
    uri: store.uri,
    close: async () => {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
