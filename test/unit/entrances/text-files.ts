import { readdirSync } from 'node:fs';
import { relative } from 'node:path';

/** The files with the words of the house, as the program finds them. */
export const textFiles = (dir: string): readonly string[] =>
  readdirSync(`${dir}/texts`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(dir, `${entry.parentPath}/${entry.name}`))
    .sort();
