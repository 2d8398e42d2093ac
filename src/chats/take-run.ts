import type { InMail } from './mail-document.ts';

/** What a lane does next with its open mail. */
export type RunOrWait =
  | { readonly type: 'none' }
  /** Not yet: more of the same may come. */
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'run'; readonly run: readonly InMail[] };

/** Texts of a burst, and photos of an album, are waited for this long after the last one. */
export const SETTLE_MS = 700;
/** A run has an end, whoever keeps typing. */
const LONGEST_RUN = 20;

/**
 * Takes the next run: an album, the texts of a burst, or one thing alone, in the order of acceptance. Pure. `restedMs` is how
 * long ago the last mail came; `complete` says that the open question needs no more than this.
 */
export function takeRun(
  queue: readonly InMail[],
  restedMs: number,
  settleMs: number,
  complete: (run: readonly InMail[]) => boolean,
): RunOrWait {
  const first = queue[0];
  if (!first) return { type: 'none' };
  if (!gathers(first)) return { type: 'run', run: [first] };
  const run = together(first, queue);
  // Somebody who types ahead answers one question after another: the first that completes the open one stands alone.
  const enough = first.body.type === 'text' ? run.findIndex((_, i) => complete(run.slice(0, i + 1))) : -1;
  if (enough !== -1) return { type: 'run', run: run.slice(0, enough + 1) };
  if (run.length < queue.length || run.length >= LONGEST_RUN || restedMs >= settleMs) return { type: 'run', run };
  return { type: 'wait', ms: settleMs - restedMs };
}

function together(first: InMail, queue: readonly InMail[]): readonly InMail[] {
  const end = queue.findIndex((mail, i) => i > 0 && !joins(first, mail));
  return queue.slice(0, Math.min(end === -1 ? queue.length : end, LONGEST_RUN));
}

// A command, a tap, a quote and a word of the house stand alone; so does mail that failed before, or it would take others with it.
function gathers(mail: InMail): boolean {
  if (mail.tries !== undefined || mail.quotes !== undefined || mail.by === 'house') return false;
  if (mail.body.type === 'media')
    return mail.body.kind === 'image' || mail.body.kind === 'video' || mail.body.kind === 'file';
  return mail.body.type === 'text' && !mail.body.text.startsWith('/');
}

function joins(first: InMail, next: InMail): boolean {
  if (!gathers(next) || next.by !== first.by || next.body.type !== first.body.type) return false;
  // What somebody else wrote and what is said about it are two things.
  if (next.forwarded !== first.forwarded) return false;
  return next.body.type === 'media' ? next.album === first.album : true;
}
