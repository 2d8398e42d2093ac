import { mkdirSync } from 'node:fs';
import { createClock } from '../../core/clock.ts';
import { startChild } from './server/child-store.ts';
import { lockDirectory, StoreBusy } from './server/lock.ts';
import { runStore } from './server/run-store.ts';
import { socketPlace, uriOf } from './server/socket-path.ts';

export { StoreBusy };

/** A MongoDB of our own: mongoose connects to `uri` as to any other. */
export interface EmbeddedStore {
  readonly uri: string;
  /** Resolves when all is on disk, the store is closed and the directory is free. */
  close(): Promise<void>;
  /** Writes a consistent copy of the whole store to a file, while it runs. */
  snapshot(file: string): Promise<void>;
}

/** Where the store lives and in which process. */
export interface EmbeddedOptions {
  /** Made with mode 0700 when it is missing; owned by one bot at a time. */
  readonly dir: string;
  /** `child` for the running bot, whose event loop then never waits for the disk; `inline` for tests. */
  readonly run: 'inline' | 'child';
  /** Told when the store is gone for good: its process ended again and again and is not started any more. */
  readonly onExit?: (reason: string) => void;
}

/** Starts the store; throws `StoreBusy` when another bot owns the directory. */
export async function openEmbeddedStore({ dir, run, onExit }: EmbeddedOptions): Promise<EmbeddedStore> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(dir);
  const socket = socketPlace(dir);
  lock.listensAt(socket.path);
  try {
    const running =
      run === 'child' ? await startChild(dir, socket.path, onExit) : await runStore(dir, socket.path, createClock());
    return {
      uri: uriOf(socket.path),
      snapshot: async (file) => running.snapshot(file),
      close: async () => {
        await running.close();
        socket.remove();
        lock.release();
      },
    };
  } catch (cause) {
    socket.remove();
    lock.release();
    throw cause;
  }
}
