import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';
import { oneOfEach } from './choices-left.ts';
import type { Facts } from './facts.ts';
import { asList, fieldValue, filledOf } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import { formQuestion, isMany, limitsOf } from './form-question.ts';
import { matchOption, matchWhole } from './match.ts';
import type { Meaning, Option } from './meaning.ts';
import { changeMeaning, isFree, readerMeaning, readerValues, thingsMeaning } from './other-fields.ts';
import { asksTheSame, readByKind } from './read-value.ts';
import type { Reply, Talk } from './talk.ts';
import { isDone, isKeep, isSkip } from './words.ts';

/** What a reply means to a field that is asked: its own words, its parser, a change by name, the reader, or nothing. */
export function fieldMeaning(facts: Facts, talk: Talk, form: FormStep, field: Field, reply: Reply): Meaning {
  const options = formQuestion(facts, talk, form)?.options ?? [];
  const free = isFree(facts, field);
  const parsed = () => parsedMeaning(facts, talk, form, field, reply);
  const change = () => (talk.more === undefined ? changeMeaning(facts, talk, form, reply) : undefined);
  const reader = () => readerMeaning(facts, talk, form, reply);
  const own = () => wordMeaning(talk, form, field, reply.text);
  const first = [
    ...(free && reply.files.length > 0 ? [() => withCaption(parsed(), thingsMeaning(facts, talk, form, reply))] : []),
    () => listEdit(facts, talk, form, field, reply.text),
    () => severalPicks(field, options, reply.text),
    () => chosen(facts, talk, form, options, reply),
    // What takes any words would take these too; what has a parser of its own is asked first ("tidak" to a yes or no).
    ...(free ? [own, change, parsed] : [parsed, own, change]),
    reader,
    () => thingsMeaning(facts, talk, form, reply),
  ];
  let failed: Meaning | undefined;
  for (const read of first) {
    const meaning = read();
    // A parser that asks back the same has not understood, and one that asks back anything is less sure than a reader that
    // finds other fields only ("kurirnya jnt aja", while the village is asked).
    const others = meaning?.type === 'asked-back' ? reader() : undefined;
    if (others?.type === 'values' && others.values[field.name] === undefined) return others;
    if (meaning?.type === 'failed' || asksTheSame(talk, meaning)) failed ??= meaning;
    else if (meaning !== undefined) return meaning;
  }
  return (
    failed ?? {
      type: 'failed',
      why: options.some((option) => option.numbered) ? 'engine.pilih-dari-daftar' : 'engine.tidak-paham',
    }
  );
}

// A photo that the form has a place for is kept, and what is written below it answers the question.
function withCaption(words: Meaning | undefined, things: Meaning | undefined): Meaning | undefined {
  if (things?.type !== 'values') return undefined;
  return words?.type === 'values' ? { ...things, values: { ...words.values, ...things.values } } : things;
}

// "jne 0123456789": the words name a choice, and what else they tell is for the fields that are still empty.
function chosen(
  facts: Facts,
  talk: Talk,
  form: FormStep,
  options: readonly Option[],
  reply: Reply,
): Meaning | undefined {
  const meaning = matchOption(reply.text, options)?.meaning;
  if (meaning?.type !== 'picked' || matchWhole(reply.text, options) !== undefined) return meaning;
  const { [meaning.field]: _, ...read } = readerValues(facts, talk, form, reply);
  const others = Object.entries(read).filter(([name]) => filledOf(talk, form.name)[name] === undefined);
  const [choice, more] = meaning.choices;
  if (others.length === 0 || choice === undefined || more !== undefined) return meaning;
  const values = { ...Object.fromEntries(others), [meaning.field]: { picked: choice.value } };
  return { type: 'values', values, by: 'reader' };
}

function wordMeaning(talk: Talk, form: FormStep, field: Field, text: string): Meaning | undefined {
  const there = fieldValue(talk, form, field.name);
  if (isMany(field) && there !== undefined && asList(there).length >= limitsOf(field).min && isDone(text))
    return { type: 'finish' };
  if (there !== undefined && isKeep(text)) return { type: 'keep' };
  if (field.optional && isSkip(text)) return { type: 'skip' };
  return undefined;
}

