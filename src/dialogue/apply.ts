import type { Json } from '../core/json.ts';
import { choicesLeft } from './choices-left.ts';
import type { Facts } from './facts.ts';
import { joined, parsedMeaning } from './field-meaning.ts';
import { asList, fieldValue, fill, filledOf, unfill } from './filled.ts';
import type { FormStep } from './flow.ts';
import { ask, proceed, settle } from './form.ts';
import { closedName, isMany, limitsOf, offeredFields } from './form-question.ts';
import { inPassing } from './in-passing.ts';
import { withLaterPicks } from './later-picks.ts';
import type { Meaning } from './meaning.ts';
import { addPicks, take } from './on-choices.ts';
import { withRead } from './opening.ts';
import { acceptedName } from './problems.ts';
import { asksTheSame } from './read-value.ts';
import { relabel } from './relabel.ts';
import type { Filled, Line, Talk } from './talk.ts';
import { after, going, type Turned, unasked } from './turned.ts';

/** How often a question is asked again before the form gives up. */
const TRIES = 3;

/** Takes what a reply means to the open question of a form, and goes on. */
export function applyToForm(facts: Facts, talk: Talk, form: FormStep, meaning: Meaning): Turned {
  const field = form.fields.find(({ name }) => name === ('field' in meaning ? meaning.field : talk.asking));
  switch (meaning.type) {
    case 'values':
      return takeValues(facts, talk, form, meaning.values, meaning.by);
    case 'collected': {
      if (field === undefined) return again(facts, talk, form);
      const left =
        meaning.values.length === 0
          ? unfill(talk, form, field.name)
          : fill(talk, form, { [field.name]: meaning.values });
      const { labels: _, ...rest } = left;
      const closed = (talk.closed ?? []).filter((name) => name !== closedName(form, field));
      const relabelled = 'pick' in field.as ? relabel(talk, form, field.name, meaning.values) : { ...talk.labels };
      const collected = { ...unasked({ ...rest, closed, labels: relabelled }), ...askingOf(talk, field.name) };
      return proceed(facts, withLaterPicks(talk, collected, form, [field.name]), form);
    }
    case 'picked': {
      if (field === undefined) return again(facts, talk, form);
      if (!isMany(field))
        return proceed(facts, withLaterPicks(talk, take(talk, form, field, meaning.choices), form, [field.name]), form);
      const added = addPicks(talk, form, field, meaning.choices);
      const all = filledOf(added, form.name)[field.name];
      const full =
        Array.isArray(all) && (all.length >= limitsOf(field).max || choicesLeft(talk.offered ?? [], all).length === 0);
      return proceed(facts, full ? settle(added, form, field, all) : { ...added, tries: 0 }, form);
    }
    case 'asked-back': {
      const { more, kept } = meaning;
      const tries = asksTheSame(talk, meaning) ? talk.tries + 1 : 0;
      if (tries >= TRIES)
        return fail(facts, talk, form, { type: 'failed', why: more.ask, ...(more.with && { with: more.with }) });
      return ask(facts, { ...unasked(talk), asking: meaning.field, more, kept, tries }, form);
    }
    case 'skip':
      return field === undefined
        ? again(facts, talk, form)
        : proceed(facts, unasked(fill(talk, form, { [field.name]: null })), form);
    case 'finish':
      return field === undefined
        ? again(facts, talk, form)
        : proceed(facts, settle(talk, form, field, filledOf(talk, form.name)[field.name] ?? []), form);
    case 'keep':
      return proceed(facts, unasked(talk), form);
    case 'take-offer':
      return proceed(facts, takeOffer(talk, form), form);
    case 'decline-offer':
      return proceed(facts, { ...unasked(talk), offer: {} }, form);
    case 'accept':
      return proceed(facts, acceptProblem(talk, form), form);
    case 'solve':
      return solve(facts, talk, form, meaning.value);
    case 'confirm':
      return going(unasked(talk), form.go);
    case 'edit':
      return ask(facts, { ...unasked(talk), asking: 'edit' }, form);
    case 'change':
      return change(facts, talk, form, meaning.field);
    case 'stay':
      return again(facts, talk, form);
    case 'failed':
      return fail(facts, talk, form, meaning);
    case 'choose':
    case 'leave':
      return again(facts, talk, form);
  }
}

/** Asks the open question once more. */
export function again(facts: Facts, talk: Talk, form: FormStep, before: readonly Line[] = []): Turned {
  const { leaving: _, ...rest } = talk;
  return ask(facts, rest, form, before);
}

/** How to get out of a question that is not understood. */
export const wayOut = ({ people }: Facts): string => (people ? 'engine.boleh-cs' : 'engine.boleh-batal');

