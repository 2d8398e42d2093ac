import type { Json } from '../core/json.ts';
import type { Facts } from './facts.ts';
import type { TextKey } from './flow.ts';
import type { Meaning, Option } from './meaning.ts';
import { quickHash } from './quick-hash.ts';
import type { Line, LineChoice, Talk } from './talk.ts';

/** The verb of all buttons that answer the engine's own questions. */
export const PICK_VERB = 'pilih';

/** A numbered choice with words that were looked up. */
export function numbered(
  talk: Talk,
  question: string,
  value: Json,
  label: string,
  meaning: Meaning,
  words: readonly string[] = [],
): Option {
  const choice = { label: { words: label }, tap: tapOf(talk, question, value) };
  return { meaning, choice, words: [label, ...(typeof value === 'string' ? [value] : []), ...words], numbered: true };
}

/** A choice with a word of its own, which has no number: `ya`, `lewati`, `selesai`. */
export function worded(facts: Facts, talk: Talk, question: string, name: string, meaning: Meaning): Option {
  const label: TextKey = `engine.tombol-${name}`;
  const word: TextKey = `engine.kata-${name}`;
  const choice = { label: { text: label }, tap: tapOf(talk, question, `#${name}`), word, row: 99 };
  return { meaning, choice, words: [facts.say(label), facts.say(word)], numbered: false };
}

/** The line that asks, with its options as choices; bare numbers then mean the numbered ones. */
export function askLine(line: Line, options: readonly Option[], numbers?: readonly LineChoice[]): Line {
  const own = options.filter((option) => option.numbered).map(({ choice }) => choice);
  return {
    ...line,
    ...(options.length > 0 && { choices: options.map(({ choice }) => choice) }),
    numbers: numbers ?? own,
  };
}

// The code is a hash of the talk, the place, the question and the value: a button of an earlier talk, of another question
// or of a summary that has changed since is a different one, so it is never taken for an answer to this question.
const tapOf = (talk: Talk, question: string, value: Json) => ({
  verb: PICK_VERB,
  code: quickHash(`${talk.id}/${talk.step}/${question}/${JSON.stringify(value)}`),
});
