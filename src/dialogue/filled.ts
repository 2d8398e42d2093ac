import type { Json } from '../core/json.ts';
import type { Facts } from './facts.ts';
import type { Field, FormStep, TextKey } from './flow.ts';
import { plainText } from './plain-text.ts';
import type { Filled, Talk } from './talk.ts';

/** What a form has so far; a field that was passed over is null there. */
export const filledOf = (talk: Talk, form: string): Filled => asObject(talk.answers[form]);

/** The value of a field; undefined when it is unfilled or was passed over. */
export const fieldValue = (talk: Talk, form: FormStep, field: string): Json | undefined =>
  filledOf(talk, form.name)[field] ?? undefined;

/** True when a field needs no more asking: it has a value, or it was passed over. */
export const isSettled = (talk: Talk, form: FormStep, field: Field): boolean =>
  filledOf(talk, form.name)[field.name] !== undefined;

/** True when a field is asked at all, by the values of others. */
export function isRelevant(field: Field, filled: Filled): boolean {
  const fits = ([name, values]: [string, readonly string[]]): boolean => hasValue(filled[name], values);
  return Object.entries(field.only ?? {}).every(fits) && !Object.entries(field.unless ?? {}).some(fits);
}

/** True when a value, or one of several, is one of these words. */
export function hasValue(value: Json | undefined, words: readonly string[]): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => hasValue(one, words));
  return typeof value !== 'object' && words.includes(String(value));
}

/** The talk with new values in its form; what was checked or asked about the old ones is forgotten. */
export function fill(talk: Talk, form: FormStep, values: Filled): Talk {
  const { checked: _, problems: __, ...rest } = talk;
  return { ...rest, answers: { ...talk.answers, [form.name]: { ...filledOf(talk, form.name), ...values } } };
}

/** The talk without the value of a field. */
export function unfill(talk: Talk, form: FormStep, field: string): Talk {
  const { [field]: _, ...left } = filledOf(talk, form.name);
  return { ...fill(talk, form, {}), answers: { ...talk.answers, [form.name]: left } };
}

/** What an action is given of a form: the relevant values, and which problems were accepted. */
export function given(talk: Talk, form: FormStep): Filled {
  const filled = filledOf(talk, form.name);
  const values = form.fields
    .filter((field) => isRelevant(field, filled))
    .flatMap(({ name }) => {
      const value = filled[name];
      return value === undefined || value === null ? [] : [[name, value] as const];
    });
  const { accepted = [] } = talk;
  return { ...Object.fromEntries(values), ...(accepted.length > 0 && { accepted }) };
}

/** A value of a field in words. */
export function show(facts: Facts, talk: Talk, form: FormStep, field: Field, value: Json): string {
  const { as } = field;
  const labels = talk.labels?.[`${form.name}.${field.name}`];
  if ('pick' in as) return labels?.join(', ') ?? plainText(value);
  const kind = facts.kinds[as.kind];
  const one = (it: Json): string => kind?.show(it, facts.language) ?? plainText(it);
  if (field.many === undefined || !Array.isArray(value)) return one(value);
  return value.length === 1 ? one(value[0] ?? '') : value.map((it: Json) => `\n   • ${one(it)}`).join('');
}

/** The values that a text of this talk asks for: fields and choices by name, saved outcomes by `name.key`. */
export function valuesFor(facts: Facts, talk: Talk, text: TextKey, more: Filled = {}): Filled {
  return Object.fromEntries(
    facts.wants(text).flatMap((name) => {
      const value = more[name] ?? facts.facts[name] ?? shownValue(facts, talk, name) ?? lookUp(talk.answers, name);
      return value === undefined || value === null || typeof value === 'object' ? [] : [[name, value] as const];
    }),
  );
}

function shownValue(facts: Facts, talk: Talk, name: string): string | undefined {
  const [first = '', second] = name.split('.');
  for (const step of facts.flows.get(talk.flow)?.steps ?? []) {
    if (step.type !== 'form' || (second !== undefined && step.name !== first)) continue;
    const field = step.fields.find((one) => one.name === (second ?? first));
    const value = field === undefined ? undefined : fieldValue(talk, step, field.name);
    if (field !== undefined && value !== undefined) return show(facts, talk, step, field, value);
  }
  return undefined;
}

/** Finds `name.key` among answers, or a bare name: an answer of its own, else a field of any form. */
export function lookUp(answers: Filled, name: string): Json | undefined {
  const parts = name.split('.');
  const found = parts.reduce<Json | undefined>((at, part) => asObject(at)[part], answers);
  if (found !== undefined || parts.length > 1) return found;
  for (const [form, value] of Object.entries(answers)) {
    if (form !== 'start' && asObject(value)[name] !== undefined) return asObject(value)[name];
  }
  return undefined;
}

/** An object of values, or none of them. */
export const asObject = (value: Json | undefined): Filled => (isObject(value) ? value : NOTHING);

const NOTHING: Filled = {};
// What is stored or comes as JSON has no undefined values, only names that are not there.
const isObject = (value: Json | undefined): value is Filled =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of values; a single value is a list of one. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
