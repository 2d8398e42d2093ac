import type { Choice, OutMessage } from '../channels/channel.ts';
import type { ChatId, Key } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { InMail } from './mail-document.ts';

export const DESKS = ['customer', 'owner', 'supplier'] as const;
export type DeskName = (typeof DESKS)[number];

/** Who a chat is, by proof: the desk that serves it and the id that its role or its person has there. */
export interface Who {
  readonly desk: DeskName;
  /** A customer's PersonId, a staff member's id, a supplier's id. */
  readonly id: string;
  readonly role?: 'owner' | 'staff';
}

/** The part of a chat's document that a desk reads and decides anew. */
export interface ChatState {
  readonly id: ChatId;
  /** Absent until the chat's first turn. */
  readonly who?: Who;
  readonly language?: Language;
  readonly name?: string;
  /** The open talks, the present one last; the desk's own, chats only keep it. */
  readonly talk: Json;
  /** What bare numbers mean: the list shown last. */
  readonly shown: readonly Choice[];
  /** The bot is silent here until then. */
  readonly quiet?: { readonly until: Date; readonly by: string };
  /** False on the very first run of a chat. */
  readonly met: boolean;
}

/** The whole move so far, written into the chat before an act, so that a repeated turn calls the same act again. */
export interface Doing {
  readonly run: readonly Key[];
  readonly talk: Json;
  readonly answers: Json;
  readonly flow: string;
  readonly step: string;
  readonly action: string;
  readonly input: Json;
  /** Chat facts changed so far by this turn. */
  readonly set?: Json;
}

/** One run of open mail of one chat, to be answered once. */
export interface Turn {
  readonly chat: ChatState;
  readonly run: readonly InMail[];
  /** Found when an earlier try of this very run got as far as an act. */
  readonly doing?: Doing;
  readonly now: Date;
  /** Saves the move so far; throws when the chat is no longer ours. */
  before(doing: Doing): Promise<void>;
}

/** What a turn comes to; saved in one guarded write, and sent after it. */
export interface Decision {
  readonly talk: Json;
  readonly shown: readonly Choice[];
  readonly answers: readonly OutMessage[];
  readonly who?: Who;
  readonly language?: Language;
  readonly quiet?: { readonly until: Date; readonly by: string } | null;
}

/** Whoever answers: the chats room hands it runs and knows nothing of what is said. */
export interface Desk {
  answer(turn: Turn): Promise<Decision>;
  /** True when the run needs no waiting for more: it completes the open question, or is a command, tap or choice. */
  complete(chat: ChatState, run: readonly InMail[]): boolean;
  /** True when the run has to be answered even while the bot is silent in the chat. */
  insists(turn: Pick<Turn, 'chat' | 'run' | 'now'>): boolean;
}
