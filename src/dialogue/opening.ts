import type { Json } from '../core/json.ts';
import type { Facts } from './facts.ts';
import { asObject, fill, filledOf, isRelevant } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { closedName, isMany } from './form-question.ts';
import { isFree, readerValues } from './other-fields.ts';
import { readByKind } from './read-value.ts';
import type { Filled, Reply, Talk } from './talk.ts';

/** Fills a form from the message that opened its talk: what its reader finds, files and places, the words of a command. */
export function readOpening(facts: Facts, talk: Talk, form: FormStep): Talk {
  const { opening, ...rest } = talk;
  if (opening === undefined) return talk;
  const read = withRead(rest, form, readerValues(facts, rest, form, opening));
  const held = form.fields.reduce((so, field) => withThings(facts, so, form, field, opening), read);
  const nothing = Object.keys(held.said ?? {}).length === 0 && Object.keys(filledOf(held, form.name)).length === 0;
  return nothing ? withWords(facts, held, form, opening) : held;
}

/** Takes what a reader found: values at once, but words, and whatever wants its live list, only when their field is reached. */
export function withRead(talk: Talk, form: FormStep, values: Filled): Talk {
  return form.fields.reduce((so, field) => {
    const value = values[field.name];
    if (value === undefined || value === null) return so;
    const { said: words, picked } = asObject(value);
    if (typeof words === 'string') return saying(so, field, { said: words });
    if (picked !== undefined) return saying(so, field, { picked });
    if ('pick' in field.as) return saying(so, field, typeof value === 'string' ? { said: value } : { picked: value });
    return taken(so, form, field, value);
  }, talk);
}

const saying = (talk: Talk, { name }: Field, said: Json): Talk => ({ ...talk, said: { ...talk.said, [name]: said } });

function taken(talk: Talk, form: FormStep, field: Field, value: Json): Talk {
  const filled = fill(talk, form, { [field.name]: value });
  return isMany(field)
    ? { ...filled, closed: [...new Set([...(talk.closed ?? []), closedName(form, field)])] }
    : filled;
}

// Photos, a shared place and a cart are for whichever field can take them.
function withThings(facts: Facts, talk: Talk, form: FormStep, field: Field, things: Reply): Talk {
  const filled = filledOf(talk, form.name);
  if (filled[field.name] !== undefined || !isRelevant(field, filled)) return talk;
  const code = 'kind' in field.as && field.as.kind.includes('code') ? codeOf(talk, things) : undefined;
  if (things.files.length === 0 && things.place === undefined && things.cart === undefined && code === undefined)
    return talk;
  const parsed = readByKind(facts, talk, form, field, { ...things, text: code ?? '' });
  if (parsed?.type === 'filled') return taken(talk, form, field, isMany(field) ? [parsed.value] : parsed.value);
  if (parsed?.type === 'several' && parsed.values.length > 0) return taken(talk, form, field, parsed.values);
  return talk;
}

function codeOf(talk: Talk, { about }: Reply): string | undefined {
  const { code } = asObject(talk.answers.start);
  return typeof code === 'string' ? code : about;
}

// The words after a command or a start word answer the first question; those of a wish only where a parser knows them.
function withWords(facts: Facts, talk: Talk, form: FormStep, opening: Reply): Talk {
  const start = asObject(talk.answers.start);
  // A tap has no words of its own, and neither has the number that stands for it where there are no buttons.
  const words = typeof start.rest === 'string' ? start.rest : start.door === 'tap' ? '' : opening.text;
  const field = form.fields.find((one) => isRelevant(one, {}));
  if (field === undefined || words === '') return talk;
  const explicit = start.command !== undefined || start.payload !== undefined;
  if (isFree(facts, field) && !explicit) return talk;
  if ('pick' in field.as) return explicit ? { ...talk, said: { [field.name]: { said: words } } } : talk;
  const parsed = readByKind(facts, talk, form, field, { ...opening, text: words });
  switch (parsed?.type) {
    case 'filled':
      return taken(talk, form, field, isMany(field) ? [parsed.value] : parsed.value);
    case 'several':
      return parsed.values.length === 0 ? talk : taken(talk, form, field, parsed.values);
    case 'more': {
      const { type: _, kept, ...more } = parsed;
      return { ...talk, asking: field.name, kept, more };
    }
    case 'failed':
      // Who wrote words behind a start word hears why they cannot be: they are read again when the field is asked.
      return start.rest === undefined ? talk : { ...talk, said: { ...talk.said, [field.name]: { said: words } } };
    case undefined:
      return talk;
  }
}
