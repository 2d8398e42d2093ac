import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';

/** The choices that can still be taken beside those that are: not the same again, and of a group only one. */
export function choicesLeft(offered: readonly ListChoice[], taken: readonly Json[]): readonly ListChoice[] {
  const used = new Set(taken.map((value) => JSON.stringify(value)));
  const groups = new Set(offered.filter(({ value }) => used.has(JSON.stringify(value))).map(({ group }) => group));
  return offered.filter(
    ({ value, group }) => !used.has(JSON.stringify(value)) && (group === undefined || !groups.has(group)),
  );
}

/** Of several choices picked at once the first of each group. */
export const oneOfEach = (choices: readonly ListChoice[]): readonly ListChoice[] =>
  choices.filter(({ group }, i) => group === undefined || choices.findIndex((other) => other.group === group) === i);
