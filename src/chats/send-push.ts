import { HOUR, SECOND } from '../core/clock.ts';
import { deliverPush } from './deliver.ts';
import type { LaneDeps } from './lane-deps.ts';
import type { PushMail } from './mail-document.ts';

/** A push that could not be sent for this long after its time is dead, and the owner sees it. */
const PATIENCE_MS = 24 * HOUR;
const UNKNOWN_PAUSE_MS = SECOND;

/** Sends one push and records what became of it; the push as it now waits, or undefined when it has ended. */
export async function sendPush(deps: LaneDeps, push: PushMail): Promise<PushMail | undefined> {
  if (!deps.held()) return push;
  const replaces = push.card ? (await deps.mail.lastCard(push.chat, push.thread))?.refs[0] : undefined;
  if (push.edits && (replaces === undefined || !deps.delivery.channel.can.edit)) {
    await deps.mail.end(push, 'superseded', deps.clock.now(), { reason: 'no card to edit' });
    return undefined;
  }
  const outcome = await deliverPush(deps.delivery, push, replaces, deps.stop);
  const now = deps.clock.now();
  if (outcome.type === 'ended') {
    if (outcome.end !== 'sent') deps.log.warn({ key: push._id, reason: outcome.reason }, 'push refused');
    await deps.mail.end(push, outcome.end, now, outcome);
    return undefined;
  }
  const unknowns = push.unknowns + (outcome.unknown ? 1 : 0);
  const tries = push.tries + 1;
  const due = push.notBefore ?? push.at;
  deps.log.info({ key: push._id, tries, unknowns, reason: outcome.reason }, 'push waits');
  if (unknowns > 1 || now.getTime() - due.getTime() > PATIENCE_MS) {
    await deps.mail.end(push, 'dead', now, { reason: outcome.reason });
    return undefined;
  }
  const notBefore = new Date(now.getTime() + (outcome.unknown ? UNKNOWN_PAUSE_MS : outcome.afterMs));
  await deps.mail.again(push, { tries, unknowns, notBefore });
  return { ...push, tries, unknowns, notBefore };
}
