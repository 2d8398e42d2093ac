import { foldText } from '../core/text.ts';

const ONES: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  siji: 1,
  loro: 2,
  telu: 3,
  papat: 4,
  limo: 5,
  hiji: 1,
  tilu: 3,
  opat: 4,
  satunya: 1,
  atu: 1,
  dowa: 2,
  tigo: 3,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  seratus: 100,
};
const DOZENS: Readonly<Record<string, number>> = {
  lusin: 12,
  lsn: 12,
  dozen: 12,
  dosin: 12,
  kodi: 20,
  gros: 144,
  gross: 144,
};
const WHOLE: Readonly<Record<string, number>> = {
  selusin: 12,
  sekodi: 20,
  segros: 144,
  sepasang: 2,
  sebiji: 1,
  sebuah: 1,
  selembar: 1,
  sebotol: 1,
  sebungkus: 1,
  sepotong: 1,
  sekotak: 1,
};

const UNITS = new Set(
  'pcs pc pieces piece pce biji bj bji buah bh potong lembar lbr botol btl pack pak pck bungkus bks box kotak item unit pot tube set stel ekor kali x'.split(
    ' ',
  ),
);
const FILLERS = new Set(
  `aja saja aj doang doank ya yaa yah kak ka kakak min gan sis dong donk deh sih mau ambil pesan pesen order beli minta jadi cuma cm
  butuh perlu pls please just only want need i a an the ok oke hmm eh nya dulu total totalnya jumlah jumlahnya qty sebanyak untuk
  nih lah bang mas mba mbak om`.split(/\s+/),
);

/** A number found at the start of some words, and how many of them it took. */
export interface NumberAt {
  readonly value: number;
  readonly used: number;
}

/** Reads an amount of things, in digits or in words: `2 lusin`, `dua puluh lima`, `x3`; undefined when it is not sure. */
export function readQuantity(text: string): number | undefined {
  if (/\d[.,]\d|-\s*\d|\d\s*(rb|ribu|k|jt|juta)\b/i.test(text)) return undefined;
  const words = numberTokens(text);
  const values = new Set<number>();
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words, at);
    const word = words[at] ?? '';
    if (number === undefined && !FILLERS.has(word) && !UNITS.has(word)) return undefined;
    if (number !== undefined) values.add(number.value);
    at += number?.used ?? 1;
  }
  return values.size === 1 ? [...values][0] : undefined;
}

/** The words of a text with digits set apart from the letters they lean on: `x3` is `x`, `3`; `2pcs` is `2`, `pcs`. */
export function numberTokens(text: string): readonly string[] {
  return foldText(text.replace(/½|\b1\s*\/\s*2\b/g, ' setengah '))
    .replace(/(\d)(?=[a-z])|\b(x)(?=\d)/g, '$1$2 ')
    .split(' ')
    .filter((word) => word !== '');
}

/** Reads the number that starts at a word, with a dozen behind it; undefined when there is none. */
export function numberAt(words: readonly string[], at: number): NumberAt | undefined {
  const word = words[at] ?? '';
  if (Object.hasOwn(WHOLE, word)) return { value: WHOLE[word] ?? 0, used: 1 };
  if (word === 'setengah' || word === 'half') {
    const skip = words[at + 1] === 'a' ? 1 : 0;
    const dozen = dozenAt(words, at + 1 + skip);
    return dozen === undefined ? undefined : { value: dozen / 2, used: 2 + skip };
  }
  if (word === 'a' && dozenAt(words, at + 1) !== undefined) return { value: dozenAt(words, at + 1) ?? 0, used: 2 };
  const plain = /^\d{1,4}$/.test(word) ? { value: Number(word), used: 1 } : wordsAt(words, at);
  if (plain === undefined) return undefined;
  const dozen = dozenAt(words, at + plain.used);
  return dozen === undefined ? plain : { value: plain.value * dozen, used: plain.used + 1 };
}

/** True for a word that counts things: `pcs`, `biji`, `lembar`. */
export const isUnit = (word: string): boolean => UNITS.has(word);

const dozenAt = (words: readonly string[], at: number): number | undefined => {
  const word = words[at] ?? '';
  return Object.hasOwn(DOZENS, word) ? DOZENS[word] : undefined;
};

// `dua puluh lima`, `lima belas`, `seratus dua`, `twenty five`.
function wordsAt(words: readonly string[], at: number): NumberAt | undefined {
  const first = oneAt(words, at);
  if (first === undefined) return undefined;
  const next = words[at + 1];
  if (next === 'belas' && first > 1 && first < 10) return { value: 10 + first, used: 2 };
  if (next === 'puluh' && first > 1 && first < 10) return plusOnes(words, at, first * 10, 2);
  if (next === 'ratus' || next === 'hundred') return plusTens(words, at, first * 100);
  if (first === 100) return plusTens(words, at, 100, 1);
  return first >= 20 && first < 100 ? plusOnes(words, at, first, 1) : { value: first, used: 1 };
}

function plusOnes(words: readonly string[], at: number, value: number, used: number): NumberAt {
  const ones = oneAt(words, at + used);
  return ones !== undefined && ones > 0 && ones < 10 ? { value: value + ones, used: used + 1 } : { value, used };
}

function plusTens(words: readonly string[], at: number, value: number, used = 2): NumberAt {
  const rest = wordsAt(words, at + used);
  return rest !== undefined && rest.value < 100
    ? { value: value + rest.value, used: used + rest.used }
    : { value, used };
}

const oneAt = (words: readonly string[], at: number): number | undefined => {
  const word = words[at] ?? '';
  return Object.hasOwn(ONES, word) ? ONES[word] : undefined;
};
