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
    return words === undefined || field.label === undefined ? [] : [`${facts.say(field.label)}: ${words}`];
  });
  if (shown.length > 0) return [{ text: 'engine.diubah', with: { daftar: shown.join('\n') } }];
  // What has no words of its own, a value of a list that was not looked up yet, is only said to be heard.
  return told.some((field) => field.ask !== undefined && isHeard(talk, form, field))
    ? [{ text: 'engine.dicatat' }]
    : [];
}

function inWords(facts: Facts, talk: Talk, form: FormStep, field: Field): string | undefined {
  const value = fieldValue(talk, form, field.name);
  if (value !== undefined) return show(facts, talk, form, field, value);
  // Words for a parser are asked about next; what a list will make of a choice is known to nobody yet.
  const { said } = asObject('pick' in field.as ? talk.said?.[field.name] : undefined);
  return typeof said === 'string' ? said : undefined;
}

const isHeard = (talk: Talk, form: FormStep, field: Field): boolean =>
  fieldValue(talk, form, field.name) !== undefined || asObject(talk.said?.[field.name]).picked !== undefined;
