import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const ENGINE = new URL('../../../flows/texts/', import.meta.url);

/** Writes files of a `flows/` folder of its own, with the engine's texts; the folder goes when the test is over. */
export function flowFiles(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'flows-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const language of ['id', 'en']) {
    const to = join(dir, 'texts', language, 'engine.yaml');
    mkdirSync(dirname(to), { recursive: true });
    cpSync(new URL(`${language}/engine.yaml`, ENGINE), to);
  }
  for (const [name, text] of Object.entries(files)) {
    const to = join(dir, name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
  return dir;
}
