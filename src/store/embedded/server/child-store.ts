import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FromChild, type ToChild } from './child-messages.ts';

/** A store in a process of its own. */
export interface ChildStore {
  close(): Promise<void>;
  snapshot(file: string): Promise<void>;
}

// A store that ends this often without having served is not going to.
const MOST_FAILURES = 3;

/** Starts the store's process, and starts it again whenever it ends; resolves once it serves. */
export async function startChild(dir: string, socket: string, onExit?: (reason: string) => void): Promise<ChildStore> {
  const keeper = new Keeper(dir, socket, onExit ?? (() => undefined));
  await keeper.start();
  return keeper;
}

class Keeper implements ChildStore {
  private readonly dir: string;
  private readonly socket: string;
  private readonly onExit: (reason: string) => void;
  private readonly snapshots = new Map<number, (problem: string | undefined) => void>();
  private child: ChildProcess | undefined;
  private closing = false;
  private lastSnapshot = 0;

  constructor(dir: string, socket: string, onExit: (reason: string) => void) {
    this.dir = dir;
    this.socket = socket;
    this.onExit = onExit;
  }

  async start(): Promise<void> {
    const child = await this.launch();
    child.once('exit', (code, signal) => this.ended(`the store's process ended (${signal ?? code})`));
  }

  async snapshot(file: string): Promise<void> {
    const id = ++this.lastSnapshot;
    const problem = await new Promise<string | undefined>((resolve) => {
      this.snapshots.set(id, resolve);
      if (!this.tell({ type: 'snapshot', id, file })) resolve('the store is just being started again');
    });
    this.snapshots.delete(id);
    if (problem !== undefined) throw new Error(`The snapshot ${file} was not written: ${problem}`);
  }

  async close(): Promise<void> {
    this.closing = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.tell({ type: 'close' });
    await ended;
  }

  /** Starts a process and resolves once it serves. */
  private launch(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(ENTRY), [], {
      execArgv: [...LOADER, QUIET],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null): void =>
        reject(new Error(`The store's process ended while it started (${signal ?? code})`));
      child.once('error', reject);
      child.once('exit', ended);
      child.on('message', (given) => {
        const message = FromChild.parse(given);
        switch (message.type) {
          case 'opened':
            child.off('exit', ended);
            resolve(child);
            return;
          case 'failed':
            reject(new Error(`The store could not be opened: ${message.reason}`));
            return;
          case 'snapshot':
            this.snapshots.get(message.id)?.(message.problem);
        }
      });
      this.tell({ type: 'open', dir: this.dir, socket: this.socket });
    });
  }

  private ended(reason: string): void {
    for (const resolve of this.snapshots.values()) resolve(reason);
    if (!this.closing) void this.restart(reason);
  }

  // The driver waits for the same socket to come back, so a killed store is a pause, not an outage.
  private async restart(reason: string): Promise<void> {
    let last = reason;
    for (let failures = 0; failures < MOST_FAILURES && !this.closing; failures++) {
      try {
        await this.start();
        return;
      } catch (cause) {
        last = String(cause);
        await wait(100 * 2 ** failures);
      }
    }
    if (!this.closing) this.onExit(last);
  }

  private tell(message: ToChild): boolean {
    if (!this.child?.connected) return false;
    return this.child.send(message);
  }
}

// From sources (tests, `npm run dev`) the child needs the loader that this process runs under; built, it needs nothing.
const FROM_SOURCES = import.meta.url.endsWith('.ts');
const ENTRY = new URL(FROM_SOURCES ? '../child.ts' : '../child.js', import.meta.url);
// Node calls its own SQLite experimental; the owner of a shop need not hear of it.
const QUIET = '--disable-warning=ExperimentalWarning';
const LOADER = FROM_SOURCES ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
