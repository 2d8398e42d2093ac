import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the program before the end-to-end tests, which run what a user runs; once a run, and only when something changed. */
export default function buildOnce(): void {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync('npm', ['run', 'build', '--silent'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
