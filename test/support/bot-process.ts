import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = `${ROOT}dist/main.js`;

/** The built program as a process of its own. */
export interface BotProcess {
  readonly pid: number;
  /** All that it printed. */
  output(): string;
  alive(): boolean;
  /** kill -9: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  end(): Promise<number | null>;
}

/** Where the page of a started bot is. */
export const pageOf = (bot: BotProcess): string => /Page +(http\S+)/.exec(bot.output())?.[1] ?? '';

/** Starts the built program and waits until it says that it runs. */
export async function startBot(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const running = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (text.includes('Pesan is running.')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    // A bot that is killed while it starts is no failure of the start.
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  await running;
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const exited = async (): Promise<void> => {
    if (!gone()) await once(child, 'exit');
  };
  return {
    pid: child.pid ?? 0,
    output: () => text,
    alive: () => !gone(),
    kill: async () => {
      child.kill('SIGKILL');
      await exited();
    },
    end: async () => {
      child.kill('SIGTERM');
      await exited();
      return child.exitCode;
    },
  };
}
