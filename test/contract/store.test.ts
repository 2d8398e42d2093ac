import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { describe, it } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { type ContractServer, storeContract } from './store.contract.ts';

const embedded = (run: 'inline' | 'child') => async (): Promise<ContractServer> => {
  const dir = await mkdtemp(join(tmpdir(), 'pesan-contract-'));
  const store = await openEmbeddedStore({ dir, run });
  return {
    uri: store.uri,
    close: async () => {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
};

storeContract('the embedded store, inline', embedded('inline'));
storeContract('the embedded store, in a process of its own', embedded('child'));

const { MONGODB_URI } = process.env;
if (MONGODB_URI) storeContract('the server of MONGODB_URI', async () => real(MONGODB_URI));
else
  describe('the store on a real server', () =>
    it.skip('runs the same suite when MONGODB_URI names one', () => undefined));

async function real(server: string): Promise<ContractServer> {
  const url = new URL(server);
  url.pathname = `/pesan_contract_${randomBytes(6).toString('hex')}`;
  return {
    uri: url.href,
    close: async () => {
      const connection = await mongoose.createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
