import { showMistake } from '../core/yaml/mistake.ts';
import type { Catalog } from './check.ts';
import { FlowError } from './flow-error.ts';
import { loadFlows } from './load.ts';

/** What `flows:check` ends with when a file cannot be used, as `sysexits.h` calls a bad configuration. */
const BAD_CONFIGURATION = 78;

/** Checks `flows/` as the program would load it, prints every mistake on a line of its own, and gives the exit code. */
export function checkCommand(dir: string, catalogs: readonly Catalog[], print: (line: string) => void): number {
  try {
    const { of, texts } = loadFlows(dir, catalogs);
    const counted = Object.entries(of).map(([desk, flows]) => `${desk} ${flows.length}`);
    print(`flows are fine: ${counted.join(', ')}; ${texts.keys.length} texts`);
    return 0;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    for (const mistake of error.mistakes) print(`${dir}/${showMistake(mistake)}`);
    print(`${error.mistakes.length} ${error.mistakes.length === 1 ? 'mistake' : 'mistakes'}`);
    return BAD_CONFIGURATION;
  }
}
