import type { Facts } from './facts.ts';
import { fieldMeaning } from './field-meaning.ts';
import { asList, filledOf } from './filled.ts';
import type { FormStep } from './flow.ts';
import { formQuestion, isMany, offeredFields } from './form-question.ts';
import { matchOption, matchWhole } from './match.ts';
import type { Meaning, Option } from './meaning.ts';
import { changeMeaning, isFree, readerMeaning, thingsMeaning } from './other-fields.ts';
import { changeable } from './summary.ts';
import type { Reply, Talk } from './talk.ts';
import { isNo, isYes } from './words.ts';

/** What a reply means to the open question of a form. */
export function formMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Meaning {
  const options = formQuestion(facts, talk, form)?.options ?? [];
  const option = () => matchOption(reply.text, options)?.meaning;
  const otherwise = (why: string): Meaning =>
    changeMeaning(facts, talk, form, reply) ??
    readerMeaning(facts, talk, form, reply) ??
    thingsMeaning(facts, talk, form, reply) ?? { type: 'failed', why };
  switch (talk.asking) {
    case undefined:
    case 'check':
      return { type: 'failed', why: 'engine.tidak-paham' };
    case 'confirm':
      return confirmMeaning(facts, talk, form, reply, options) ?? otherwise('engine.ya-atau-ubah');
    case 'edit':
      return (
        matchWhole(reply.text, options)?.meaning ??
        (isYes(reply.text) ? { type: 'confirm' } : undefined) ??
        changeMeaning(facts, talk, form, { ...reply, text: `ubah ${reply.text}` }) ??
        otherwise('engine.pilih-dari-daftar')
      );
    case 'offer':
      return offerMeaning(facts, talk, form, reply, option, otherwise);
    case 'problem':
      return (
        option() ?? problemMeaning(facts, talk, form, reply, options.length) ?? otherwise('engine.pilih-dari-daftar')
      );
    default: {
      const field = form.fields.find(({ name }) => name === talk.asking);
      if (field === undefined) return { type: 'failed', why: 'engine.tidak-paham' };
      return fieldMeaning(facts, talk, form, field, reply);
    }
  }
}

// "ganti alamatnya" is a change and no refusal, and "nama: Sari" is more than the name of a line.
function confirmMeaning(
  facts: Facts,
  talk: Talk,
  form: FormStep,
  reply: Reply,
  options: readonly Option[],
): Meaning | undefined {
  if (isYes(reply.text)) return { type: 'confirm' };
  const change = changeMeaning(facts, talk, form, reply);
  if (change !== undefined) return change;
  // With nothing to change a no can only mean that it shall not be.
  if (isNo(reply.text)) return { type: changeable(facts, talk, form).length > 0 ? 'edit' : 'leave' };
  return (
    // "3 aja" is so many of the only thing there is; "3" alone is the third line.
    editMeaning(facts, talk, form, reply) ??
    matchWhole(reply.text, options)?.meaning ??
    readerMeaning(facts, talk, form, reply) ??
    matchOption(reply.text, options)?.meaning
  );
}

// "2 jadi 3" under the summary changes the only list there is.
function editMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply): Meaning | undefined {
  const [field, ...others] = form.fields.filter(isMany);
  if (field === undefined || others.length > 0 || !('kind' in field.as)) return undefined;
  const values = facts.kinds[field.as.kind]?.edit?.(asList(filledOf(talk, form.name)[field.name]), reply.text);
  return values === undefined || values.length === 0
    ? undefined
    : { type: 'values', values: { [field.name]: values }, by: 'parser' };
}

function offerMeaning(
  facts: Facts,
  talk: Talk,
  form: FormStep,
  reply: Reply,
  option: () => Meaning | undefined,
  otherwise: (why: string) => Meaning,
): Meaning {
  if (isYes(reply.text)) return { type: 'take-offer' };
  if (isNo(reply.text)) return { type: 'decline-offer' };
  const matched = option();
  if (matched !== undefined) return matched;
  const meaning = otherwise('engine.ya-atau-tidak');
  const [first] = offeredFields(talk, form);
  if (meaning.type !== 'failed' || first === undefined) return meaning;
  // A new address typed at once is an answer to the question that the offer stands for.
  const answer = isFree(facts, first.field)
    ? undefined
    : fieldMeaning(facts, { ...talk, asking: first.field.name }, form, first.field, reply);
  return answer === undefined || answer.type === 'failed' ? meaning : answer;
}

function problemMeaning(facts: Facts, talk: Talk, form: FormStep, reply: Reply, choices: number): Meaning | undefined {
  const problem = talk.problems?.[0];
  const field = form.fields.find(({ name }) => name === problem?.field);
  const values = problem?.choices ?? [];
  const accept = values.find(({ value }) => value === 'accept');
  if (isYes(reply.text) && accept !== undefined) return { type: 'accept' };
  const [only] = values;
  if (isYes(reply.text) && only !== undefined && choices === 1) return { type: 'solve', value: only.value };
  if (field === undefined || (isNo(reply.text) && choices > 0))
    return field === undefined ? undefined : { type: 'change', field: field.name };
  const meaning = fieldMeaning(facts, { ...talk, asking: field.name }, form, field, reply);
  return meaning.type === 'failed' ? undefined : meaning;
}
