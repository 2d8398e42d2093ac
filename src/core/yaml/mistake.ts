/** One mistake in a file of `flows/`, with where it stands, what was found and what would be right. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly right?: string;
}

/** A mistake on one line: `customer/pesan.yaml:12:7: unknown step "manusai"; did you mean "manusia"?`. */
export const showMistake = ({ file, line, column, found, right }: Mistake): string =>
  `${file}:${line}:${column}: ${found}${right === undefined ? '' : `; ${right}`}`;
