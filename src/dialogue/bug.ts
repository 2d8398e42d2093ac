import type { ErrorCode } from '../core/errors.ts';

/** A promise of the dialogue room that was broken: a text, a value or a step that must be there is not. Never the person's fault. */
export class DialogueBug extends Error {
  readonly code = 'bug' satisfies ErrorCode;
  readonly level = 'error';
}
