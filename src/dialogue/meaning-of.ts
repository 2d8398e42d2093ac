import { type Facts, stepOf } from './facts.ts';
import { formMeaning } from './form-meaning.ts';
import { matchOption } from './match.ts';
import type { Meaning } from './meaning.ts';
import { PICK_VERB } from './option.ts';
import { questionOf } from './question.ts';
import type { Reply, Talk } from './talk.ts';
import { globalWord, isNo, isYes } from './words.ts';

/** What a reply means to the open question of a talk. */
export function meaningOf(facts: Facts, talk: Talk, reply: Reply): Meaning {
  if (reply.tap?.verb === PICK_VERB)
    return tapMeaning(facts, talk, reply.tap.code) ?? { type: 'failed', why: 'engine.tombol-lama' };
  if (talk.leaving === true) {
    if (isYes(reply.text) || globalWord(reply.text) === 'batal') return { type: 'leave' };
    const option = matchOption(reply.text, questionOf(facts, talk)?.options ?? []);
    if (option !== undefined) return option.meaning;
    if (isNo(reply.text)) return { type: 'stay' };
    // Whoever goes on answering the question that stands below does not want to cancel.
    const { leaving: _, ...below } = talk;
    const meaning = meaningOf(facts, below, reply);
    return meaning.type === 'failed' ? { type: 'failed', why: 'engine.ya-atau-tidak' } : meaning;
  }
  const step = stepOf(facts, talk);
  if (step?.type === 'form') return formMeaning(facts, talk, step, reply);
  const question = questionOf(facts, talk);
  const option = question === undefined ? undefined : matchOption(reply.text, question.options);
  return option?.meaning ?? { type: 'failed', why: 'engine.pilih-dari-daftar' };
}

/** What a button of the engine means now; undefined when its question is no longer open. */
export const tapMeaning = (facts: Facts, talk: Talk, code: string): Meaning | undefined =>
  questionOf(facts, talk)?.options.find(({ choice }) => choice.tap.code === code)?.meaning;
