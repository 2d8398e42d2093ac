import { intentExamples } from './intent-examples.ts';
import { INTENTS, type Intent } from './intent-rule.ts';
import { intentWords } from './intent-words.ts';

interface Model {
  /** For each word or pair of neighbours: how often it stands in the examples of each wish. */
  readonly counts: ReadonlyMap<string, Readonly<Partial<Record<Intent, number>>>>;
  readonly totals: Readonly<Record<Intent, number>>;
}

let learned: Model | undefined;

// A count that stands for "never seen, but not impossible".
const SMOOTHING = 0.25;
// How much a pair of neighbours says beside its two words.
const PAIR = 0.6;

/** How likely each wish is, from the words that it shares with known messages; empty when it shares none. */
export function intentLikelihood(words: string): ReadonlyMap<Intent, number> {
  learned ??= learn();
  const { counts, totals } = learned;
  const known = features(words).filter(({ name }) => counts.has(name));
  if (known.length === 0) return new Map();
  const logs = INTENTS.map((intent) => {
    const log = known.reduce((sum, { name, weight }) => {
      const share = ((counts.get(name)?.[intent] ?? 0) + SMOOTHING) / (totals[intent] + SMOOTHING * counts.size * 0.02);
      return sum + weight * Math.log(share);
    }, 0);
    return { intent, log };
  });
  const best = Math.max(...logs.map(({ log }) => log));
  const sum = logs.reduce((total, { log }) => total + Math.exp(log - best), 0);
  return new Map(logs.map(({ intent, log }) => [intent, Math.exp(log - best) / sum]));
}

function learn(): Model {
  const counts = new Map<string, Partial<Record<Intent, number>>>();
  const totals = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<Intent, number>;
  for (const { intent, text } of intentExamples()) {
    totals[intent] += 1;
    for (const name of new Set(features(intentWords(text)).map((feature) => feature.name))) {
      const seen = counts.get(name) ?? {};
      seen[intent] = (seen[intent] ?? 0) + 1;
      counts.set(name, seen);
    }
  }
  return { counts, totals };
}

function features(words: string): readonly { readonly name: string; readonly weight: number }[] {
  const all = words.split(' ').filter((word) => word !== '');
  const singles = all.map((name) => ({ name, weight: 1 }));
  const pairs = all.slice(1).map((word, at) => ({ name: `${all[at]} ${word}`, weight: PAIR }));
  return [...singles, ...pairs];
}
