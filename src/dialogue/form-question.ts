import type { Json } from '../core/json.ts';
import { choicesLeft } from './choices-left.ts';
import type { Facts } from './facts.ts';
import { asList, fieldValue, filledOf, isRelevant, show, valuesFor } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import type { Option, Question } from './meaning.ts';
import { askLine, numbered, worded } from './option.ts';
import { plainText } from './plain-text.ts';
import { quickHash } from './quick-hash.ts';
import { changeable, summaryOf } from './summary.ts';
import type { Talk } from './talk.ts';

/** The open question of a form. */
export function formQuestion(facts: Facts, talk: Talk, form: FormStep): Question | undefined {
  switch (talk.asking) {
    case undefined:
    case 'check':
      return undefined;
    case 'confirm':
      return confirmQuestion(facts, talk, form);
    case 'edit':
      return editQuestion(facts, talk, form);
    case 'problem':
      return problemQuestion(facts, talk, form);
    case 'offer':
      return offerQuestion(facts, talk, form);
    default: {
      const field = form.fields.find(({ name }) => name === talk.asking);
      return field === undefined ? undefined : fieldQuestion(facts, talk, form, field);
    }
  }
}

function fieldQuestion(facts: Facts, talk: Talk, form: FormStep, field: Field): Question | undefined {
  const { more } = talk;
  if (more !== undefined) {
    const options = (more.choices ?? []).map(({ value, label }) =>
      numbered(talk, `${form.name}.${field.name}+`, value, label, { type: 'solve', value }),
    );
    return { lines: [askLine({ text: more.ask, ...(more.with && { with: more.with }) }, options)], options };
  }
  if ('pick' in field.as && talk.offered === undefined) return undefined;
  const there = fieldValue(talk, form, field.name);
  const collecting = isMany(field) && there !== undefined && !(talk.closed ?? []).includes(closedName(form, field));
  const options = [
    ...pickOptions(talk, form, field, collecting ? asList(there) : []),
    ...(collecting && asList(there).length >= limitsOf(field).min
      ? [worded(facts, talk, field.name, 'selesai', { type: 'finish' })]
      : []),
    ...(field.optional && there === undefined ? [worded(facts, talk, field.name, 'lewati', { type: 'skip' })] : []),
    ...(there !== undefined && !collecting ? [worded(facts, talk, field.name, 'tetap', { type: 'keep' })] : []),
  ];
  if (collecting) {
    const daftar = listOf(facts, talk, form, field, asList(there));
    return { lines: [askLine({ text: 'engine.ada-lagi', with: { daftar } }, options)], options };
  }
  const ask = field.ask ?? 'engine.isi-baru';
  const label = field.label === undefined ? field.name : facts.say(field.label);
  return { lines: [askLine({ text: ask, with: valuesFor(facts, talk, ask, { label }) }, options)], options };
}

function pickOptions(talk: Talk, form: FormStep, field: Field, taken: readonly Json[]): readonly Option[] {
  return choicesLeft(talk.offered ?? [], taken).map((choice) =>
    numbered(
      talk,
      `${form.name}.${field.name}`,
      choice.value,
      choice.label,
      { type: 'picked', field: field.name, choices: [choice] },
      choice.words,
    ),
  );
}

function listOf(facts: Facts, talk: Talk, form: FormStep, field: Field, values: readonly Json[]): string {
  const labels = talk.labels?.[`${form.name}.${field.name}`] ?? [];
  return values
    .map(
      (value, i) =>
        `${i + 1}. ${'pick' in field.as ? (labels[i] ?? plainText(value)) : show(facts, talk, form, { ...field, many: { min: 0, max: 1 } }, [value])}`,
    )
    .join('\n');
}

