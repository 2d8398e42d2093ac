// What tsc does not carry over: the simulator page and its pictures, data files.
import { cpSync, existsSync } from 'node:fs';

const root = new URL('../', import.meta.url);
for (const folder of ['web/page', 'understanding/data', 'demo/pictures']) {
  const from = new URL(`src/${folder}`, root);
  if (existsSync(from)) cpSync(from, new URL(`dist/${folder}`, root), { recursive: true });
}
