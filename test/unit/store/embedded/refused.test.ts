import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './test-server.ts';

describe('what the embedded store leaves out', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    await server.connection.collection('c').insertOne({ a: 1 });
  });
  afterAll(() => server.close());

  const run = (command: object): Promise<unknown> => {
    if (!server.connection.db) throw new Error('not connected');
    return server.connection.db.command(command as Record<string, unknown>);
  };
  const pipeline = (...stages: object[]) => ({ aggregate: 'c', pipeline: stages, cursor: {} });
  const index = (more: object) => ({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'i', ...more }] });
  const find = (more: object) => ({ find: 'c', ...more });
  const updating = (u: unknown, more: object = {}) => ({ update: 'c', updates: [{ q: {}, u, ...more }] });

  const COMMANDS = [
    'bulkWrite',
    'mapReduce',
    'collMod',
    'renameCollection',
    'listDatabases',
    'compact',
    'validate',
    'dbStats',
    'collStats',
    'commitTransaction',
    'abortTransaction',
    'startSession',
    'refreshSessions',
    'killSessions',
    'saslStart',
    'createUser',
    'usersInfo',
    'replSetGetStatus',
    'shardCollection',
    'watch',
    'geoNear',
    'eval',
    'fsync',
    'shutdown',
    'getParameter',
  ];
  it.each(COMMANDS)('refuses the command %s by its name', async (name) => {
    await expect(run({ [name]: 1 })).rejects.toMatchObject({ code: 59, message: expect.stringContaining(name) });
  });

  const REFUSED: [command: object, code: number, name: string][] = [
    // filters
    [find({ filter: { $where: 'true' } }), 2, '$where'],
    [find({ filter: { $text: { $search: 'x' } } }), 2, '$text'],
    [find({ filter: { a: { $near: [0, 0] } } }), 2, '$near'],
    [find({ filter: { $jsonSchema: {} } }), 2, '$jsonSchema'],
    [find({ filter: { a: { $bitsAnySet: 1 } } }), 2, '$bitsAnySet'],
    [find({ collation: { locale: 'id' } }), 2, 'collation'],
    [find({ hint: { a: 1 } }), 2, 'hint'],
    [find({ let: { a: 1 } }), 2, 'let'],
    [find({ tailable: true }), 2, 'tailable'],
    [find({ min: { a: 1 } }), 2, 'min'],
    [find({ nosuch: 1 }), 40_415, 'nosuch'],
    [find({ sort: { a: { $meta: 'textScore' } } }), 2, '$meta'],
    [find({ sort: { a: 2 } }), 2, '$sort'],
    [find({ projection: { 'a.$': 1 } }), 2, 'a.$'],
    [find({ projection: { b: '$a' } }), 2, '$a'],
    [find({ readConcern: { level: 'snapshot' } }), 72, 'snapshot'],
    // updates
    [{ findAndModify: 'c', query: {}, update: [{ $set: { a: 1 } }] }, 2, 'pipeline'],
    [{ findAndModify: 'c', query: {}, update: { $bit: { a: { and: 1 } } } }, 9, '$bit'],
    [{ findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, collation: { locale: 'id' } }, 2, 'collation'],
    [{ insert: 'c', documents: [{}], writeConcern: { w: 2 } }, 2, "'w' > 1"],
    [{ insert: 'c', documents: [{}], txnNumber: 1, startTransaction: true }, 20, 'Transaction'],
    [{ insert: 'c', documents: [] }, 16, 'batch'],
    // pipelines
    [pipeline({ $out: 'x' }), 40_324, '$out'],
    [pipeline({ $merge: { into: 'x' } }), 40_324, '$merge'],
    [pipeline({ $graphLookup: {} }), 40_324, '$graphLookup'],
    [pipeline({ $changeStream: {} }), 40_324, '$changeStream'],
    [pipeline({ $sample: { size: 1 } }), 40_324, '$sample'],
    [pipeline({ $unionWith: 'x' }), 40_324, '$unionWith'],
    [pipeline({ $setWindowFields: {} }), 40_324, '$setWindowFields'],
    [pipeline({ $lookup: { from: 'c', let: {}, pipeline: [], as: 'x' } }), 2, 'let'],
    [pipeline({ $group: { _id: null, x: { $stdDevPop: '$a' } } }), 15_952, '$stdDevPop'],
    [pipeline({ $project: { x: { $dateTrunc: { date: '$a', unit: 'day' } } } }), 168, '$dateTrunc'],
    [pipeline({ $project: { x: { $function: {} } } }), 168, '$function'],
    [pipeline({ $project: { x: '$$NOW' } }), 168, '$$NOW'],
    [pipeline({ $match: { $expr: { $rand: {} } } }), 168, '$rand'],
    // indexes and collections
    [index({ key: { a: 'text' } }), 67, 'text'],
    [index({ key: { a: '2dsphere' } }), 67, '2dsphere'],
    [index({ key: { a: 'hashed' } }), 67, 'hashed'],
    [index({ key: { '$**': 1 } }), 67, 'wildcard'],
    [index({ key: { 'a.0': 1 } }), 67, 'a.0'],
    [index({ collation: { locale: 'id' } }), 197, 'collation'],
    [index({ hidden: true }), 197, 'hidden'],
    [index({ expireAfterSeconds: -1 }), 67, 'expireAfterSeconds'],
    [{ create: 'd', capped: true, size: 1000 }, 2, 'capped'],
    [{ create: 'd', timeseries: { timeField: 't' } }, 2, 'timeseries'],
    [{ create: 'd', viewOn: 'c', pipeline: [] }, 2, 'viewOn'],
    [{ create: 'd', validator: { a: 1 } }, 2, 'validator'],
    [{ create: 'a$b' }, 73, 'a$b'],
    [{ explain: { create: 'd' } }, 115, 'create'],
  ];
  it.each(REFUSED)('refuses %j with code %i and its name', async (command, code, name) => {
    await expect(run(command)).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it.each([
    [updating([{ $set: { a: 1 } }]), 2, 'pipeline'],
    [updating({ $bit: { a: { and: 1 } } }), 9, '$bit'],
    [updating({ $set: { a: 1 } }, { hint: 'i' }), 2, 'hint'],
    [updating({ $set: { a: 1 } }, { collation: { locale: 'id' } }), 2, 'collation'],
    [updating({ a: 1 }, { multi: true }), 9, 'multi'],
    [{ delete: 'c', deletes: [{ q: {}, limit: 1, hint: 'i' }] }, 2, 'hint'],
    [{ delete: 'c', deletes: [{ q: {}, limit: 2 }] }, 9, 'limit'],
  ])('refuses the write %j with code %i and its name', async (command, code, name) => {
    expect(await run(command)).toMatchObject({ writeErrors: [{ code, errmsg: expect.stringContaining(name) }] });
  });

  it('refuses a transaction before anything is written', async () => {
    const session = await server.connection.startSession();
    session.startTransaction();
    // The driver puts its own words around MongoDB's code 20.
    const write = server.connection.collection('t').insertOne({ a: 1 }, { session });
    await expect(write).rejects.toMatchObject({ originalError: expect.objectContaining({ code: 20 }) });
    await session.abortTransaction();
    await session.endSession();
    expect(await server.connection.collection('t').countDocuments()).toBe(0);
  });

  it('refuses a change stream', async () => {
    const stream = server.connection.collection('c').watch();
    await expect(stream.next()).rejects.toMatchObject({ code: 40_324 });
    await stream.close();
  });
});
