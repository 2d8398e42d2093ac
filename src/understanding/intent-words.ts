import { distance } from 'fastest-levenshtein';
import { foldText } from '../core/text.ts';
import { intentExamples } from './intent-examples.ts';
import { ONLY_GREETING, ONLY_THANKS, RULES } from './intent-rules.ts';
import { plainWord } from './words.ts';

// Words that change nothing about what is wanted.
const EMPTY = new Set(
  'kak ya yah dong donk deh sih kok lah kah ah oh eh nya dulu toh tah mah teh kang si nah loh lho banget bgt sekali tolong dunk atuh cuy cak neng bu pak bapak ibu bund bunda say beb'.split(
    ' ',
  ),
);

interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** The longer ones by their first letter, which a typing mistake seldom hits. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
}
let vocabulary: Vocabulary | undefined;

// Every word that the rules look for or the examples have, so that a mistyped one can be taken for it.
function known(): Vocabulary {
  vocabulary ??= gather([
    ...[...RULES.map(({ pattern }) => pattern), ONLY_GREETING, ONLY_THANKS].flatMap(
      (pattern) => pattern.source.match(/[a-z]{3,}/g) ?? [],
    ),
    ...intentExamples().flatMap(({ text }) => foldText(text).split(' ')),
  ]);
  return vocabulary;
}

function gather(all: readonly string[]): Vocabulary {
  const words = new Set(all);
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 5) continue;
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  return { words, byLetter };
}

/** The words of a message as the intent rules want them: written out, without endings and filler, small typos mended. */
export function intentWords(text: string): string {
  return foldText(text.replace(/\b(assala\w*)['’`]?\s?(\w*laikum)\b/gi, 'assalamualaikum'))
    .split(' ')
    .filter((word) => word !== '')
    .map(oneWord)
    .filter((word) => word !== '' && !EMPTY.has(word))
    .join(' ');
}

function oneWord(word: string): string {
  // `kutransfer`: the one who did it stands before the verb.
  const plain = plainWord(word.replace(/^(?:ku|tak)(?=transfer|bayar|kirim|pesan|beli|tf|lunas)/, ''));
  if (plain !== word || EMPTY.has(word)) return plain;
  // `pesananku`, `liat2`, `harganya`: the ending says whose it is, not what is wanted.
  const stem = plainWord(word.replace(/(?<=[a-z]{3})2$/, '').replace(/(?<=.{3})(?:nya|ny|ku|mu)$/, ''));
  if (stem !== word) return mended(stem);
  return mended(word);
}

function mended(word: string): string {
  if (word.length < 5 || known().words.has(word)) return word;
  const allowed = word.length >= 9 ? 2 : 1;
  const near = known()
    .byLetter.get(word.charAt(0))
    ?.find((other) => Math.abs(other.length - word.length) <= allowed && distance(other, word) <= allowed);
  return near ?? word;
}
