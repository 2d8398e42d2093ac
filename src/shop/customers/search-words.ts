import { foldText } from '../../core/text.ts';

/** The words by which a person is found: those of the name, the phone's digits, and the same backwards for its last ones. */
export function searchWords(name: string, phone: string | undefined): readonly string[] {
  const digits = phone === undefined ? '' : phone.replace(/\D/g, '');
  const phones = digits === '' ? [] : [digits, `~${backwards(digits)}`];
  return [...new Set([...foldText(name).split(' ').filter(Boolean), ...phones])];
}

/** What a search text asks of those words: each is the beginning of one. */
export function wordsAsked(text: string): readonly string[] {
  const digits = text.replace(/[\s\-().+]/g, '');
  if (/^\d{4,}$/.test(digits))
    return [/^(0|62|8)\d{7,}$/.test(digits) ? international(digits) : `~${backwards(digits)}`];
  return foldText(text).split(' ').filter(Boolean);
}

const international = (digits: string): string => digits.replace(/^0/, '62').replace(/^8/, '628');
const backwards = (text: string): string => Array.from(text).reverse().join('');
