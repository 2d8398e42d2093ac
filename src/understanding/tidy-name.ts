/** A name as it looks on a label: one space between words, no loose signs at its ends, capitals where the person typed none. */
export function tidyName(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:/|()"'-]+|[\s,;:/|("'-]+$/g, '')
    .replace(/(?<=\p{L}{4})\.$/u, '')
    .trim();
  return plain === plain.toLowerCase() ? capitals(plain) : plain;
}

/** As `tidyName`, and a name shouted in capitals is calmed: `DUREN JAYA` is `Duren Jaya`. */
export function calmName(text: string): string {
  const plain = tidyName(text);
  return plain.length > 3 && plain === plain.toUpperCase() ? capitals(plain.toLowerCase()) : plain;
}

/** The name of an area, each word with a capital. */
export const calmArea = (text: string): string => capitals(calmName(text));

const capitals = (text: string): string =>
  text.replace(/(^|[\s./(])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
