import type { InBody, OutMessage, PlatformRef, StoredFile } from '../channels/channel.ts';
import type { ChatId, Key } from '../core/ids.ts';

interface Mail {
  readonly _id: Key;
  readonly v: 1;
  readonly chat: ChatId;
  /** One of 64, a hash of the chat; what a lease on a webhook account covers. */
  readonly slot: number;
  /** When it was accepted, by the business clock; with `seq` the order of acceptance. */
  readonly at: Date;
  readonly seq: number;
  /** True until it is handled and all that it said is sent and logged on it. */
  readonly open: boolean;
  /** The platform's ids of this message and of what answered it; indexed with the chat so that a quote finds it. */
  readonly refs: readonly PlatformRef[];
}

/** Something that came in; `house` is a word of the house itself to that chat's lane (silence, speak again, forget). */
export interface InMail extends Mail {
  readonly dir: 'in';
  readonly by: 'person' | 'owner' | 'house';
  readonly sentAt: Date;
  readonly name?: string;
  readonly quotes?: PlatformRef;
  /** What the quoted message was about. */
  readonly about?: string;
  /** The quoted message passed somebody's own words on. */
  readonly relayed?: true;
  /** Somebody else's words or file, forwarded. */
  readonly forwarded?: true;
  readonly album?: string;
  readonly body: InBody | HouseBody;
  /** The file behind a media body once fetched, checked and stored. */
  readonly file?: ReceivedFile;
  /** Failed tries; the fifth buries it where the owner sees it. */
  readonly tries?: number;
  readonly notBefore?: Date;
  readonly end?: 'done' | 'stray' | 'buried';
  /** What was answered, with what became of it. */
  readonly log?: readonly Sent[];
}

/** What became of a file that a person sent: stored under its hash, or why it could not be taken. */
export type ReceivedFile =
  | {
      readonly type: 'stored';
      readonly kind: 'image' | 'pdf' | 'file' | 'audio' | 'video';
      readonly file: StoredFile;
    }
  | {
      readonly type: 'failed';
      readonly reason: 'gone' | 'too-large' | 'not-readable' | 'not-allowed' | 'later';
    };

export type HouseBody =
  | { readonly type: 'hush'; readonly until: Date; readonly by: string }
  | { readonly type: 'resume' }
  /** Forget this chat and all of its mail, after `last` is said; or only what is open in its talk. */
  | { readonly type: 'forget'; readonly what: 'all' | 'talk'; readonly last?: OutMessage };

export interface Sent {
  readonly message: OutMessage;
  readonly at: Date;
  readonly outcome: 'sent' | 'unknown' | 'refused';
  readonly ref?: PlatformRef;
}

/** Ranks of pushes to one person, the first goes first. */
export const RANKS = ['money', 'exception', 'status', 'promo'] as const;
type Rank = (typeof RANKS)[number];

/** A push: mail that waits. Its key is made from its cause: `<document>/<history n>/<duty>/<to>`. */
export interface PushMail extends Mail {
  readonly dir: 'out';
  readonly message: OutMessage;
  /** The order or case it tells of; one push of a thread at a time. */
  readonly thread: string;
  /** The code a quoting reply is about. */
  readonly about?: string;
  readonly rank: number;
  readonly notBefore?: Date;
  readonly goodUntil?: Date;
  /** A card: edits the last sent card of the same thread in this chat; an unsent earlier one is superseded. */
  readonly card?: boolean;
  /** A card drawn anew for nobody's attention: it only edits the one that is there, and is never a message of its own. */
  readonly edits?: boolean;
  /** This push makes unsent earlier ones of the thread with this word pointless. */
  readonly replaces?: string;
  readonly tries: number;
  readonly unknowns: number;
  readonly end?: 'sent' | 'superseded' | 'expired' | 'blocked' | 'refused' | 'dead';
  readonly sentAt?: Date;
  readonly reason?: string;
}

export type MailDocument = InMail | PushMail;

/** What a room hands in to be pushed. */
export type Push = Omit<
  PushMail,
  'v' | 'dir' | 'slot' | 'at' | 'seq' | 'open' | 'refs' | 'tries' | 'unknowns' | 'rank'
> & {
  readonly rank: Rank;
};
