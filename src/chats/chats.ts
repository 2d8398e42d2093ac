import type { Channel, OutMessage } from '../channels/channel.ts';
import type { Clock } from '../core/clock.ts';
import { type ChatId, type Key, keyOf } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { Buried } from '../store/buried.ts';
import type { Leases } from '../store/leases.ts';
import { Account } from './account.ts';
import type { ChatDocument } from './chat-document.ts';
import type { ChatStore } from './chat-store.ts';
import type { Desk } from './desk.ts';
import { type HouseBody, type InMail, type MailDocument, type Push, type PushMail, RANKS } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';
import type { CheckFile } from './media.ts';
import { slotOf } from './slots.ts';
import { SETTLE_MS } from './take-run.ts';

export interface ChatsDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly chats: ChatStore;
  readonly mail: MailStore;
  readonly desk: Desk;
  readonly leases: Leases;
  readonly buried: Buried;
  readonly checkFile: CheckFile;
  /** What a person is told once when their message could not be handled yet. */
  readonly sorry: (chat: ChatDocument | undefined) => OutMessage;
  /** Pushes accepted before this are held back, until it says nothing more. */
  readonly heldBefore?: () => Date | undefined;
  readonly settleMs?: number;
  readonly lookMs?: number;
}

/** The chats of the shop: whatever comes in is answered in its lane, whatever waits is pushed out. */
export interface Chats {
  /** Serves a channel until `stop`; resolves when nothing of it is left running. */
  serve(channel: Channel, stop: AbortSignal): Promise<void>;
  /** Puts a push into the mail; the same key again is the same push. */
  push(push: Push): Promise<void>;
  /** A word of the house to a chat's lane: be silent, speak again, forget. */
  tell(chat: ChatId, body: HouseBody, key: Key): Promise<void>;
  /** Wakes all lanes: the clock was moved. */
  wakeAll(): void;
  /** True while anything is being handled or said in this process. */
  busy(): boolean;
  /** Open mail in the lanes of this process. */
  backlog(): number;
  readonly accounts: readonly Account[];
}

/** Puts the chats room together. */
export function createChats(deps: ChatsDeps): Chats {
  const accounts: Account[] = [];
  let seq = 0;
  const nextSeq = (): number => ++seq;

  async function put(mail: MailDocument): Promise<void> {
    if ((await deps.mail.insert(mail)) === 'inserted')
      accounts.find((account) => account.serves(mail.chat))?.enter([mail]);
  }

  const base = (key: Key, chat: ChatId) =>
    ({ _id: key, v: 1, chat, slot: slotOf(chat), at: deps.clock.now(), seq: nextSeq(), open: true, refs: [] }) as const;

  const push = async ({ rank, ...rest }: Push): Promise<void> => {
    const mail: PushMail = {
      ...rest,
      ...base(rest._id, rest.chat),
      dir: 'out',
      rank: RANKS.indexOf(rank),
      tries: 0,
      unknowns: 0,
    };
    await put(mail);
  };

  const apologise = async (mail: InMail): Promise<void> => {
    const chat = await deps.chats.load(mail.chat);
    await push({
      _id: keyOf(mail._id, 'sorry'),
      chat: mail.chat,
      thread: `sorry/${mail._id}`,
      rank: 'money',
      message: deps.sorry(chat),
    });
  };

  return {
    accounts,
    push,
    async serve(channel, stop) {
      const account = new Account({
        ...deps,
        channel,
        settleMs: deps.settleMs ?? SETTLE_MS,
        lookMs: deps.lookMs ?? 200,
        nextSeq,
        heldBefore: deps.heldBefore ?? (() => undefined),
        apologise,
      });
      accounts.push(account);
      await account.run(stop);
    },
    tell: (chat, body, key) => put({ ...base(key, chat), dir: 'in', by: 'house', sentAt: deps.clock.now(), body }),
    wakeAll: () => {
      for (const account of accounts) account.wakeAll();
    },
    busy: () => accounts.some((account) => account.busy),
    backlog: () => accounts.reduce((sum, account) => sum + account.backlog, 0),
  };
}
