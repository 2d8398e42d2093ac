import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../core/nearest.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import { readYaml, type YamlPart } from '../core/yaml/yaml-source.ts';
import { mistakesOf } from '../core/yaml/zod-mistakes.ts';
import { FlowError } from '../dialogue/flow-error.ts';

const FILE = 'sop.yaml';

/** Loads the time limits of `sop.yaml`, a section a room; throws a FlowError with every mistake, each with its place. */
export function loadSop<S extends Readonly<Record<string, z.ZodType>>>(
  dir: string,
  shapes: S,
): { readonly [K in keyof S]: z.infer<S[K]> } {
  const { parts, mistakes } = readYaml(FILE, readFileSync(join(dir, FILE), 'utf8'));
  const part = parts[0];
  if (mistakes.length > 0 || !part) throw new FlowError(mistakes);
  // What a shop does not say keeps the limit of the house, so a section that is not there is an empty one.
  const whole = z.object(Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, shape])));
  const given = { ...Object.fromEntries(Object.keys(shapes).map((name) => [name, {}])), ...objectOf(part.value) };
  const read = whole.safeParse(given);
  const wrong = [
    ...strangeKeys(part, [], whole, part.value),
    ...(read.success ? [] : mistakesOf(read.error, part, [], part.value)),
  ];
  if (wrong.length > 0 || !read.success) throw new FlowError(wrong);
  return read.data as { readonly [K in keyof S]: z.infer<S[K]> };
}

// A misspelt limit would be silently ignored, and the shop would wonder why nothing changes.
function strangeKeys(part: YamlPart, path: readonly string[], shape: z.core.$ZodType, value: unknown): Mistake[] {
  const inner = unwrapped(shape);
  if (!(inner instanceof z.ZodObject)) return [];
  const known: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
  return Object.entries(objectOf(value)).flatMap(([key, below]) => {
    const field = known[key];
    const here = [...path, key];
    if (field === undefined)
      return [part.mistake(here, `no limit "${key}"`, didYouMean(key, Object.keys(known)), 'key')];
    return strangeKeys(part, here, field, below);
  });
}

function unwrapped(shape: z.core.$ZodType): z.core.$ZodType {
  if (shape instanceof z.ZodPrefault || shape instanceof z.ZodDefault || shape instanceof z.ZodOptional)
    return unwrapped(shape.unwrap());
  return shape instanceof z.ZodReadonly ? unwrapped(shape.unwrap()) : shape;
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