function fail(facts: Facts, talk: Talk, form: FormStep, { why, with: values }: Meaning & { type: 'failed' }): Turned {
  const tries = talk.tries + 1;
  const field = form.fields.find(({ name }) => name === talk.asking);
  // Who has told enough to go on is not given up for words that nobody knows: what was collected would be lost.
  const collected = field !== undefined && isMany(field) && fieldValue(talk, form, field.name) !== undefined;
  const line: Line = { text: why, ...(values !== undefined && { with: values }) };
  if (tries < TRIES) return again(facts, { ...talk, tries }, form, [line]);
  if (form.give_up !== undefined && !collected)
    return going(unasked(talk), form.give_up, [{ text: 'engine.menyerah' }]);
  return again(facts, { ...talk, tries: 0 }, form, [line, { text: wayOut(facts) }]);
}

function takeValues(facts: Facts, talk: Talk, form: FormStep, values: Filled, by: 'parser' | 'reader'): Turned {
  const names = Object.keys(values);
  const filled =
    by === 'reader' ? withRead(talk, form, values) : names.reduce((so, name) => fillOne(so, form, name, values), talk);
  const stale = names.reduce((so, name) => (filled.said?.[name] === undefined ? so : unfill(so, form, name)), filled);
  const said = inPassing(facts, talk, stale, form, names);
  const next = unasked(withLaterPicks(talk, goneOn(talk, stale, form, names, by), form, names));
  // What a parser asked back stays asked when the answer was about something else.
  const { asking, more, kept } = talk;
  const open = asking !== undefined && more !== undefined && !names.includes(asking);
  return after(
    said,
    proceed(facts, open ? { ...next, asking, more, ...(kept !== undefined && { kept }) } : next, form),
  );
}

// Who is asked "anything else?" and gives the address has nothing else.
function goneOn(before: Talk, talk: Talk, form: FormStep, names: readonly string[], by: 'parser' | 'reader'): Talk {
  const asked = form.fields.find(({ name }) => name === before.asking);
  if (by !== 'reader' || before.more !== undefined || asked === undefined || names.includes(asked.name)) return talk;
  const enough = isMany(asked) && asList(fieldValue(talk, form, asked.name)).length >= Math.max(1, limitsOf(asked).min);
  return enough ? { ...talk, closed: [...new Set([...(talk.closed ?? []), closedName(form, asked)])] } : talk;
}

function fillOne(talk: Talk, form: FormStep, name: string, values: Filled): Talk {
  const field = form.fields.find((one) => one.name === name);
  const value = values[name];
  return field === undefined || value === undefined ? talk : settle(talk, form, field, value);
}

function takeOffer(talk: Talk, form: FormStep): Talk {
  const values = Object.fromEntries(offeredFields(talk, form).map(({ field, value }) => [field.name, value]));
  const closed = form.fields
    .filter((field) => field.name in values && isMany(field))
    .map((field) => closedName(form, field));
  return { ...unasked(fill(talk, form, values)), closed: [...(talk.closed ?? []), ...closed] };
}

// Once every problem is accepted the check looks again, now knowing it, so that the summary has its figures.
function acceptProblem(talk: Talk, form: FormStep): Talk {
  const [first, ...problems] = talk.problems ?? [];
  if (first === undefined) return unasked(talk);
  const accepted = [...(talk.accepted ?? []), acceptedName(talk, form, first)];
  const { checked, problems: _, ...rest } = unasked(talk);
  if (problems.length === 0) return { ...rest, accepted };
  return { ...rest, accepted, problems, ...(checked !== undefined && { checked }) };
}

function solve(facts: Facts, talk: Talk, form: FormStep, value: Json): Turned {
  const name = talk.asking === 'problem' ? talk.problems?.[0]?.field : talk.asking;
  const field = form.fields.find((one) => one.name === name);
  if (field === undefined) return again(facts, talk, form);
  if (talk.more !== undefined) {
    // What a parser asked back it reads itself, with what it kept; only a whole value is taken as it is.
    const meaning =
      typeof value === 'string'
        ? parsedMeaning(facts, talk, form, field, { text: value, files: [] })
        : joined(facts, talk, form, field, [value]);
    return meaning === undefined ? again(facts, talk, form) : applyToForm(facts, talk, form, meaning);
  }
  const filled = settle(talk, form, field, isMany(field) && !Array.isArray(value) ? [value] : value);
  return proceed(facts, withLaterPicks(talk, filled, form, [field.name]), form);
}

function change(facts: Facts, talk: Talk, form: FormStep, name: string): Turned {
  const field = form.fields.find((one) => one.name === name);
  if (field === undefined) return again(facts, talk, form);
  const open: Talk = {
    ...unasked(talk),
    asking: name,
    closed: (talk.closed ?? []).filter((one) => one !== closedName(form, field)),
  };
  if (!('pick' in field.as)) return ask(facts, open, form);
  if (isMany(field)) return proceed(facts, { ...unfill(open, form, name), asking: name }, form);
  return {
    type: 'stays',
    talk: open,
    lines: [],
    next: { type: 'list', list: field.as.pick, filled: filledOf(talk, form.name) },
  };
}

const askingOf = (talk: Talk, name: string): Partial<Talk> => ({
  ...(talk.offered !== undefined && talk.asking === name && { asking: name, offered: talk.offered }),
});
