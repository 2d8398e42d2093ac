import { distance } from 'fastest-levenshtein';
import { foldText } from '../core/text.ts';
import type { Option } from './meaning.ts';
import { bare } from './words.ts';

/** The option that typed words mean: exactly, as part of a sentence (longest first), as the only beginning, or mistyped. */
export function matchOption(text: string, options: readonly Option[]): Option | undefined {
  const said = foldText(text);
  if (said === '' || said.length > 200) return undefined;
  const named = namesOf(options);
  return (
    matchWhole(text, options) ??
    only(inSentence(said, named)) ??
    only(named.filter(({ option, word }) => option.numbered && said.length >= 2 && startsWith(word, bare(text)))) ??
    only(
      named.filter(
        ({ option, word }) =>
          option.numbered && word.length >= 5 && distance(word, bare(text)) <= Math.floor(word.length / 5),
      ),
    )
  );
}

/** The option that a whole reply names, courtesy aside. */
export function matchWhole(text: string, options: readonly Option[]): Option | undefined {
  const said = [foldText(text), bare(text)];
  return namesOf(options).find(({ word }) => said.includes(word))?.option;
}

const namesOf = (options: readonly Option[]): readonly Named[] =>
  options.flatMap((option) =>
    option.words.map((word) => ({ option, word: foldText(word) })).filter(({ word }) => word !== ''),
  );

interface Named {
  readonly option: Option;
  readonly word: string;
}

function inSentence(said: string, named: readonly Named[]): readonly Named[] {
  const found = named
    .filter(
      ({ option, word }) =>
        option.numbered && word.length >= 3 && !/^\d+$/.test(word) && ` ${said} `.includes(` ${word} `),
    )
    .toSorted((a, b) => b.word.length - a.word.length);
  return found.filter(({ word }) => word.length === found[0]?.word.length);
}

// "jne" begins "jne reg", and "ya" begins "ya 100 pcs", but "ya" does not begin "yakult".
const startsWith = (word: string, said: string): boolean =>
  said !== '' && (word === said || word.startsWith(`${said} `) || (said.length >= 4 && word.startsWith(said)));

function only(found: readonly Named[]): Option | undefined {
  const [first] = found;
  return first !== undefined && found.every(({ option }) => option === first.option) ? first.option : undefined;
}
