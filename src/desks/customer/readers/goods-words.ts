import type { Reader } from '../../../dialogue/kind.ts';
import { goodsWordsIn } from '../goods/goods-words-in.ts';

/** Finds what a question about price or stock is about. */
export const goodsWordsReader: Reader = ({ text }) => {
  const kata = goodsWordsIn(text);
  return kata === undefined ? {} : { kata };
};
