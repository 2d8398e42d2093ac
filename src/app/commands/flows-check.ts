import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLOWS_DIR, startApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createClock } from '../../core/clock.ts';
import { createLogger } from '../../core/logger.ts';
import { showMistake } from '../../core/yaml/mistake.ts';
import { FlowError } from '../../dialogue/flow-error.ts';

/** What a bad configuration ends with, as `sysexits.h` calls it. */
const EX_CONFIG = 78;

/** Checks a folder of flows as the program would load it, and prints every mistake on a line of its own; the exit code. */
export async function flowsCheck(dir: string, print: (line: string) => void): Promise<number> {
  // The house is put together as at the start, on a store that is thrown away: what the start would refuse is refused here.
  const dataDir = await mkdtemp(join(tmpdir(), 'pesan-check-'));
  const options = {
    clock: createClock(),
    log: createLogger('silent'),
    channels: [],
    store: 'inline',
    flowsDir: dir,
    seed: false,
  } as const;
  try {
    const app = await startApp(readConfig({ DATA_DIR: dataDir, SIMULATOR: 'off' }), options);
    await app.run(AbortSignal.abort());
    print(`the flows are fine: ${app.told}`);
    return 0;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    for (const mistake of error.mistakes) print(`flows/${showMistake(mistake)}`);
    print(`${error.mistakes.length} ${error.mistakes.length === 1 ? 'mistake' : 'mistakes'}`);
    return EX_CONFIG;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = await flowsCheck(process.argv[2] ?? FLOWS_DIR, (line) => void process.stdout.write(`${line}\n`));
}
