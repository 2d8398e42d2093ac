import type { Key } from '../core/ids.ts';
import { type ChatDocument, newChat } from './chat-document.ts';
import type { LaneDeps } from './lane-deps.ts';
import type { InMail, ReceivedFile, Sent } from './mail-document.ts';
import { slotOf } from './slots.ts';
import { NotOurs, type Turned } from './turn.ts';

/** The house's word to forget; it stands alone in its run. */
type ForgetWord = InMail & { readonly body: { readonly type: 'forget' } };

export const isForgetWord = (mail: InMail | undefined): mail is ForgetWord => mail?.body.type === 'forget';

/** The last thing that is said in a chat before it is forgotten; no desk is asked. */
export const lastTurn = async (chat: ChatDocument, { body }: ForgetWord): Promise<Turned> => ({
  chat,
  answers: body.last ? [body.last] : [],
  files: new Map(),
});

/**
 * Closes a run whose answers are sent. A word to forget does now what it says, in the lane of its chat, and goes last itself, so
 * that it is called again after a crash; who writes next is met as somebody new.
 */
export async function closeRun(
  lane: LaneDeps,
  chat: ChatDocument | undefined,
  run: readonly InMail[],
  log: readonly Sent[],
  files: ReadonlyMap<Key, ReceivedFile>,
): Promise<'said' | 'let-go' | 'forgot'> {
  const [word] = run;
  if (!isForgetWord(word)) {
    await lane.mail.close(run, log, files);
    return 'said';
  }
  const there = chat ?? newChat(word.chat, slotOf(word.chat));
  const fence = lane.turn.fence();
  if (word.body.what === 'talk') {
    const talk = { talk: [], shown: [], answers: [], keys: [], doing: undefined };
    if (!(await lane.chats.save(there, fence, talk))) throw new NotOurs(`chat ${there._id}`);
    await lane.mail.close(run, log, files);
    return 'let-go';
  }
  if (!(await lane.chats.forget(there, fence))) throw new NotOurs(`chat ${there._id}`);
  await lane.mail.forgetChat(there._id, word._id);
  return 'forgot';
}
