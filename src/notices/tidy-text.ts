/** A text whose empty values left gaps, without them: no blank lines in a row, no blanks in pairs or at the ends. */
export const tidyText = (text: string): string =>
  text
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
