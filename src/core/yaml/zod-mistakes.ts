import type { z } from 'zod';
import { didYouMean } from '../nearest.ts';
import { describe } from './describe.ts';
import type { Mistake } from './mistake.ts';
import type { Path, YamlPart } from './yaml-source.ts';

/** The mistakes that zod found in a piece of a YAML document, each at its own place. */
export function mistakesOf(
  error: z.ZodError,
  part: YamlPart,
  base: Path,
  input: unknown,
  keys: readonly string[] = [],
): readonly Mistake[] {
  return error.issues.flatMap(flatten).flatMap((issue): readonly Mistake[] => {
    const path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        part.mistake(
          [...path, key],
          `unknown key "${key}"`,
          issue.path.length === 0 ? didYouMean(key, keys) : undefined,
          'key',
        ),
      );
    }
    return [part.mistake(path, ...wordsOf(issue, at(input, issue.path)))];
  });
}

// Of a union that fits nowhere, the branch that came furthest into the value says what is wrong with it.
function flatten(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(flatten));
  const [best] = branches.toSorted((a, b) => depth(b) - depth(a));
  if (best === undefined) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(
    0,
    ...issues.map(
      (issue) =>
        issue.path.length * 2 +
        (issue.code === 'unrecognized_keys' ? 1 : 0) -
        (issue.code === 'invalid_type' ? 0.5 : 0),
    ),
  );

function wordsOf(issue: z.core.$ZodIssue, found: unknown): [string, string?] {
  if (issue.code === 'invalid_value') {
    return [`found ${describe(found)}`, `right would be ${issue.values.map((value) => String(value)).join(', ')}`];
  }
  if (issue.code === 'invalid_type') {
    const own = issue.message.startsWith('Invalid input') ? undefined : issue.message;
    const quote = issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean');
    return [
      own ?? `found ${describe(found)}, where ${issue.expected} is meant`,
      ...(quote ? ([`put it in quotes: "${String(found)}"`] satisfies [string]) : ([] satisfies [])),
    ];
  }
  return [typeof found === 'string' ? `"${found}": ${issue.message}` : issue.message];
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  let here = input;
  for (const key of path) here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  return here;
}
