import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { documentsContract } from './store-documents.contract.ts';
import { keysContract } from './store-keys.contract.ts';
import { modelsContract } from './store-models.contract.ts';
import { pipelinesContract } from './store-pipelines.contract.ts';
import { readingContract } from './store-reading.contract.ts';
import { updatesContract } from './store-updates.contract.ts';
import { type ContractServer, orderModel, type StoreWorld } from './store-world.ts';

export type { ContractServer };

/** What the product relies on, through mongoose and the driver; every server it runs on must keep it. */
export function storeContract(name: string, open: () => Promise<ContractServer>): void {
  describe(`the store on ${name}`, () => {
    let server: ContractServer;
    let connection: Connection;
    const db: StoreWorld['db'] = () => {
      if (!connection.db) throw new Error('not connected');
      return connection.db;
    };
    const world: StoreWorld = {
      db,
      orders: () => orderModel(connection),
      raw: (collection) => db().collection(collection),
    };

    beforeAll(async () => {
      server = await open();
      connection = await mongoose.createConnection(server.uri, { maxPoolSize: 20 }).asPromise();
      await world.orders().init();
    });
    afterAll(async () => {
      await connection?.close();
      await server?.close();
    });
    beforeEach(async () => {
      for (const { name: found } of await db().listCollections().toArray())
        if (found === 'orders') await world.raw(found).deleteMany({});
        else await db().dropCollection(found);
    });

    documentsContract(world);
    modelsContract(world);
    updatesContract(world);
    keysContract(world);
    readingContract(world);
    pipelinesContract(world);
  });
}
