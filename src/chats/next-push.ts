import { MINUTE } from '../core/clock.ts';
import type { PushMail } from './mail-document.ts';

/** What a lane does next with its waiting pushes. */
export type PushOrWait =
  | { readonly type: 'none' }
  | { readonly type: 'until'; readonly at: Date }
  | { readonly type: 'send'; readonly push: PushMail }
  | { readonly type: 'drop'; readonly push: PushMail; readonly end: 'expired' | 'superseded' };

/** A push does not break into a question that was answered less than this ago; money does. */
const MANNERS_MS = 5 * MINUTE;
const MONEY = 0;

/** Chooses the next push of one chat, or says which has no more sense. Pure. */
export function nextPush(
  pushes: readonly PushMail[],
  now: Date,
  question: { readonly open: boolean; readonly heardAt?: Date | undefined },
): PushOrWait {
  const ordered = [...pushes].sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq);
  const pointless = ordered.find((push, i) => isSuperseded(push, ordered.slice(i + 1)));
  if (pointless) return { type: 'drop', push: pointless, end: 'superseded' };
  const late = ordered.find((push) => push.goodUntil && push.goodUntil <= now);
  if (late) return { type: 'drop', push: late, end: 'expired' };
  // Only the earliest of a thread may go: what happened first is told first.
  const heads = ordered.filter((push, i) => !ordered.slice(0, i).some((earlier) => earlier.thread === push.thread));
  const times = heads.map((push) => ({ push, at: freeAt(push, question) }));
  const ready = times.filter(({ at }) => at <= now).sort((a, b) => a.push.rank - b.push.rank)[0];
  if (ready) return { type: 'send', push: ready.push };
  const soonest = times.reduce<Date | undefined>((first, { at }) => (!first || at < first ? at : first), undefined);
  return soonest ? { type: 'until', at: soonest } : { type: 'none' };
}

// A card that is to be seen goes out before those that only edit it.
function isSuperseded(push: PushMail, later: readonly PushMail[]): boolean {
  return later.some(
    (next) =>
      next.thread === push.thread &&
      ((push.card && next.card && !(next.edits && !push.edits)) ||
        (next.replaces !== undefined && next.replaces === push.replaces)),
  );
}

function freeAt(push: PushMail, question: { readonly open: boolean; readonly heardAt?: Date | undefined }): Date {
  const own = push.notBefore ?? push.at;
  if (push.rank === MONEY || !question.open || !question.heardAt) return own;
  const polite = new Date(question.heardAt.getTime() + MANNERS_MS);
  return polite > own ? polite : own;
}
