import type { Facts } from './facts.ts';
import { asObject, fieldValue, isSettled, show } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { type Line, QUESTIONS, type Talk } from './talk.ts';

/** Says back what was corrected or told in passing, so that nobody wonders whether it was heard; the summary shows it anyway. */
export function inPassing(
  facts: Facts,
  before: Talk,
  talk: Talk,
  form: FormStep,
  names: readonly string[],
): readonly Line[] {
  const { asking = '' } = before;
  if (QUESTIONS.some((question) => question !== 'offer' && question === asking)) return [];
  // An answer that tells more than was asked needs no word about the rest; it shows in what is asked next.
  const answered = names.includes(asking);
  const told = form.fields.filter(
    (field) => names.includes(field.name) && field.name !== asking && (!answered || isSettled(before, form, field)),
  );
  const shown = told.flatMap((field) => {
    const words = inWords(facts, talk, form, field);
    if (words === undefined) return [];
    return [`${field.label === undefined ? field.name : facts.say(field.label)}: ${words}`];
  });
  return shown.length === 0 ? [] : [{ text: 'engine.diubah', with: { daftar: shown.join('\n') } }];
}

function inWords(facts: Facts, talk: Talk, form: FormStep, field: Field): string | undefined {
  const value = fieldValue(talk, form, field.name);
  if (value !== undefined) return show(facts, talk, form, field, value);
  // Words for a parser are asked about next; what a list will make of a choice is known to nobody yet.
  const { said } = asObject('pick' in field.as ? talk.said?.[field.name] : undefined);
  return typeof said === 'string' && field.label !== undefined ? said : undefined;
}
