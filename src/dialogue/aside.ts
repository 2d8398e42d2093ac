import { intentDoor, thingDoor, wordDoor } from './doors.ts';
import { type Facts, formStepOf } from './facts.ts';
import type { Meaning } from './meaning.ts';
import { isFree } from './other-fields.ts';
import type { Reply, Talk } from './talk.ts';
import { globalWord } from './words.ts';

/**
 * True when what could be read as an answer is none: words of the house and start words that stand alone are what they say,
 * whatever a parser makes of them; a quote of something else, a photo or a question is no answer where any words would do.
 */
export function isAside(facts: Facts, open: Talk, reply: Reply, meaning: Meaning): boolean {
  const question = /\?\s*$/.test(reply.text);
  const answers = meaning.type === 'values' || meaning.type === 'collected' || meaning.type === 'asked-back';
  if (!answers) return false;
  const byReader = meaning.type === 'values' && meaning.by === 'reader';
  const alone = wordDoor(facts, reply.text, 'alone');
  // "indonesia" opens the question of language, and where it is asked the reader of that form takes it for the answer.
  const own = byReader && alone?.flow === open.flow;
  if (globalWord(reply.text) !== undefined || (alone !== undefined && !own)) return true;
  if (byReader && opensOther(facts, open, reply.text)) return true;
  if (byReader || meaning.type === 'asked-back') return question && otherIntent(facts, open, reply.text);
  if (!isFreelyAsked(facts, open)) return false;
  const placed = meaning.type === 'values' && Object.keys(meaning.values).some((name) => name !== open.asking);
  if (reply.files.length > 0 && !placed && thingDoor(facts, reply) !== undefined) return true;
  const asks = question || opensOther(facts, open, reply.text);
  return reply.about !== undefined || (asks && otherIntent(facts, open, reply.text));
}

// "cari siti" and "ongkir ke malang" begin with the start word of another flow; "bayar transfer" with a field of this form.
function opensOther(facts: Facts, open: Talk, text: string): boolean {
  const door = wordDoor(facts, text, 'first');
  const fields = formStepOf(facts, open)?.fields.map(({ name }) => name) ?? [];
  const word = door?.start.word;
  const [first = ''] = typeof word === 'string' ? word.split(' ') : [];
  return door !== undefined && door.flow !== open.flow && !fields.includes(first);
}

/** True where the open question takes nearly any words. */
export function isFreelyAsked(facts: Facts, open: Talk): boolean {
  const field = formStepOf(facts, open)?.fields.find(({ name }) => name === open.asking);
  return field !== undefined && isFree(facts, field);
}

const otherIntent = (facts: Facts, open: Talk, text: string): boolean => {
  const door = intentDoor(facts, text, true);
  return door !== undefined && door.flow !== open.flow;
};
