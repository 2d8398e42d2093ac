import type { ErrorCode } from '../core/errors.ts';
import { type Mistake, showMistake } from '../core/yaml/mistake.ts';

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
