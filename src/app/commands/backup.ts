import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { type Config, readConfig } from '../../config.ts';
import { createClock } from '../../core/clock.ts';
import { createLogger } from '../../core/logger.ts';
import { writeBackup } from '../../store/backup/write-backup.ts';
import { connectStore } from '../../store/connect.ts';
import { openEmbeddedStore, StoreBusy } from '../../store/embedded/index.ts';
import { socketOf } from '../../store/embedded/server/lock.ts';
import { uriOf } from '../../store/embedded/server/socket-path.ts';

const log = createLogger('silent');

/** Writes a backup of the store that the settings name to a file; the number of documents in it. */
export async function backup(config: Config, file: string): Promise<number> {
  const now = createClock().now();
  return config.mongodbUri ? backupServer(config.mongodbUri, file, now) : backupEmbedded(config.dataDir, file, now);
}

async function backupServer(uri: string, file: string, now: Date): Promise<number> {
  const store = await connectStore(uri, log);
  try {
    const hello = await store.connection.db?.command({ hello: 1 });
    // Snapshot reads are what replica sets and sharded clusters have; a lone server has none.
    if (hello?.setName !== undefined || hello?.msg === 'isdbgrid') {
      const session = await store.connection.startSession({ snapshot: true });
      try {
        return await writeBackup(store.connection, file, now, session);
      } finally {
        await session.endSession();
      }
    }
    await refuseWhileRunning(store.connection);
    return await writeBackup(store.connection, file, now);
  } finally {
    await store.close();
  }
}

const WATCH_MS = 4_000;

async function refuseWhileRunning(connection: Connection): Promise<void> {
  const beats = async (): Promise<string> =>
    JSON.stringify(await connection.collection('leases').find({ released: false }).sort({ _id: 1 }).toArray());
  const before = await beats();
  await createClock().sleep(WATCH_MS);
  if ((await beats()) !== before) {
    throw new Error(
      'This MongoDB is a lone server, which cannot be read at one moment while the bot writes. Stop the bot first, or use a replica set.',
    );
  }
}

// While the bot runs only its own store may open the file: it writes a copy, and the copy is read here.
async function backupEmbedded(dataDir: string, file: string, now: Date): Promise<number> {
  try {
    const store = await openEmbeddedStore({ dir: dataDir, run: 'inline' });
    return await backupOpen(store, file, now);
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
  }
  const socket = socketOf(dataDir);
  if (socket === undefined)
    throw new Error(`The bot that owns ${dataDir} does not say where its store listens. Try again in a moment.`);
  const copy = await mkdtemp(join(dataDir, 'backup-'));
  const name = `copy-${process.pid}.sqlite`;
  try {
    const running = await connectStore(uriOf(socket), log);
    try {
      await running.connection.db?.command({ pesanSnapshot: 1, name });
    } finally {
      await running.close();
    }
    await rename(join(dataDir, name), join(copy, 'store.sqlite'));
    return await backupOpen(await openEmbeddedStore({ dir: copy, run: 'inline' }), file, now);
  } finally {
    await rm(copy, { recursive: true, force: true });
    await rm(join(dataDir, name), { force: true });
  }
}

async function backupOpen(
  store: Awaited<ReturnType<typeof openEmbeddedStore>>,
  file: string,
  now: Date,
): Promise<number> {
  const open = await connectStore(store.uri, log, store);
  try {
    return await writeBackup(open.connection, file, now);
  } finally {
    await open.close();
  }
}

async function main(): Promise<void> {
  const file = process.argv[2];
  if (file === undefined) throw new Error('Where to? npm run backup -- FILE');
  const documents = await backup(readConfig(), file);
  process.stdout.write(`${documents} documents in ${file}\n`);
}

if (import.meta.filename === process.argv[1]) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
