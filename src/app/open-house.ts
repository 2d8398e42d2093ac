import type { Connection } from 'mongoose';
import type { Config } from '../config.ts';
import type { MovableClock } from '../core/clock.ts';
import { newSecret } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import { type Acts, createActs } from '../store/acts.ts';
import { type Buried, createBuried } from '../store/buried.ts';
import { type Claims, createClaims } from '../store/claims.ts';
import { connectStore } from '../store/connect.ts';
import { createPayers, type Payers } from '../store/duties.ts';
import { createFileSweep, type FileSweep } from '../store/file-sweep.ts';
import { createFiles, type Files } from '../store/files.ts';
import { createHouseMemory, type HouseMemory } from '../store/house-memory.ts';
import { createLeases, type Leases } from '../store/leases.ts';
import { createTries, type Tries } from '../store/tries.ts';
import { createWriter, type Writer } from '../store/writer.ts';

/** What every room is built on: the store and what stands right on it. */
export interface House {
  readonly connection: Connection;
  readonly clock: MovableClock;
  readonly log: Logger;
  readonly payers: Payers;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly buried: Buried;
  readonly leases: Leases;
  readonly writer: Writer;
  readonly files: Files;
  readonly sweep: FileSweep;
  readonly memory: HouseMemory;
  readonly tries: Tries;
  /** True on the embedded store, where nobody else can be alive. */
  readonly alone: boolean;
  close(): Promise<void>;
}

/** Opens the store that the settings name, or the embedded one, and what stands on it. */
export async function openHouse(
  config: Config,
  clock: MovableClock,
  log: Logger,
  run: 'child' | 'inline' = 'child',
): Promise<House> {
  const embedded = config.mongodbUri ? undefined : await openOwnStore(config.dataDir, run, log);
  const uri = config.mongodbUri ?? embedded?.uri ?? '';
  const { connection, close } = await connectStore(uri, log, embedded);
  const alone = embedded !== undefined;
  const memory = createHouseMemory(connection);
  clock.setOffset(await memory.aheadMs());
  const payers = createPayers();
  const buried = createBuried(connection);
  const files = createFiles(connection, clock);
  return {
    connection,
    clock,
    log,
    payers,
    claims: createClaims(connection),
    acts: createActs(connection),
    buried,
    leases: createLeases(connection, newSecret(), clock, { voidOld: alone }),
    writer: createWriter(connection),
    files,
    sweep: createFileSweep({ connection, clock, log, payers, buried, files }),
    memory,
    tries: createTries(connection),
    alone,
    close,
  };
}

// With MONGODB_URI set nothing of the embedded store is loaded.
async function openOwnStore(dir: string, run: 'child' | 'inline', log: Logger) {
  const { openEmbeddedStore } = await import('../store/embedded/index.ts');
  return openEmbeddedStore({ dir, run, onExit: (reason) => log.fatal({ reason }, 'embedded store gone') });
}
