import { cutText, foldText } from '../../../core/text.ts';
import { isQueryTalk } from '../../../understanding/product-words.ts';

/** The words of a question that name something (`harga kaos hitam berapa kak` asks for `kaos hitam`); undefined when none does. */
export function goodsWordsIn(text: string): string | undefined {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !isQueryTalk(word) && !ASKING.has(word));
  return words.some((word) => /\p{L}{2}/u.test(word)) ? cutText(words.join(' '), 80) : undefined;
}

const ASKING = new Set(
  'kalau kalo klo tanya nanya boleh tau tahu gimana bagaimana kapan katalog ada ready price stock available'.split(' '),
);
