import { startApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createClock, SECOND } from './core/clock.ts';
import { createLogger } from './core/logger.ts';
import { FlowError } from './dialogue/flow-error.ts';
import { StoreBusy } from './store/embedded/server/lock.ts';

/** sysexits.h EX_CONFIG: the settings or the flows cannot be used as they are. */
const EX_CONFIG = 78;
/** Whatever is under way has this long to end after SIGTERM. */
const GRACE_MS = 9 * SECOND;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    setTimeout(() => process.exit(0), GRACE_MS).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  try {
    const config = readConfig();
    const app = await startApp(config, { clock: createClock(), log: createLogger(config.logLevel) });
    say(app.banner);
    await app.run(stop.signal);
    return 0;
  } catch (error) {
    return explain(error);
  }
}

/** What stands in the way, in words that say what to do; the exit code. */
function explain(error: unknown): number {
  if (error instanceof ConfigError) {
    complain(`These settings cannot be used (see .env.example):\n${error.message}`);
    return EX_CONFIG;
  }
  if (error instanceof FlowError) {
    complain(`These files cannot be used:\n${error.message}`);
    return EX_CONFIG;
  }
  if (error instanceof StoreBusy) {
    complain(error.message);
    return EX_CONFIG;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    complain(`The port is taken by another program: ${error.message}. Set PORT to a free one.`);
    return EX_CONFIG;
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

process.exitCode = await main();
