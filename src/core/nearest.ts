import { distance } from 'fastest-levenshtein';

/** The known word that a mistyped one most likely means; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const allowed = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const [best] = known
    .map((name) => ({ name, far: far(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far);
  return best?.name;
}

// Letters in the wrong order are one slip of the fingers, not two.
const far = (a: string, b: string): number =>
  letters(a) === letters(b) ? Math.min(1, distance(a, b)) : distance(a, b);
const letters = (word: string): string => word.split('').sort().join('');

/** What would be right, for a person who mistyped a name: the nearest one, or those there are. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  return known.length === 0
    ? 'there is none yet'
    : `there are: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`;
}
