import { Long } from 'bson';
import { Raw } from '../bson/writable.ts';
import { CommandError } from '../errors.ts';
import type { Reply } from './context.ts';

// A cursor nobody asked for more of in ten minutes is closed, as MongoDB does it.
const IDLE_MS = 600_000;
// Room for the answer's own fields within MongoDB's largest document.
const MOST_BYTES = 16 * 1024 * 1024 - 16 * 1024;

interface Cursor {
  readonly namespace: string;
  readonly rest: Iterator<Buffer>;
  /** A document already taken from `rest` that did not fit. */
  held: Buffer | undefined;
  usedAt: number;
}

/** The results that clients have not fetched to their end. */
export class Cursors {
  private readonly open = new Map<number, Cursor>();
  private readonly monotonic: () => number;
  private last = 0;

  constructor(monotonic: () => number) {
    this.monotonic = monotonic;
  }

  /** The first batch of results; with a cursor for the rest where there is more. */
  first(namespace: string, results: Iterable<Buffer>, size: number, single: boolean): Reply {
    this.closeIdle();
    const cursor: Cursor = { namespace, rest: results[Symbol.iterator](), held: undefined, usedAt: this.monotonic() };
    const batch = this.take(cursor, size);
    const ended = single || this.isAtEnd(cursor);
    if (ended) cursor.rest.return?.();
    else this.open.set(++this.last, cursor);
    return reply('firstBatch', batch, ended ? 0 : this.last, namespace);
  }

  /** The next batch of a cursor. */
  more(id: number, namespace: string, size: number): Reply {
    const cursor = this.open.get(id);
    if (!cursor || cursor.namespace !== namespace)
      throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = this.monotonic();
    const batch = this.take(cursor, size);
    const ended = this.isAtEnd(cursor);
    if (ended) this.open.delete(id);
    return reply('nextBatch', batch, ended ? 0 : id, namespace);
  }

  /** Closes a cursor; false when there is none of this id. */
  close(id: number): boolean {
    this.open.get(id)?.rest.return?.();
    return this.open.delete(id);
  }

  /** Closes what still reads a collection that changes its shape. */
  closeAllOf(namespace: string): void {
    for (const [id, cursor] of this.open) if (cursor.namespace === namespace) this.close(id);
  }

  /** How many cursors are open. */
  get size(): number {
    return this.open.size;
  }

  private take(cursor: Cursor, size: number): Raw[] {
    const batch: Raw[] = [];
    let bytes = 0;
    while (batch.length < size) {
      const next = this.next(cursor);
      if (next === undefined) break;
      if (batch.length > 0 && bytes + next.length > MOST_BYTES) {
        cursor.held = next;
        break;
      }
      bytes += next.length + 8;
      batch.push(new Raw(next));
    }
    return batch;
  }

  private next(cursor: Cursor): Buffer | undefined {
    const { held } = cursor;
    cursor.held = undefined;
    if (held) return held;
    const { done, value } = cursor.rest.next();
    return done === true ? undefined : value;
  }

  private isAtEnd(cursor: Cursor): boolean {
    cursor.held = this.next(cursor);
    return cursor.held === undefined;
  }

  private closeIdle(): void {
    const now = this.monotonic();
    for (const [id, cursor] of this.open) if (now - cursor.usedAt > IDLE_MS) this.close(id);
  }
}

const reply = (name: 'firstBatch' | 'nextBatch', batch: readonly Raw[], id: number, ns: string): Reply => ({
  cursor: { [name]: batch, id: Long.fromNumber(id), ns },
});
