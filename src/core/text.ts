// C0 and C1 controls but tab and newline, direction overrides, zero-width marks that are not part of an emoji, BOM.
// biome's noControlCharactersInRegex is kept by writing the classes as Unicode properties.
const CONTROL = /[\p{Cc}]/gu;
const DIRECTION = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF\u200B]/gu;
// Letters and marks that show nothing at all: a name of them looks empty. The marks that join an emoji stay.
const INVISIBLE = /[\u00AD\u115F\u1160\u2060-\u2064\u3164\uFFA0]/gu;
const COMBINING_PILE = /(\p{M}{4})\p{M}+/gu;

/** The text a person meant: NFC, no control characters, no direction tricks, no lone surrogates, trimmed. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, (c) => (c === '\n' || c === '\t' ? c : ''))
    .replace(DIRECTION, '')
    .replace(INVISIBLE, '')
    .replace(COMBINING_PILE, '$1')
    .trim();
}

/** Cuts a text to `max` UTF-16 units without breaking a character, with an ellipsis when something was cut. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}

/** Lower case, one space between words, without accents and punctuation: the form in which words are compared and indexed. */
export function foldText(text: string): string {
  return cleanText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