/** What the parser of a field's kind makes of a reply; undefined where only a list can read it. */
export function parsedMeaning(
  facts: Facts,
  talk: Talk,
  form: FormStep,
  field: Field,
  reply: Reply,
): Meaning | undefined {
  const parsed = readByKind(facts, talk, form, field, reply);
  switch (parsed?.type) {
    case undefined:
      return undefined;
    case 'filled':
      return joined(facts, talk, form, field, [parsed.value]);
    case 'several':
      return parsed.values.length === 0 ? undefined : joined(facts, talk, form, field, parsed.values);
    case 'more': {
      const { type: _, kept, ...more } = parsed;
      return { type: 'asked-back', field: field.name, more, kept };
    }
    case 'failed':
      return parsed;
  }
}

/** New values of a field: a field with `many` gets them beside those it has. */
export function joined(facts: Facts, talk: Talk, form: FormStep, field: Field, values: readonly Json[]): Meaning {
  const [first = null] = values;
  if (!isMany(field)) return { type: 'values', values: { [field.name]: first }, by: 'parser' };
  const kind = 'kind' in field.as ? facts.kinds[field.as.kind] : undefined;
  const there = asList(fieldValue(talk, form, field.name));
  const join = kind?.join?.bind(kind) ?? ((so: readonly Json[], value: Json) => so.concat([value]));
  const all = values.reduce<readonly Json[]>(join, there);
  const { max } = limitsOf(field);
  if (all.length > max) return { type: 'failed', why: 'engine.terlalu-banyak', with: { max } };
  return { type: 'collected', field: field.name, values: all };
}

// "hapus 2", "hapus semua", and whatever else the kind knows ("2 jadi 3").
function listEdit(facts: Facts, talk: Talk, form: FormStep, field: Field, text: string): Meaning | undefined {
  const values = asList(fieldValue(talk, form, field.name));
  if (!isMany(field) || values.length === 0) return undefined;
  // "3 aja" while the amount of the next thing is asked answers that, and changes nothing that is there.
  const edited =
    talk.more === undefined && 'kind' in field.as ? facts.kinds[field.as.kind]?.edit?.(values, text) : undefined;
  if (edited !== undefined) return { type: 'collected', field: field.name, values: edited };
  const remove =
    /^\s*(?:hapus|buang|delete|remove|batalkan)\s+(?:no\.?\s*|nomor\s*|yang\s*)?(\d{1,2}|semua|all)\s*(?:kak|ya|aja|saja)?\s*$/i.exec(
      text,
    )?.[1];
  if (remove === undefined) return undefined;
  if (/\d/.test(remove) && values[Number(remove) - 1] === undefined) {
    return { type: 'failed', why: 'engine.nomor-antara', with: { max: values.length } };
  }
  const left = /\d/.test(remove) ? values.filter((_, i) => i !== Number(remove) - 1) : [];
  return { type: 'collected', field: field.name, values: left };
}

// "1 dan 3", "1,3", "semua": several of a list at once.
function severalPicks(field: Field, options: readonly Option[], text: string): Meaning | undefined {
  if (!('pick' in field.as) || !field.as.many) return undefined;
  const choices = options
    .filter((option) => option.numbered)
    .flatMap((option) => (option.meaning.type === 'picked' ? option.meaning.choices : []));
  if (/^\s*(semua(nya)?|all)\s*$/i.test(text))
    return { type: 'picked', field: field.name, choices: oneOfEach(choices) };
  if (!/^\s*\d{1,2}(\s*(,|dan|and|&|\+|\s)\s*\d{1,2})+\s*$/i.test(text)) return undefined;
  const picked = (text.match(/\d+/g) ?? []).map((number): ListChoice | undefined => choices[Number(number) - 1]);
  const there = picked.filter((choice) => choice !== undefined);
  if (there.length < picked.length)
    return { type: 'failed', why: 'engine.nomor-antara', with: { max: choices.length } };
  return { type: 'picked', field: field.name, choices: oneOfEach(there) };
}
