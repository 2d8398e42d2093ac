import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../../core/errors.ts';
import { type Database, openDatabase, SQLITE_BUSY, sqliteCode } from '../storage/sqlite.ts';

/** Another bot owns the directory. */
export class StoreBusy extends Error {
  readonly code = 'store-busy' satisfies ErrorCode;
  readonly dir: string;
  readonly pid: number | undefined;

  constructor(dir: string, pid: number | undefined) {
    const who = pid === undefined ? 'another process' : `the process ${pid}`;
    super(
      `The data directory ${dir} is in use by ${who}. Stop that bot first, or give this one a DATA_DIR of its own.`,
    );
    this.name = 'StoreBusy';
    this.dir = dir;
    this.pid = pid;
  }
}

/** Owns a directory until it is released or this process ends, however it ends: the operating system holds the lock. */
export interface DirectoryLock {
  /** Writes down where the store listens, for a backup taken while the bot runs. */
  listensAt(socket: string): void;
  release(): void;
}

/** Takes the directory, or throws `StoreBusy` with the pid of who has it. */
export function lockDirectory(dir: string): DirectoryLock {
  const owner = join(dir, 'owner.json');
  const db = openDatabase(join(dir, 'owner.lock'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (sqliteCode(cause) === SQLITE_BUSY) throw new StoreBusy(dir, readPid(owner));
    throw cause;
  }
  writeFileSync(owner, JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  return {
    listensAt: (socket) => writeFileSync(owner, JSON.stringify({ pid: process.pid, socket }), { mode: 0o600 }),
    release: () => release(db),
  };
}

function release(db: Database): void {
  db.exec('ROLLBACK');
  db.close();
}

/** Where the store of the bot that owns a directory listens; undefined when nobody says so. */
export function socketOf(dir: string): string | undefined {
  return readOwner(join(dir, 'owner.json'))?.socket;
}

const Owner = z.object({ pid: z.number(), socket: z.string().optional() });

const readPid = (file: string): number | undefined => readOwner(file)?.pid;

function readOwner(file: string): z.infer<typeof Owner> | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The owner has the lock and has not written who it is yet: the refusal stands without a number.
    return undefined;
  }
}
