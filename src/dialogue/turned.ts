import type { StepId } from './flow.ts';
import type { Line, Next, Talk } from './talk.ts';

/** What became of one talk: it waits (for the person or for facts), or it leaves its step. */
export type Turned =
  | { readonly type: 'stays'; readonly talk: Talk; readonly lines: readonly Line[]; readonly next: Next }
  /** `to` undefined: the next step by rule. */
  | { readonly type: 'goes'; readonly talk: Talk; readonly lines: readonly Line[]; readonly to: StepId | undefined };

/** The same with words said before. */
export const after = (lines: readonly Line[], turned: Turned): Turned => ({
  ...turned,
  lines: [...lines, ...turned.lines],
});

/** Waits for the person. */
export const waiting = (talk: Talk, lines: readonly Line[]): Turned => ({
  type: 'stays',
  talk,
  lines,
  next: { type: 'wait' },
});

/** Waits for facts that somebody has to look up. */
export const needing = (talk: Talk, next: Next): Turned => ({ type: 'stays', talk, lines: [], next });

/** Leaves the step. */
export const going = (talk: Talk, to: StepId | undefined, lines: readonly Line[] = []): Turned => ({
  type: 'goes',
  talk,
  lines,
  to,
});

/** The talk with its question forgotten: nothing is asked, nothing is half said. */
export function unasked(talk: Talk): Talk {
  const { asking: _, kept: __, more: ___, offered: ____, leaving: _____, ...rest } = talk;
  return { ...rest, tries: 0 };
}
