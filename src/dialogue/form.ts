import type { Json } from '../core/json.ts';
import type { Facts } from './facts.ts';
import { asObject, fieldValue, fill, filledOf, given, isRelevant, isSettled, unfill } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { closedName, formQuestion, isMany, limitsOf, offeredFields } from './form-question.ts';
import { readOpening } from './opening.ts';
import { acceptedName, problemsOf } from './problems.ts';
import { readByKind } from './read-value.ts';
import type { Filled, Line, Problem, Talk } from './talk.ts';
import { after, going, needing, type Turned, unasked, waiting } from './turned.ts';

/** Enters a form: it is filled from the message that opened the talk; entered again, it waits whatever is filled. */
export function enterForm(facts: Facts, talk: Talk, form: FormStep, problems: readonly Problem[] = []): Turned {
  const again = talk.answers[form.name] !== undefined;
  const { waits: _, problems: __, ...rest } = unasked({ ...talk, step: form.id });
  const entered = withPrefilled(
    {
      ...rest,
      ...(again && { waits: true }),
      answers: { ...talk.answers, [form.name]: filledOf(talk, form.name) },
    },
    form,
  );
  if (problems.length > 0) return askProblems(facts, { ...entered, checked: {} }, form, problems);
  return proceed(facts, readOpening(facts, entered, form), form);
}

// What an action filled for the form is collected to its end, and a pick of it is looked up in its list before it counts.
function withPrefilled(talk: Talk, form: FormStep): Talk {
  const filled = form.fields.filter((field) => fieldValue(talk, form, field.name) !== undefined);
  const closed = filled.filter(isMany).map((field) => closedName(form, field));
  const unlabelled = filled.filter(
    (field) => 'pick' in field.as && talk.labels?.[closedName(form, field)] === undefined,
  );
  const picked = unlabelled.map(({ name }) => [name, { picked: fieldValue(talk, form, name) ?? null }] as const);
  const left = unlabelled.reduce((so, { name }) => unfill(so, form, name), talk);
  return {
    ...left,
    ...(closed.length > 0 && { closed: [...new Set([...(talk.closed ?? []), ...closed])] }),
    ...(picked.length > 0 && { said: { ...talk.said, ...Object.fromEntries(picked) } }),
  };
}

/** Goes on with a form as far as it comes without an answer: to a question, to a look, or out of it. */
export function proceed(facts: Facts, talk: Talk, form: FormStep): Turned {
  if (talk.asking !== undefined && talk.more !== undefined) return ask(facts, talk, form);
  const filled = filledOf(talk, form.name);
  for (const field of form.fields) {
    if (!isRelevant(field, filled) || (isSettled(talk, form, field) && isCollected(talk, form, field))) continue;
    const turned = fieldNeeds(facts, talk, form, field);
    if (turned !== undefined) return turned;
  }
  return complete(facts, unasked(talk), form);
}

/** Asks the open question of a form, with its format before it when nothing is filled yet. */
export function ask(facts: Facts, talk: Talk, form: FormStep, before: readonly Line[] = []): Turned {
  const question = formQuestion(facts, talk, form);
  if (question === undefined) return after(before, proceed(facts, unasked(talk), form));
  const untouched = talk.more === undefined && Object.keys({ ...talk.said, ...filledOf(talk, form.name) }).length === 0;
  const format = form.format !== undefined && untouched && talk.formatted !== true ? [{ text: form.format }] : [];
  const asked = format.length > 0 ? { ...talk, formatted: true } : talk;
  return waiting(asked, [...before, ...format, ...question.lines]);
}

