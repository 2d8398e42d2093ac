import { SECOND } from '../core/clock.ts';
import type { LaneDeps } from './lane-deps.ts';
import type { InMail } from './mail-document.ts';

/** Pauses after a failed try of a run; after the last one it is buried where the owner sees it. */
const PAUSES = [1, 4, 16, 64, 256].map((s) => s * SECOND);

/** Records that a message could not be handled: the mail as it now waits, or undefined when it was buried. */
export async function recordFailure(deps: LaneDeps, mail: InMail, error: unknown): Promise<InMail | undefined> {
  const tries = (mail.tries ?? 0) + 1;
  deps.log.error({ key: mail._id, tries, err: error }, 'turn failed');
  const pause = PAUSES[tries - 1];
  if (pause === undefined) {
    await deps.bury(mail, error);
    // What was being done dies with its message, or the next turn would call that act again.
    const chat = await deps.chats.load(mail.chat);
    if (chat?.doing) await deps.chats.save(chat, deps.turn.fence(), { doing: undefined });
    return undefined;
  }
  const notBefore = new Date(deps.clock.now().getTime() + pause);
  await deps.mail.failed(mail, tries, notBefore);
  if (tries === 2) await deps.apologise(mail);
  return { ...mail, tries, notBefore };
}
