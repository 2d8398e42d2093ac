import { foldText } from '../core/text.ts';
import { readGlobalWord } from '../understanding/global-word.ts';
import { readYesNo } from '../understanding/yes-no.ts';

/** Words that mean the same wherever a person is. */
export type GlobalWord = 'batal' | 'kembali' | 'menu' | 'bantuan' | 'cs';

const MEANS: Readonly<Record<ReturnType<typeof readGlobalWord> & string, GlobalWord>> = {
  cancel: 'batal',
  back: 'kembali',
  menu: 'menu',
  help: 'bantuan',
  human: 'cs',
};
/** What several words together mean when they are all that is said. */
const PHRASES: Readonly<Record<string, GlobalWord>> = {
  'ga jadi': 'batal',
  'gak jadi': 'batal',
  'nggak jadi': 'batal',
  'tidak jadi': 'batal',
  'customer service': 'cs',
  'chat admin': 'cs',
  'bicara dengan admin': 'cs',
};

const SKIP = [
  'lewati',
  'lewat',
  'skip',
  'tidak ada',
  'tdk ada',
  'ga ada',
  'gak ada',
  'nggak ada',
  'kosong',
  'kosongkan',
  'tanpa',
  'none',
  'no',
  'tidak',
  'gak',
  'ga',
  'nggak',
  'nihil',
];
const DONE = [
  'selesai',
  'sudah',
  'udah',
  'cukup',
  'itu',
  'sudah itu',
  'udah itu',
  'itu saja',
  'itu aja',
  'sudah semua',
  'udah semua',
  'done',
  'finish',
  'that s all',
  'tidak ada lagi',
  'ga ada lagi',
  'gak ada lagi',
  'sudah cukup',
  'udah cukup',
  'tidak',
  'gak',
  'ga',
  'no',
  'nggak',
];
const KEEP = ['tetap', 'tetap itu', 'biarkan', 'biarin', 'keep', 'sama', 'yang tadi', 'pakai yang tadi'];

// What people hang on to a word out of courtesy: "ya kak", "oke deh min".
const COURTESY =
  /\b(kak|ka|kakak|min|gan|sis|bro|bang|mas|mbak|pak|bu|dong|deh|ah|aja|saja|ya|yaa|yah|nih|lah|kok|pls|please|thanks|makasih|terima kasih)\b/g;

/** The words of a short answer without courtesy; the words themselves when nothing else is left. */
export function bare(text: string): string {
  const folded = foldText(text) || text.trim();
  const stripped = folded.replace(COURTESY, ' ').replace(/\s+/g, ' ').trim();
  return stripped === '' ? (folded.split(' ')[0] ?? '') : stripped;
}

const isOneOf =
  (words: readonly string[]) =>
  (text: string): boolean =>
    words.includes(foldText(text)) || words.includes(bare(text));

/** True for `ya`, `oke kak`, `sudah benar`: nothing but consent. */
export const isYes = (text: string): boolean => readYesNo(text) === 'yes';
/** True for `tidak`, `bukan`, `belum`: nothing but a refusal; who says `batal` wants to leave, not to refuse. */
export const isNo = (text: string): boolean => readYesNo(text) === 'no' && globalWord(text) === undefined;
/** True for `lewati`, `tidak ada`, `-`: the optional question is passed over. */
export const isSkip = (text: string): boolean => /^\s*[-–—.]+\s*$/.test(text) || isOneOf(SKIP)(text);
/** True for `selesai`, `itu saja`: nothing more is collected. */
export const isDone = isOneOf(DONE);
/** True for `tetap`: the value that is there stays. */
export const isKeep = isOneOf(KEEP);

/** True for words of thanks: `terima kasih` begins like a receipt and is none. */
export const isThanks = (text: string): boolean =>
  /^(terima ?kasi|trima ?kasi|trims|makasi|thanks|thank you)/.test(foldText(text.slice(0, 40)));

/** The global word that a whole message is, courtesy aside. */
export function globalWord(text: string): GlobalWord | undefined {
  const word = readGlobalWord(text);
  if (word !== undefined) return MEANS[word];
  const said = [foldText(text), bare(text)].find((one) => Object.hasOwn(PHRASES, one));
  return said === undefined ? undefined : PHRASES[said];
}

/** The bare number of a list that a whole message is: `2`, `no 2`, `nomor 2`, `yang 2`, `2.`, `(2)`, `#2 ya`. */
export function bareNumber(text: string): number | undefined {
  const match = /^(?:(?:yang|yg|no|nomor|nomer|number|the|pilih|pilihan|opsi|option)\s*){0,2}(\d{1,3}|[a-z]+)$/.exec(
    bare(text),
  );
  const said = match?.[1];
  if (said === undefined || /\d[.,:/]\d/.test(text)) return undefined;
  if (/\d/.test(said)) return Number(said);
  const place = ORDINALS.findIndex((names) => names.includes(said));
  return place === -1 ? undefined : place + 1;
}

const ORDINALS: readonly (readonly string[])[] = [
  ['pertama', 'first'],
  ['kedua', 'second'],
  ['ketiga', 'third'],
  ['keempat', 'fourth'],
  ['kelima', 'fifth'],
];
