import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { Mistake } from './mistake.ts';
import { type Path, readYaml, type YamlPart } from './yaml-source.ts';

/** The rules in a file of `flows/`, as their shape read them, and the file's document, which knows where everything stands. */
export interface DataFile<T> {
  readonly value: T;
  mistake(path: Path, found: string, right: string): Mistake;
}

/** Reads a YAML file of rules by its shape; all mistakes at once, each with its place. */
export function readDataFile<T>(
  file: string,
  text: string,
  shape: z.ZodType<T>,
): Result<DataFile<T>, readonly Mistake[]> {
  const { parts, mistakes } = readYaml(file, text);
  if (mistakes.length > 0) return err(mistakes);
  const [part] = parts;
  if (!part) return err([{ file, line: 1, column: 1, found: 'an empty file' }]);
  const read = shape.safeParse(part.value);
  if (read.success) return ok({ value: read.data, mistake: part.mistake });
  return err(read.error.issues.map((issue) => mistakeOf(part, issue)));
}

function mistakeOf(part: YamlPart, issue: z.core.$ZodIssue): Mistake {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const right = `${path.join('.')}${path.length > 0 ? ': ' : ''}${issue.message}`;
  const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (extra !== undefined) return part.mistake([...path, extra], `'${extra}'`, right, 'key');
  let found = part.value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return part.mistake(path, shown(found), right);
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
