import type { z } from 'zod';
import type { Json } from '../core/json.ts';
import type { Action } from './action.ts';
import { DialogueBug } from './bug.ts';
import { type Facts, formsOf } from './facts.ts';
import type { Called } from './session.ts';

/** The input as the action wants it. */
export const inputFor = (action: Action, input: Json): z.ZodSafeParseResult<unknown> => action.input.safeParse(input);

/** Which fields of a form do not fit an action's input (after its file has changed); anything else is a bug of the house. */
export function misfits(facts: Facts, flowName: string, stepId: string, action: string, error: z.ZodError): Called {
  const flow = facts.flows.get(flowName);
  const step = flow?.steps.find(({ id }) => id === stepId);
  const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))];
  const given = step?.type === 'call' ? step.with : step?.type === 'form' ? `$${step.name}` : undefined;
  const sources = names.map((name) =>
    typeof given === 'object' ? (given[name] ?? '').replace(/^\$/, '') : `${(given ?? '').replace(/^\$/, '')}.${name}`,
  );
  for (const form of flow === undefined ? [] : formsOf(flow)) {
    const fields = form.fields
      .map(({ name }) => name)
      .filter((name) => sources.includes(name) || sources.includes(`${form.name}.${name}`));
    if (fields.length > 0) return { type: 'misfit', form: form.name, fields };
  }
  const where = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', ');
  throw new DialogueBug(`the input of ${action} in "${flowName}" does not fit: ${where}`);
}
