import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One command on its way through the proxy. */
interface PassingCommand {
  /** Counts the commands that read or write documents, from 1. */
  readonly n: number;
  readonly name: string;
}

/** A wire between a program and its store that can be watched, cut, and slowed. */
export interface StoreProxy {
  readonly uri: string;
  readonly commands: readonly PassingCommand[];
  /** Called when the answer to a command has come back from the store, before the program gets it. */
  afterEach(run: ((command: PassingCommand) => void) | undefined): void;
  /** Called before a command reaches the store. */
  beforeEach(run: ((command: PassingCommand) => void) | undefined): void;
  /** Ends all connections and refuses new ones. */
  cut(): void;
  mend(): void;
  /** Every answer is held back this long. */
  slow(ms: number): void;
  close(): Promise<void>;
}

const OP_MSG = 2013;
const TALK = new Set([
  'dropDatabase',
  'hello',
  'ismaster',
  'isMaster',
  'ping',
  'endSessions',
  'buildInfo',
  'getMore',
  'killCursors',
  'createIndexes',
  'create',
  'listIndexes',
]);

/** Puts a proxy before the store at `uri` (a unix socket's or a host's). */
export async function startStoreProxy(uri: string): Promise<StoreProxy> {
  const dir = await mkdtemp(join(tmpdir(), 'pesan-proxy-'));
  const path = join(dir, 'p.sock');
  const target = targetOf(uri);
  const commands: PassingCommand[] = [];
  const sockets = new Set<Socket>();
  let after: ((command: PassingCommand) => void) | undefined;
  let before: ((command: PassingCommand) => void) | undefined;
  let isCut = false;
  let delayMs = 0;
  let count = 0;

  const server: Server = createServer((client) => {
    if (isCut) return void client.destroy();
    const store = createConnection(target);
    const waiting = new Map<number, PassingCommand>();
    for (const socket of [client, store]) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        store.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    client.on(
      'data',
      framed((frame) => {
        const name = commandName(frame);
        if (name !== undefined && !TALK.has(name)) {
          const command = { n: ++count, name };
          commands.push(command);
          before?.(command);
          waiting.set(frame.readInt32LE(4), command);
        }
        if (!isCut) store.write(frame);
      }),
    );
    store.on(
      'data',
      framed((frame) => {
        const command = waiting.get(frame.readInt32LE(8));
        if (!command) raiseWireVersion(frame);
        if (command) after?.(command);
        if (isCut) return;
        if (delayMs > 0) setTimeout(() => client.write(frame), delayMs).unref();
        else client.write(frame);
      }),
    );
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));

  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `mongodb://${encodeURIComponent(path)}/${databaseOf(uri)}?directConnection=true`,
    commands,
    afterEach: (run) => {
      after = run;
    },
    beforeEach: (run) => {
      before = run;
    },
    cut: () => {
      isCut = true;
      endAll();
    },
    mend: () => {
      isCut = false;
    },
    slow: (ms) => {
      delayMs = ms;
    },
    close: async () => {
      endAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Cuts a byte stream into wire messages. */
function framed(take: (frame: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const size = rest.readInt32LE(0);
      take(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}

// The first element of the body's document is the command: type byte, then its name as a C string.
function commandName(frame: Buffer): string | undefined {
  if (frame.readInt32LE(12) !== OP_MSG || frame[20] !== 0) return undefined;
  const start = 21 + 4 + 1;
  return frame.toString('utf8', start, frame.indexOf(0, start));
}

const WIRE_VERSION = Buffer.from('maxWireVersion\0');
const MONGODB_4_4 = 9;
const MONGODB_7_0 = 21;

// mongo-java-server says it is older than it is: the driver then refuses to speak to it at all.
function raiseWireVersion(frame: Buffer): void {
  const at = frame.indexOf(WIRE_VERSION);
  if (at === -1) return;
  const version = frame.readInt32LE(at + WIRE_VERSION.length);
  if (version < MONGODB_4_4) frame.writeInt32LE(MONGODB_7_0, at + WIRE_VERSION.length);
}

function targetOf(uri: string): { path: string } | { host: string; port: number } {
  const host = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '';
  const plain = decodeURIComponent(host);
  if (plain.endsWith('.sock')) return { path: plain };
  const [name = '127.0.0.1', port = '27017'] = plain.split(':');
  return { host: name, port: Number(port) };
}

const databaseOf = (uri: string): string => /^mongodb:\/\/[^/]+\/([^?]*)/.exec(uri)?.[1] || 'pesan';
