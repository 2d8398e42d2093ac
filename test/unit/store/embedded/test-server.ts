import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { createClock } from '../../../../src/core/clock.ts';
import { Cursors } from '../../../../src/store/embedded/commands/cursors.ts';
import { WireServer } from '../../../../src/store/embedded/server/server.ts';
import { uriOf } from '../../../../src/store/embedded/server/socket-path.ts';
import { Catalog } from '../../../../src/store/embedded/storage/catalog.ts';
import { GroupCommit } from '../../../../src/store/embedded/storage/group-commit.ts';
import { type Database, openDatabase } from '../../../../src/store/embedded/storage/sqlite.ts';

/** A directory of a test's own. */
export const tempDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'pesan-embedded-'));

/** A server over a database in memory that the test can get at. */
export interface TestServer {
  readonly db: Database;
  readonly socket: string;
  readonly connection: Connection;
  close(): Promise<void>;
}

/** Starts a server and connects to it. */
export async function startServer(): Promise<TestServer> {
  const dir = await tempDir();
  const socket = join(dir, 's.sock');
  const clock = createClock();
  const db = openDatabase(':memory:');
  const commit = new GroupCommit(db);
  const catalog = new Catalog(db, commit);
  const cursors = new Cursors(() => clock.monotonic());
  const server = new WireServer({ catalog, commit, cursors, now: () => clock.now(), snapshot: () => undefined });
  await server.listen(socket);
  const connection = await mongoose.createConnection(uriOf(socket)).asPromise();
  return {
    db,
    socket,
    connection,
    close: async () => {
      await connection.close();
      await server.close();
      db.close();
      await rm(dir, { recursive: true });
    },
  };
}
