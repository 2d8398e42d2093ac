import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';
import type { Facts } from './facts.ts';
import { asList, asObject, fieldValue, fill } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { ask, proceed, settle } from './form.ts';
import { closedName, isMany } from './form-question.ts';
import { matchOption } from './match.ts';
import { numbered } from './option.ts';
import type { Line, Talk } from './talk.ts';
import { going, type Turned, unasked } from './turned.ts';

/** Takes the live choices of the pick that is asked: none, one, what was said before, or a question. */
export function onFieldChoices(facts: Facts, talk: Talk, form: FormStep, choices: readonly ListChoice[]): Turned {
  const field = form.fields.find(({ name }) => name === talk.asking);
  if (field === undefined) return proceed(facts, unasked(talk), form);
  const { [field.name]: said, ...others } = talk.said ?? {};
  const left: Talk = { ...talk, said: others };
  if (choices.length === 0) return withoutChoices(facts, left, form, field);

  const there = fieldValue(talk, form, field.name);
  const meant = there === undefined ? meantBy(talk, field, said, choices) : meantBy(talk, field, said, choices, false);
  if (meant.length > 0) return proceed(facts, take(left, form, field, meant), form);
  const [single] = choices;
  const why = whyNot(talk, form, field, said);
  if (choices.length === 1 && single !== undefined && !field.optional) {
    const only: readonly Line[] =
      there === undefined ? why : [{ text: 'engine.hanya-satu-pilihan', with: { nilai: single.label } }];
    const turned = proceed(facts, take(left, form, field, [single]), form);
    return { ...turned, lines: [...only, ...turned.lines] };
  }
  if (field.ask === undefined) return proceed(facts, unasked(left), form);
  return ask(facts, { ...left, offered: choices }, form, why);
}

/** The talk with choices taken for a pick, remembered with their labels. */
export function take(talk: Talk, form: FormStep, field: Field, choices: readonly ListChoice[]): Talk {
  const values = choices.map(({ value }) => value);
  const settled = settle(talk, form, field, isMany(field) ? values : (values[0] ?? null));
  return { ...settled, labels: { ...talk.labels, [`${form.name}.${field.name}`]: choices.map(({ label }) => label) } };
}

/** The talk with choices added to a pick of several, which goes on being asked. */
export function addPicks(talk: Talk, form: FormStep, field: Field, choices: readonly ListChoice[]): Talk {
  const label = `${form.name}.${field.name}`;
  const open = (talk.closed ?? []).filter((name) => name !== closedName(form, field));
  const values = [...asList(fieldValue(talk, form, field.name)), ...choices.map(({ value }) => value)];
  const labels = [
    ...(values.length > choices.length ? (talk.labels?.[label] ?? []) : []),
    ...choices.map((choice) => choice.label),
  ];
  return { ...fill(talk, form, { [field.name]: values }), closed: open, labels: { ...talk.labels, [label]: labels } };
}

function withoutChoices(facts: Facts, talk: Talk, form: FormStep, field: Field): Turned {
  if (field.none !== undefined) return going(unasked(talk), field.none);
  if (field.optional) return proceed(facts, unasked(fill(talk, form, { [field.name]: null })), form);
  if (isMany(field)) return proceed(facts, settle(talk, form, field, []), form);
  const line: Line = { text: 'engine.tidak-ada-pilihan' };
  return going(unasked(talk), form.give_up ?? ABANDON, [line]);
}

/** Where a form without `give_up` goes when it cannot go on: the talk ends as cancelled. */
export const ABANDON = '#abandon';

// What was said or picked before; at first also the code of the button or of the quoted message that opened the talk.
function meantBy(
  talk: Talk,
  field: Field,
  said: Json | undefined,
  choices: readonly ListChoice[],
  first = true,
): readonly ListChoice[] {
  const { picked, said: words } = asObject(said);
  if (picked !== undefined) {
    const wanted = (isMany(field) ? asList(picked) : [picked]).map((value) => JSON.stringify(value));
    return choices.filter(({ value }) => wanted.includes(JSON.stringify(value)));
  }
  if (typeof words === 'string') return matchWords(talk, field, words, choices);
  const { code, about } = asObject(talk.answers.start);
  const codes = first ? [code, about].filter((one) => typeof one === 'string') : [];
  const coded = choices.filter(({ value, words: also = [] }) =>
    codes.some((one) => value === one || also.includes(one)),
  );
  return isMany(field) ? coded : coded.slice(0, 1);
}

function matchWords(talk: Talk, field: Field, words: string, choices: readonly ListChoice[]): readonly ListChoice[] {
  const options = choices.map((choice) =>
    numbered(talk, field.name, choice.value, choice.label, { type: 'choose', choice }, choice.words),
  );
  const parts = isMany(field) ? words.split(/[,;\n]|\bdan\b|&/) : [words];
  return parts.flatMap((part) => {
    const meaning = matchOption(part, options)?.meaning;
    return meaning?.type === 'choose' ? [meaning.choice] : [];
  });
}

function whyNot(talk: Talk, form: FormStep, field: Field, said: Json | undefined): readonly Line[] {
  const { picked, said: words } = asObject(said);
  if (typeof words === 'string') return [{ text: 'engine.tidak-ada-di-pilihan', with: { nilai: words.slice(0, 60) } }];
  const old = talk.labels?.[`${form.name}.${field.name}`]?.join(', ');
  return picked === undefined || old === undefined ? [] : [{ text: 'engine.tidak-ada-lagi', with: { nilai: old } }];
}
