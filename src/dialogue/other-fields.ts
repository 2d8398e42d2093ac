import type { Json } from '../core/json.ts';
import { changeOf } from './change.ts';
import type { Facts } from './facts.ts';
import { asList, asObject, filledOf, isRelevant } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { isMany, limitsOf } from './form-question.ts';
import type { Meaning } from './meaning.ts';
import { readByKind } from './read-value.ts';
import type { Filled, Reply, Talk } from './talk.ts';

/** A change of another field, told by its name. */
export function changeMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Meaning | undefined {
  const change = changeOf(facts, talk, form, reply.text);
  if (change === undefined) return undefined;
  const { field, words } = change;
  if (words === undefined) return { type: 'change', field: field.name };
  if ('pick' in field.as) return { type: 'values', values: { [field.name]: { said: words } }, by: 'reader' };
  const parsed = readByKind(facts, talk, form, field, { text: words, files: [] });
  const { [field.name]: read } = readerValues(facts, talk, form, reply);
  if (read !== undefined) return { type: 'values', values: { [field.name]: read }, by: 'reader' };
  if (parsed?.type === 'filled')
    return { type: 'values', values: { [field.name]: isMany(field) ? [parsed.value] : parsed.value }, by: 'parser' };
  if (parsed?.type === 'several') return { type: 'values', values: { [field.name]: parsed.values }, by: 'parser' };
  if (parsed?.type === 'more') {
    const { type: _, kept, ...more } = parsed;
    return { type: 'asked-back', field: field.name, more, kept };
  }
  return { type: 'change', field: field.name };
}

/** Fields that the form's reader finds in a reply, without those that have this value already. */
export function readerMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Meaning | undefined {
  const values = readerValues(facts, talk, form, reply);
  return Object.keys(values).length === 0 ? undefined : { type: 'values', values, by: 'reader' };
}

/** Files, a place or a cart for another field than the one that is asked: one more photo of the proof. */
export function thingsMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Meaning | undefined {
  if (reply.files.length === 0 && reply.place === undefined && reply.cart === undefined) return undefined;
  const filled = filledOf(talk, form.name);
  for (const field of form.fields.filter((one) => one.name !== talk.asking && isRelevant(one, filled))) {
    const parsed = readByKind(facts, talk, form, field, { ...reply, text: '' });
    const values = parsed?.type === 'several' ? parsed.values : parsed?.type === 'filled' ? [parsed.value] : [];
    const [first] = values;
    if (first === undefined) continue;
    const all = isMany(field) ? [...asList(filled[field.name]), ...values].slice(0, limitsOf(field).max) : first;
    return { type: 'values', values: { [field.name]: all }, by: 'parser' };
  }
  return undefined;
}

/** What the form's reader finds for its own fields. */
export function readerValues(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Filled {
  const reader = form.reader === undefined ? undefined : facts.readers[form.reader];
  if (
    reader === undefined ||
    (reply.text === '' && reply.files.length === 0 && reply.cart === undefined && reply.place === undefined)
  )
    return {};
  const filled = filledOf(talk, form.name);
  const { snapshot, language, now } = facts;
  const read = reader(reply, { snapshot, language, now, filled });
  const known = form.fields.filter(({ name }) => read[name] !== undefined && !same(meant(read[name]), filled[name]));
  return Object.fromEntries(
    known.flatMap(({ name }) => {
      const value = read[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** True for a field that takes nearly any words. */
export const isFree = (facts: Facts, field: Field): boolean =>
  'kind' in field.as && facts.kinds[field.as.kind]?.free === true;

// A value of a list counts as that value, a list being asked only for its label.
const meant = (read: Json | undefined): Json | undefined => asObject(read).picked ?? read;

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