function confirmQuestion(facts: Facts, talk: Talk, form: FormStep): Question {
  const mark = `confirm ${quickHash(JSON.stringify([filledOf(talk, form.name), talk.checked ?? null]))}`;
  const fields = fieldOptions(facts, talk, form, mark);
  const yes = worded(facts, talk, mark, 'benar', { type: 'confirm' });
  const ringkasan = summaryOf(facts, talk, form);
  const text = form.confirm ?? 'engine.periksa-lagi';
  const head = { text, with: valuesFor(facts, talk, text, { ...talk.checked, ringkasan }) };
  // Where no field is shown the form's own question is all there is to say yes or no to.
  if (fields.length === 0) {
    const options = [yes, worded(facts, talk, mark, 'tidak', { type: 'leave' })];
    return { lines: [askLine(head, options)], options };
  }
  const options = [yes, worded(facts, talk, mark, 'ubah', { type: 'edit' })];
  const body = facts.wants(text).includes('ringkasan') ? [] : [{ text: 'engine.ringkasan', with: { ringkasan } }];
  const numbers = fields.map(({ choice }) => choice);
  const way = numbers.length === 1 ? 'engine.ringkasan-satu' : 'engine.ringkasan-cara';
  const how = askLine({ text: way, with: { jumlah: numbers.length } }, options, numbers);
  return { lines: [head, ...body, how], options: [...options, ...fields] };
}

function editQuestion(facts: Facts, talk: Talk, form: FormStep): Question {
  const options = fieldOptions(facts, talk, form, 'edit');
  return { lines: [askLine({ text: 'engine.ubah-yang-mana' }, options)], options };
}

const fieldOptions = (facts: Facts, talk: Talk, form: FormStep, question: string): readonly Option[] =>
  changeable(facts, talk, form).map(({ field, label }) =>
    numbered(talk, question, field.name, label, { type: 'change', field: field.name }),
  );

function problemQuestion(facts: Facts, talk: Talk, form: FormStep): Question | undefined {
  const problem = talk.problems?.[0];
  if (problem === undefined) return undefined;
  const field = form.fields.find(({ name }) => name === problem.field);
  const options = (problem.choices ?? []).map(({ value, label }) =>
    numbered(
      talk,
      `problem ${problem.field} ${problem.text}`,
      value,
      label,
      value === 'accept' ? { type: 'accept' } : { type: 'solve', value },
    ),
  );
  const nilai = field === undefined ? undefined : fieldValue(talk, form, field.name);
  const shown = field === undefined || nilai === undefined ? '' : show(facts, talk, form, field, nilai);
  return { lines: [askLine({ text: problem.text, with: { nilai: shown, ...problem.with } }, options)], options };
}

function offerQuestion(facts: Facts, talk: Talk, form: FormStep): Question {
  const options = [
    worded(facts, talk, 'offer', 'pakai', { type: 'take-offer' }),
    worded(facts, talk, 'offer', 'ganti', { type: 'decline-offer' }),
  ];
  const daftar = offeredFields(talk, form)
    .map(({ field, value }) => {
      const label = field.label === undefined ? field.name : facts.say(field.label);
      return `${label}: ${show(facts, talk, form, field, value)}`;
    })
    .join('\n');
  return { lines: [askLine({ text: 'engine.pakai-yang-tadi', with: { daftar } }, options)], options };
}

/** The unfilled fields for which something kept of the person is on offer. */
export function offeredFields(talk: Talk, form: FormStep): readonly { readonly field: Field; readonly value: Json }[] {
  const filled = filledOf(talk, form.name);
  return form.fields.flatMap((field) => {
    const value = talk.offer?.[field.name];
    if (field.keep === undefined || value === undefined || value === null) return [];
    return filled[field.name] === undefined && isRelevant(field, filled) ? [{ field, value }] : [];
  });
}

/** True for a field that takes several values. */
export const isMany = (field: Field): boolean => field.many !== undefined || ('pick' in field.as && field.as.many);

/** How few and how many values a field takes; a picked list takes at most twenty unless it says otherwise. */
export const limitsOf = (field: Field): { readonly min: number; readonly max: number } =>
  field.many ?? { min: 1, max: 20 };

/** The name under which a form's field is marked as collected to its end. */
export const closedName = (form: FormStep, field: Field): string => `${form.name}.${field.name}`;
