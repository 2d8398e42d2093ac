import type { Kind } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { globalWord } from '../../../dialogue/words.ts';
import { readIntent } from '../../../understanding/intent.ts';
import { goodsWordsIn } from '../goods/goods-words-in.ts';
import { wantsElse } from '../wants-else.ts';

/** What a customer calls a product that they ask about, without the question around it. */
export const goodsWords: Kind = {
  parse({ text }) {
    const other =
      globalWord(text) !== undefined || (wantsElse(text) && !ABOUT_GOODS.has(readIntent(text)?.intent ?? ''));
    const words = other ? undefined : goodsWordsIn(text);
    return words === undefined ? { type: 'failed', why: 'cari.tulis-nama' } : { type: 'filled', value: words };
  },
  show: plainText,
};

const ABOUT_GOODS: ReadonlySet<string> = new Set(['price', 'stock', 'catalog']);
