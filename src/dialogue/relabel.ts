import type { Json } from '../core/json.ts';
import { filledOf } from './filled.ts';
import type { FormStep } from './flow.ts';
import { plainText } from './plain-text.ts';
import type { Talk } from './talk.ts';

/** The labels of a picked list after some of it was taken away: each value keeps its own. */
export function relabel(
  talk: Talk,
  form: FormStep,
  name: string,
  values: readonly Json[],
): Readonly<Record<string, readonly string[]>> {
  const key = `${form.name}.${name}`;
  const before = filledOf(talk, form.name)[name];
  const old = Array.isArray(before) ? before.map((value: unknown) => JSON.stringify(value)) : [];
  const labels = values.map((value) => talk.labels?.[key]?.[old.indexOf(JSON.stringify(value))] ?? plainText(value));
  return { ...talk.labels, [key]: labels };
}
