import { foldText } from '../../../core/text.ts';
import type { Reader } from '../../../dialogue/kind.ts';

/** Reads which language a person wants: `english please`, `bahasa indonesia aja`. */
export const languageReader: Reader = ({ text }) => {
  const words = foldText(text);
  const id = /\b(?:indonesia|indonesian|indo)\b/.test(words);
  const en = /\b(?:english|inggris)\b/.test(words);
  return id === en ? {} : { pilihan: { picked: id ? 'id' : 'en' } };
};
