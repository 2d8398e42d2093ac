import type { Choice } from '../../channels/channel.ts';

/** Collects the buttons of a card; each is a verb with the document's code and the number it had when it was shown. */
export function choiceMaker(
  code: string,
  rev: number,
): {
  readonly choice: (verb: string, label: string, row: number, word?: string) => void;
  readonly done: () => readonly Choice[];
} {
  const choices: Choice[] = [];
  return {
    choice: (verb, label, row, word = verb) => {
      choices.push({ label, row, tap: { verb, code, rev }, word: `${word} ${code}` });
    },
    done: () => choices,
  };
}
