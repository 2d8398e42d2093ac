import { foldText } from '../core/text.ts';
import { plainWord } from './words.ts';

/** The words that work everywhere in a talk. */
export type GlobalWord = 'cancel' | 'back' | 'menu' | 'help' | 'human';

const WORDS: Readonly<Record<string, GlobalWord>> = {
  batal: 'cancel',
  batalkan: 'cancel',
  cancel: 'cancel',
  stop: 'cancel',
  berhenti: 'cancel',
  keluar: 'cancel',
  udahan: 'cancel',
  kembali: 'back',
  balik: 'back',
  back: 'back',
  mundur: 'back',
  undo: 'back',
  sebelumnya: 'back',
  menu: 'menu',
  start: 'menu',
  mulai: 'menu',
  home: 'menu',
  awal: 'menu',
  beranda: 'menu',
  bantuan: 'help',
  help: 'help',
  bantu: 'help',
  tolong: 'help',
  bingung: 'help',
  panduan: 'help',
  cs: 'human',
  admin: 'human',
  human: 'human',
  operator: 'human',
  manusia: 'human',
  agent: 'human',
  owner: 'human',
};

const POLITE = new Set(
  'kak ka kakak min ya yah dong deh aja saja please pls tolong minta ke hubungi panggil utama gan sis bang mas mba mbak'.split(
    ' ',
  ),
);

/** Reads a word that works everywhere; only when it stands alone, with no more than politeness around it. */
export function readGlobalWord(text: string): GlobalWord | undefined {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  // `batal` alone ends the talk; `batalin pesanan kemarin` says more, and is a wish like any other.
  const telling = words.length === 1 ? words : words.filter((word) => !POLITE.has(word));
  const [word = ''] = telling;
  if (words.length > 4 || telling.length !== 1) return undefined;
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  return plainWord(word) === 'batal' && word.length <= 6 ? 'cancel' : undefined;
}
