// Builds the program into dist, when anything that it is built from has changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
/** Written last: where it is, the build came to its end. */
const stamp = join(dist, '.built-from');

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
const hash = createHash('sha256');
for (const path of [...settings.map((name) => join(root, name)), ...sources])
  hash.update(path).update(readFileSync(path));
const from = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== from) {
  rmSync(dist, { recursive: true, force: true });
  const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
  // What tsc does not carry over: the simulator page and its pictures, data files.
  for (const folder of ['web/page', 'understanding/data', 'demo/pictures'])
    if (existsSync(join(root, 'src', folder)))
      cpSync(join(root, 'src', folder), join(dist, folder), { recursive: true });
  writeFileSync(stamp, from);
}
