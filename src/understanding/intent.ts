import { intentLikelihood } from './intent-likelihood.ts';
import { INTENTS, type Intent } from './intent-rule.ts';
import { ONLY_GREETING, ONLY_THANKS, RULES } from './intent-rules.ts';
import { intentWords } from './intent-words.ts';

/** What a message wants; `sure` when nothing else comes near. */
export interface IntentReading {
  readonly intent: Intent;
  readonly sure: boolean;
}

/** Reads what a customer wants; undefined for a word or two that say nothing, such as the name of a product. */
export function readIntent(text: string): IntentReading | undefined {
  const words = intentWords(text);
  if (words === '') return /\p{L}/u.test(text) ? { intent: 'greeting', sure: false } : undefined;
  if (ONLY_GREETING.test(words) && words !== 'admin') return { intent: 'greeting', sure: true };
  if (ONLY_THANKS.test(words)) return { intent: 'thanks', sure: /terima ?kasih|matur/.test(words) };
  const likelihood = intentLikelihood(words);
  const signs = signsIn(words);
  const ranked = INTENTS.map((intent) => {
    const said = signs.get(intent) ?? 0;
    return { intent, signs: said, score: said + LIKELIHOOD * (likelihood.get(intent) ?? 0) };
  }).sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (best === undefined || best.score < LEAST || isThin(words, best)) return withoutSign(words);
  return { intent: best.intent, sure: best.signs >= 3.5 && best.score - (next?.score ?? 0) >= 1.5 };
}

// A word or two without any sign are more often the name of a product than a wish.
const isThin = (words: string, { signs, score }: { signs: number; score: number }): boolean =>
  signs < 2 && words.split(' ').length <= 2 && score - signs < 0.8 * LIKELIHOOD;

// What the words of known messages say counts as much as a light sign: it decides where no sign does, and between two.
const LIKELIHOOD = 4;
const LEAST = 1;

// The strongest sign counts whole, others of the same wish a little: many weak ones never outvote the one that names it.
function signsIn(words: string): ReadonlyMap<Intent, number> {
  const found = new Map<Intent, number[]>();
  for (const { intent, pattern, weight } of RULES) {
    if (pattern.test(words)) found.set(intent, [...(found.get(intent) ?? []), weight]);
  }
  return new Map(
    [...found].map(([intent, weights]) => [intent, Math.max(...weights) + Math.min(1, 0.25 * (weights.length - 1))]),
  );
}

function withoutSign(words: string): IntentReading | undefined {
  if (/^(?:halo|selamat|permisi|assalamualaikum)\b/.test(words)) return { intent: 'greeting', sure: false };
  if (/\bterima ?kasih\b/.test(words)) return { intent: 'thanks', sure: false };
  return words.split(' ').length >= 3 ? { intent: 'out_of_scope', sure: false } : undefined;
}
