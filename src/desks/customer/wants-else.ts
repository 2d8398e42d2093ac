import { globalWord, isDone, isKeep, isNo, isSkip, isYes } from '../../dialogue/words.ts';
import { readIntent } from '../../understanding/intent.ts';
import { findPhone } from '../../understanding/phone-in-text.ts';

// What may be said while an order is written down and still belongs to it.
const ORDERING: ReadonlySet<string> = new Set(['order', 'change_address', 'greeting', 'out_of_scope', 'thanks']);

const LONGEST_WISH = 100;

/** True when a message clearly wants something else than to be written into an order: "sudah tf kak" is no way of paying. */
export function wantsElse(text: string): boolean {
  // A long message, or one with a number to call, is an order written down at once, whatever words stand in it.
  if (text.length > LONGEST_WISH || text.includes('\n') || findPhone(text) !== undefined) return false;
  const wish = readIntent(text);
  return wish?.sure === true && !ORDERING.has(wish.intent);
}

/** True for words that only answer a question: nothing more is read into them (Selesai is a kecamatan too). */
export const isBareAnswer = (text: string): boolean =>
  /^\s*\d{0,3}\s*$/.test(text) ||
  text.trim().length < 3 ||
  globalWord(text) !== undefined ||
  [isYes, isNo, isDone, isSkip, isKeep].some((is) => is(text));
