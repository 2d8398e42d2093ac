import { MINUTE } from '../core/clock.ts';
import type { ChatDocument } from './chat-document.ts';
import type { Doing } from './desk.ts';
import type { InMail } from './mail-document.ts';
import { type RunOrWait, takeRun } from './take-run.ts';
import type { Unsent } from './unsent.ts';

export interface PlanAt {
  readonly now: Date;
  /** How long ago the last mail came. */
  readonly restedMs: number;
  readonly settleMs: number;
  /** True when the open question needs no more than this. */
  complete(run: readonly InMail[]): boolean;
}

/** What a lane does next with its open mail, after failures and half-done acts are looked at. Pure. */
export function planRun(
  queue: readonly InMail[],
  doing: Doing | undefined,
  { now, restedMs, settleMs, complete }: PlanAt,
): RunOrWait {
  const first = queue[0];
  const ms = restMs(queue, now);
  if (ms > 0) return { type: 'wait', ms };
  // A turn that got as far as an act is repeated with the very run it had, whatever came since.
  if (first && doing?.run[0] === first._id)
    return { type: 'run', run: queue.filter((mail) => doing.run.includes(mail._id)) };
  return takeRun(queue, restedMs, settleMs, complete);
}

/** How long a run that failed still rests; 0 when it may be tried. */
export function restMs([first]: readonly InMail[], now: Date): number {
  const left = first?.notBefore ? first.notBefore.getTime() - now.getTime() : 0;
  return Math.max(0, Math.min(left, MINUTE));
}

/** Answers of a turn that was saved and whose mail is still open: they are said (perhaps again), never decided again. */
export function leftBehind(queue: readonly InMail[], chat: ChatDocument): Unsent | undefined {
  const run = queue.filter((mail) => chat.keys.includes(mail._id));
  return run.length > 0 ? { run, answers: chat.answers, files: new Map() } : undefined;
}