// What stands between a field and its being settled: its list, its words said earlier, what is kept, its question.
function fieldNeeds(facts: Facts, talk: Talk, form: FormStep, field: Field): Turned | undefined {
  const asked: Talk = talk.asking === field.name ? talk : { ...unasked(talk), asking: field.name };
  if ('pick' in field.as) {
    if (field.ask === undefined && talk.said?.[field.name] === undefined) return undefined;
    if (asked.offered !== undefined) return ask(facts, asked, form);
    return needing(asked, { type: 'list', list: field.as.pick, filled: given(talk, form) });
  }
  const said = asObject(talk.said?.[field.name]).said;
  if (typeof said === 'string') return readSaid(facts, asked, form, field, said);
  if (field.ask === undefined) return undefined;
  if (field.keep !== undefined && !isSettled(talk, form, field)) {
    if (talk.offer === undefined) return needing(unasked(talk), { type: 'kept' });
    if (offeredFields(talk, form).some((offer) => offer.field.name === field.name))
      return ask(facts, { ...unasked(talk), asking: 'offer' }, form);
  }
  return ask(facts, asked, form);
}

/** Reads words that were said for a field before it was reached. */
function readSaid(facts: Facts, talk: Talk, form: FormStep, field: Field, words: string): Turned {
  const { [field.name]: _, ...said } = talk.said ?? {};
  const left = { ...talk, said };
  const parsed = readByKind(facts, left, form, field, { text: words, files: [] });
  switch (parsed?.type) {
    case 'filled':
      return proceed(facts, settle(left, form, field, isMany(field) ? [parsed.value] : parsed.value), form);
    case 'several':
      return proceed(facts, settle(left, form, field, parsed.values), form);
    case 'more': {
      const { type: __, kept, ...more } = parsed;
      return ask(facts, { ...left, kept, more }, form);
    }
    case 'failed':
      return field.ask === undefined
        ? proceed(facts, left, form)
        : ask(facts, left, form, [{ text: parsed.why, ...(parsed.with && { with: parsed.with }) }]);
    case undefined:
      return proceed(facts, left, form);
  }
}

/** The talk with a field filled for good: a field with `many` is collected to its end. */
export function settle(talk: Talk, form: FormStep, field: Field, value: Json): Talk {
  const filled = unasked(fill(talk, form, { [field.name]: value }));
  return isMany(field)
    ? { ...filled, closed: [...new Set([...(talk.closed ?? []), closedName(form, field)])] }
    : filled;
}

/** True unless a field with `many` is still being collected. */
function isCollected(talk: Talk, form: FormStep, field: Field): boolean {
  if (!isMany(field) || (talk.closed ?? []).includes(closedName(form, field))) return true;
  const value = filledOf(talk, form.name)[field.name];
  // Passed over is collected too: there is nothing to collect.
  return value === null || (Array.isArray(value) && value.length >= limitsOf(field).max);
}

// All fields are settled: the check looks, problems are asked, the summary is shown, and the form is left.
function complete(facts: Facts, talk: Talk, form: FormStep): Turned {
  if (form.check !== undefined && talk.checked === undefined) {
    const input = given(talk, form);
    return needing(
      { ...talk, asking: 'check' },
      { type: 'look', flow: talk.flow, step: form.id, action: form.check, input },
    );
  }
  if ((talk.problems ?? []).length > 0) return ask(facts, { ...talk, asking: 'problem' }, form);
  if (form.confirm !== undefined || talk.waits === true) return ask(facts, { ...talk, asking: 'confirm' }, form);
  return going(talk, form.go);
}

/** Takes what the form's check came to. */
export function onChecked(facts: Facts, talk: Talk, form: FormStep, outcome: string, data: Json | undefined): Turned {
  const checked: Filled = asObject(data);
  if (outcome !== 'problems') return complete(facts, { ...unasked(talk), checked }, form);
  return askProblems(facts, { ...talk, checked }, form, problemsOf(data));
}

function askProblems(facts: Facts, talk: Talk, form: FormStep, found: readonly Problem[]): Turned {
  const problems = found.filter((problem) => !(talk.accepted ?? []).includes(acceptedName(talk, form, problem)));
  const [first] = problems;
  const { problems: _, ...rest } = unasked(talk);
  if (first === undefined) return complete(facts, { ...rest, checked: talk.checked ?? {} }, form);
  return ask(facts, { ...rest, problems, asking: 'problem' }, form);
}
