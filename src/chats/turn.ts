import type { OutMessage } from '../channels/channel.ts';
import type { ErrorCode } from '../core/errors.ts';
import type { Key } from '../core/ids.ts';
import type { ChatDocument } from './chat-document.ts';
import type { ChatChanges, ChatStore } from './chat-store.ts';
import type { ChatState, Decision, Desk, Doing } from './desk.ts';
import type { InMail, ReceivedFile } from './mail-document.ts';
import type { Quoted } from './quoted-by.ts';

/** Thrown inside a turn when its chat was saved by somebody else: whoever has it now decides. */
export class NotOurs extends Error {
  readonly code = 'not-ours' satisfies ErrorCode;
}

export interface TurnDeps {
  readonly chats: ChatStore;
  readonly desk: Desk;
  readonly fence: () => number;
  readonly now: () => Date;
  /** Fetches, checks and stores the files of a run. */
  readonly receiveFiles: (run: readonly InMail[]) => Promise<ReadonlyMap<Key, ReceivedFile>>;
  /** What a quoted message was about. */
  readonly quotedBy: (mail: InMail) => Promise<Quoted>;
}

export interface Turned {
  readonly chat: ChatDocument;
  readonly answers: readonly OutMessage[];
  readonly files: ReadonlyMap<Key, ReceivedFile>;
}

/**
 * One turn: the desk decides on a run, and talk, answers and keys are saved in one guarded write. Before an act the move so far
 * is saved too, so that a repeated turn calls the same act with the same input.
 */
export async function runTurn(deps: TurnDeps, chat: ChatDocument, run: readonly InMail[]): Promise<Turned> {
  const house = run[0]?.body;
  if (house?.type === 'hush' || house?.type === 'resume') {
    const quiet = house.type === 'hush' ? { until: house.until, by: house.by } : undefined;
    return { chat: await save(deps, chat, { quiet, ...settled(run, []) }), answers: [], files: new Map() };
  }
  const files = await deps.receiveFiles(run);
  const quoted = await Promise.all(run.map(deps.quotedBy));
  const whole = run.map((mail, i) => ({ ...mail, ...withFile(files.get(mail._id)), ...quoted[i] }));
  let current = chat;
  const decision = await deps.desk.answer({
    chat: stateOf(chat, run),
    run: whole,
    ...(isSameRun(chat.doing, run) && chat.doing && { doing: chat.doing }),
    now: deps.now(),
    before: async (doing) => {
      current = await save(deps, current, { doing });
    },
  });
  const saved = await save(deps, current, changesOf(current, decision, run, deps.now()));
  return { chat: saved, answers: decision.answers, files };
}

async function save(deps: TurnDeps, chat: ChatDocument, changes: ChatChanges): Promise<ChatDocument> {
  const saved = await deps.chats.save(chat, deps.fence(), changes);
  if (!saved) throw new NotOurs(`chat ${chat._id} was saved by somebody else`);
  return saved;
}

function changesOf(chat: ChatDocument, decision: Decision, run: readonly InMail[], now: Date): ChatChanges {
  const name = run.at(-1)?.name ?? chat.name;
  return {
    talk: decision.talk,
    shown: decision.shown,
    ...(decision.who && { who: decision.who }),
    ...(decision.language && { language: decision.language }),
    ...(name !== undefined && name !== chat.name && { name }),
    ...(decision.quiet !== undefined && { quiet: decision.quiet ?? undefined }),
    heardAt: now,
    ...settled(run, decision.answers),
  };
}

const settled = (run: readonly InMail[], answers: readonly OutMessage[]): ChatChanges => ({
  answers,
  keys: run.map((mail) => mail._id),
  doing: undefined,
});

/** What a desk may see of a chat. */
export function stateOf(chat: ChatDocument, run: readonly InMail[]): ChatState {
  const name = run.at(-1)?.name ?? chat.name;
  return {
    id: chat._id,
    talk: chat.talk,
    shown: chat.shown,
    met: chat.turn > 0,
    ...(chat.who && { who: chat.who }),
    ...(chat.language && { language: chat.language }),
    ...(name !== undefined && { name }),
    ...(chat.quiet && { quiet: chat.quiet }),
  };
}

// What was being done belongs to this run when it began with the same message: a burst may have grown since.
const isSameRun = (doing: Doing | undefined, run: readonly InMail[]): boolean =>
  doing !== undefined && doing.run[0] === run[0]?._id;
const withFile = (file: ReceivedFile | undefined) => (file ? { file } : {});
