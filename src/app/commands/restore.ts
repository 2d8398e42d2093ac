import { type Config, readConfig } from '../../config.ts';
import { createClock } from '../../core/clock.ts';
import { createLogger } from '../../core/logger.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { connectStore } from '../../store/connect.ts';
import { openEmbeddedStore } from '../../store/embedded/index.ts';

/** Brings a backup into the empty store that the settings name; the number of documents in it. */
export async function restore(config: Config, file: string): Promise<number> {
  const log = createLogger('silent');
  const own = config.mongodbUri ? undefined : await openEmbeddedStore({ dir: config.dataDir, run: 'inline' });
  const store = await connectStore(config.mongodbUri ?? own?.uri ?? '', log, own);
  try {
    return await restoreBackup(store.connection, file, createClock().now());
  } finally {
    await store.close();
  }
}

async function main(): Promise<void> {
  const file = process.argv[2];
  if (file === undefined) throw new Error('From where? npm run restore -- FILE');
  const documents = await restore(readConfig(), file);
  process.stdout.write(
    `${documents} documents restored. The next start is careful: it answers, but sends no push from before and lets nothing fall due until the owner sends /lanjutkan.\n`,
  );
}

if (import.meta.filename === process.argv[1]) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
