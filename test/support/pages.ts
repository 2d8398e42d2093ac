import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A file of the project, as text. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** True when the project has a file or folder of that path. */
export const isThere = (path: string): boolean => existsSync(join(ROOT, path));

/** The paths of all files below a folder whose names end so. */
export const filesUnder = (dir: string, ends: string): string[] =>
  readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ends))
    .map((name) => join(dir, name));

/** What the first group of a pattern catches in a text, each once. */
export const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, one = '']) => one)),
];

/** The first table of a page after a heading or sentence, as rows of cells. */
export function rowsBelow(page: string, start: string): string[][] {
  const [, after = ''] = page.split(start);
  const table = /\n\|[^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)/.exec(after)?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** All that the conversations of a desk say, as one text. */
export const flowsOf = (desk: string): string => filesUnder(`flows/${desk}`, '.yaml').map(read).join('\n');
