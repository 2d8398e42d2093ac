import { foldText } from '../core/text.ts';
import { isUnit, numberAt } from './numbers.ts';

const MEASURES = new Set(
  'ml gr gram g kg mah cm mm inch gb watt w liter ltr lt meter mtr pintu inci l m hari k'.split(' '),
);
// A single letter behind a blank is a size (`2 L` are two large ones); only `1L` in one word is a measure.
const APART = new Set('ml gr gram kg mah cm mm inch gb watt liter ltr meter mtr pintu inci'.split(' '));
const SIZE = new Set('size ukuran uk no nomor nmr number'.split(' '));
const PAIRS = new Set('pasang psg pasangan pair pairs set'.split(' '));

/** A word of an item with what it counts. */
export interface ItemWord {
  readonly text: string;
  readonly key: string;
  /** True for the later words of an amount. */
  readonly counted?: boolean;
  /** Set where the word begins an amount: its value, how many words it takes, and whether it can only be an amount. */
  readonly amount?: { readonly value: number; readonly used: number; readonly sure: boolean };
}

/** The words of one thing that is ordered, with the amounts among them. */
export function itemWords(segment: string): readonly ItemWord[] {
  const plain = segment
    .replace(/^\s*(?:\d{1,2}[.)]\s+|[-•*>]+\s*)/, '')
    .replace(/½|\b1\s*\/\s*2\b/g, ' setengah ')
    // `saya Pak Hasan mau pesan tas`: what is ordered stands behind the verb
    .replace(/^.*\b(?:pesan|pesen|psn|mesen|order|beli|ambil|checkout)\s+/i, '')
    .replace(/[@=():\-–]+/g, ' ')
    .replace(/\bx\s+(?=\d+\b)/gi, 'x');
  const texts = plain.split(/\s+/).filter((word) => foldText(word) !== '');
  const keys = texts.map((word) => (PART.test(word) ? word.replace('.', ',') : foldText(word).replace(/\s/g, '')));
  const words: ItemWord[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const amount = amountAt(keys, at);
    words.push({ text: texts[at] ?? '', key: keys[at] ?? '', ...(amount && { amount }) });
    for (const [offset, text] of texts.slice(at + 1, at + (amount?.used ?? 1)).entries())
      words.push({ text, key: keys[at + 1 + offset] ?? '', counted: true });
    at += (amount?.used ?? 1) - 1;
  }
  return words;
}

function amountAt(keys: readonly string[], at: number): ItemWord['amount'] {
  const key = keys[at] ?? '';
  const times = /^x(\d{1,3})$|^(\d{1,3})x$/.exec(key);
  if (times !== null) return { value: Number(times[1] ?? times[2]), used: 1, sure: true };
  if (PART.test(key)) return partAt(keys, at);
  const glued = /^(\d{1,3})([a-z]+)$/.exec(key);
  if (glued !== null) return isUnit(glued[2] ?? '') ? { value: Number(glued[1]), used: 1, sure: true } : undefined;
  if (key === 'sepasang') return undefined;
  const number = numberAt(keys, at);
  if (number === undefined || SIZE.has(keys[at - 1] ?? '')) return undefined;
  const next = keys[at + number.used] ?? '';
  if (MEASURES.has(next) && APART.has(next)) return undefined;
  // `item` counts things, but in the middle of a name it is black.
  const counts = isUnit(next) && (next !== 'item' || at + number.used + 1 === keys.length);
  if (counts || PAIRS.has(next)) return { value: number.value, used: number.used + 1, sure: true };
  if (/^\d+$/.test(key) && number.value >= 1000) return undefined;
  return { value: number.value, used: number.used, sure: !/^\d+$/.test(key) || number.used > 1 };
}

// `1,5`: of most things there is no half, so whoever reads it asks how many; a dozen and a half are eighteen.
const PART = /^\d{1,3}[.,]\d{1,2}$/;

function partAt(keys: readonly string[], at: number): ItemWord['amount'] {
  const value = Number(keys[at]?.replace(',', '.'));
  const next = keys[at + 1] ?? '';
  if (MEASURES.has(next)) return undefined;
  const dozen = numberAt(['1', next], 0);
  return dozen?.used === 2 ? { value: value * dozen.value, used: 2, sure: true } : { value, used: 1, sure: true };
}
