import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../../core/clock.ts';
import { Cursors } from '../commands/cursors.ts';
import { Catalog } from '../storage/catalog.ts';
import { removeExpired } from '../storage/expire.ts';
import { GroupCommit } from '../storage/group-commit.ts';
import { type Database, openDatabase } from '../storage/sqlite.ts';
import { WireServer } from './server.ts';

// MongoDB looks for expired documents once a minute.
const EXPIRE_EVERY_MS = 60_000;
// A child that lost its parent needs a moment to let go of the file.
const WAIT_FOR_FILE_MS = 5_000;

/** A store that runs in this process. */
export interface RunningStore {
  close(): Promise<void>;
  snapshot(file: string): void;
}

/** Opens the file in `dir` and serves it on the socket. */
export async function runStore(dir: string, socket: string, clock: Clock): Promise<RunningStore> {
  const db = openFile(join(dir, 'store.sqlite'));
  const commit = new GroupCommit(db);
  const catalog = new Catalog(db, commit);
  const cursors = new Cursors(() => clock.monotonic());
  const snapshot = (file: string): void => {
    commit.flush();
    writeSnapshot(db, file);
  };
  const server = new WireServer({
    catalog,
    commit,
    cursors,
    now: () => clock.now(),
    snapshot: (name) => snapshot(join(dir, name)),
  });
  // Whatever lies there is left by a process that was killed: this one has the lock.
  rmSync(socket, { force: true });
  await server.listen(socket);
  const expiring = setInterval(() => expire(catalog, commit, clock), EXPIRE_EVERY_MS);
  expiring.unref();
  return {
    close: async () => {
      clearInterval(expiring);
      commit.flush();
      await server.close();
      closeFile(db);
    },
    snapshot,
  };
}

function openFile(file: string): Database {
  const db = openDatabase(file, WAIT_FOR_FILE_MS);
  // The lock comes first: then the write-ahead log needs no shared memory. FULL: every commit is on the disk before it is told.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec('PRAGMA cache_size = -32768');
  db.exec('PRAGMA temp_store = MEMORY');
  db.exec('BEGIN EXCLUSIVE; COMMIT');
  return db;
}

// The package's `close` leaves the file open, and locked, while a statement is not collected yet; so the lock is given up
// first, which SQLite allows only outside the write-ahead log.
function closeFile(db: Database): void {
  db.exec('PRAGMA journal_mode = DELETE');
  db.exec('PRAGMA locking_mode = NORMAL');
  db.prepare('SELECT count(*) AS n FROM sqlite_schema').get();
  db.close();
}

function expire(catalog: Catalog, commit: GroupCommit, clock: Clock): void {
  try {
    removeExpired(catalog, clock.now());
  } catch (cause) {
    // A full disk must not end the store; the next round tries again.
    commit.abort(cause);
  }
}

// Beside its place first, then moved: whoever sees the file sees all of it.
function writeSnapshot(db: Database, file: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  sync(unfinished);
  renameSync(unfinished, file);
  sync(dirname(file));
}

function sync(path: string): void {
  const opened = openSync(path, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
