import { cutText } from '../../../core/text.ts';
import { caseGoods } from '../../../notices/tellers/case-words.ts';
import type { Case } from '../../../shop/cases/case.ts';

/** What a case is about in a few words: `1 x Kaos Polos +1`. */
export function goodsInWords({ lines: [first, ...others] }: Pick<Case, 'lines'>): string {
  if (!first) return '';
  const line = cutText(caseGoods(first), 24);
  return others.length === 0 ? line : `${line} +${others.length}`;
}
