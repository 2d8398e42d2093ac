import { z } from 'zod';
import { shortHash } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { asObject, filledOf } from './filled.ts';
import type { FormStep } from './flow.ts';
import type { Filled, Problem, Talk } from './talk.ts';

const json: z.ZodType<Json> = z.json();
const problem = z.object({
  field: z.string(),
  text: z.string(),
  with: z.record(z.string(), json).exactOptional(),
  choices: z.array(z.object({ value: json, label: z.string() })).exactOptional(),
});

/** The data of an outcome `problems`: what was found, beside whatever the summary shows. */
export const withProblems = (problems: readonly Problem[], data: Filled = {}): Json => ({
  ...data,
  problems: problems.map(asJson),
});

/** The problems that an outcome's data carries. */
export function problemsOf(data: Json | undefined): readonly Problem[] {
  const { problems } = asObject(data);
  return problems === undefined ? [] : z.array(problem).parse(problems);
}

/** The name under which an accepted problem is remembered: `<field>/<text>#<hash of the value and the figures told>`. */
export function acceptedName(talk: Talk, form: FormStep, { field, text, with: values = {} }: Problem): string {
  return `${field}/${text}#${shortHash(JSON.stringify([filledOf(talk, form.name)[field] ?? null, values])).slice(0, 8)}`;
}

const asJson = ({ field, text, with: values, choices }: Problem): Json => ({
  field,
  text,
  ...(values !== undefined && { with: values }),
  ...(choices !== undefined && { choices: choices.map(({ value, label }) => ({ value, label })) }),
});
