import type { ErrorCode } from '../core/errors.ts';

/** One mistake in a file of `flows/`, with where it stands, what was found and what would be right. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly right?: string;
}

/** Thrown at start when files of `flows/` cannot be used; carries every mistake at once. */
export class FlowError extends Error {
  readonly code = 'flow-error' satisfies ErrorCode;
  readonly level = 'fatal';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(showMistake).join('\n'));
    this.name = 'FlowError';
    this.mistakes = mistakes;
  }
}

/** A mistake on one line: `customer/pesan.yaml:12:7: unknown step "manusai"; did you mean "manusia"?`. */
export const showMistake = ({ file, line, column, found, right }: Mistake): string =>
  `${file}:${line}:${column}: ${found}${right === undefined ? '' : `; ${right}`}`;
