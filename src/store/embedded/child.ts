import { createClock } from '../../core/clock.ts';
import { type FromChild, ToChild } from './server/child-messages.ts';
import { type RunningStore, runStore } from './server/run-store.ts';

// The store in a process of its own. It ends when it is told to or when its parent is gone, whichever way.
let store: RunningStore | undefined;

process.on('message', (given) => {
  const message = ToChild.parse(given);
  switch (message.type) {
    case 'open':
      open(message.dir, message.socket);
      return;
    case 'snapshot':
      snapshot(message.id, message.file);
      return;
    case 'close':
      close();
  }
});
process.on('disconnect', close);
// Ctrl-C and a service's stop reach the whole group: the bot still has things to save, so only it ends the store.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

function open(dir: string, socket: string): void {
  runStore(dir, socket, createClock()).then(
    (opened) => {
      store = opened;
      tell({ type: 'opened' });
      if (!process.connected) close();
    },
    (cause) => {
      tell({ type: 'failed', reason: String(cause) });
      leave();
    },
  );
}

function snapshot(id: number, file: string): void {
  try {
    store?.snapshot(file);
    tell({ type: 'snapshot', id });
  } catch (cause) {
    tell({ type: 'snapshot', id, problem: String(cause) });
  }
}

function close(): void {
  const closing = store;
  store = undefined;
  if (closing) closing.close().then(leave, fail);
  else leave();
}

function fail(cause: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`embedded store: ${String(cause)}\n`);
  leave();
}

// Without the channel nothing keeps the process alive.
function leave(): void {
  if (process.connected) process.disconnect();
}

function tell(message: FromChild): void {
  if (process.connected) process.send?.(message);
}
