import { CommandError } from '../errors.ts';
import { type Database, SQLITE_FULL, SQLITE_IOERR, type Statement, sqliteCode } from './sqlite.ts';

/** Who waits for the turn's commit: told when it is safe on disk, or why it is not. */
export interface Waiter {
  committed(): void;
  failed(cause: unknown): void;
}

/**
 * Gathers all writes of one turn of the event loop into one transaction and one fsync. Whatever is answered in that turn
 * waits for it, reads included, so that nobody is told what a crash could still take back.
 */
export class GroupCommit {
  private readonly db: Database;
  private waiting: Waiter[] = [];
  private takenBack: () => void = () => undefined;
  private open = false;
  private readonly begins: Statement;
  private readonly commits: Statement;

  constructor(db: Database) {
    this.db = db;
    this.begins = db.prepare('BEGIN IMMEDIATE');
    this.commits = db.prepare('COMMIT');
  }

  /** Says who must look at the disk again when writes were taken back. */
  onTakenBack(work: () => void): void {
    this.takenBack = work;
  }

  /** Opens the turn's transaction, if it is not open yet. Called before the first write of every operation. */
  begin(): void {
    if (this.open) return;
    this.begins.run();
    this.open = true;
    setImmediate(() => this.flush());
  }

  /** Tells the waiter once all that was written so far is on disk; at once when nothing waits to be. */
  afterCommit(waiter: Waiter): void {
    if (this.open) this.waiting.push(waiter);
    else waiter.committed();
  }

  /** Commits what is open and tells who waits. */
  flush(): void {
    if (!this.open) return;
    try {
      this.commits.run();
    } catch (cause) {
      this.abort(cause);
      return;
    }
    this.open = false;
    const told = this.waiting;
    this.waiting = [];
    for (const waiter of told) waiter.committed();
  }

  /** Takes back all that was written in this turn: SQLite failed half way. Nobody was told yet, so nothing told is lost. */
  abort(cause: unknown): void {
    if (!this.open) return;
    this.open = false;
    this.rollBack();
    const told = this.waiting;
    this.waiting = [];
    for (const waiter of told) waiter.failed(cause);
  }

  /** Does a piece of work in a transaction of its own, committed at its end or taken back as a whole. */
  alone<T>(work: () => T): T {
    this.flush();
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (cause) {
      this.rollBack();
      throw cause;
    }
  }

  private rollBack(): void {
    try {
      this.db.exec('ROLLBACK');
    } catch (cause) {
      // SQLite may have rolled back on its own (a full disk); then there is nothing left to take back.
      if (!String(cause).includes('no transaction is active')) throw cause;
    }
    this.takenBack();
  }
}

/** An error of SQLite as MongoDB would put it; undefined for an error of ours. */
export function storageError(cause: unknown): CommandError | undefined {
  switch (sqliteCode(cause)) {
    case undefined:
      return undefined;
    case SQLITE_FULL:
      return new CommandError('OutOfDiskSpace', 'the disk is full: nothing of this write was kept', { cause });
    case SQLITE_IOERR:
      return new CommandError('InternalError', `the disk failed: ${String(cause)}`, { cause });
    default:
      return new CommandError('InternalError', `SQLite: ${String(cause)}`, { cause });
  }
}
