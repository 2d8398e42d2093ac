import type { ChatId, FileId, Key } from '../core/ids.ts';

/** Where a person is reached: channel, the shop's own account there, the person's address there. */
export interface ChatAddress {
  readonly channel: ChannelName;
  readonly account: string;
  readonly person: string;
}

const CHANNELS = ['simulator', 'telegram', 'whatsapp'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** The id of the chat's document: `<channel>/<account>/<person>`. */
export const chatIdOf = (at: ChatAddress): ChatId => `${at.channel}/${at.account}/${at.person}` as ChatId;

/** The address behind a chat's id; the person's part may hold any character but none before it holds a slash. */
export function addressOf(id: ChatId): ChatAddress {
  const [channel, account = '', ...person] = id.split('/');
  return { channel: channel as ChannelName, account, person: person.join('/') };
}

/** A tap on a button, or a word with a code that means the same: `terima K7M2QX`. `rev` is the document's when it was shown. */
export interface Tap {
  readonly verb: string;
  readonly code: string;
  readonly rev?: number;
}

/** What a platform needs to hand out a file again; kept as it came, only its own channel reads it. */
export interface MediaRef {
  readonly channel: ChannelName;
  readonly id: string;
  readonly mime?: string;
  readonly name?: string;
  /** Bytes, as the platform says. */
  readonly size?: number;
}

export type InBody =
  | { readonly type: 'text'; readonly text: string }
  | ({ readonly type: 'tap' } & Tap)
  | {
      readonly type: 'media';
      readonly kind: 'image' | 'file' | 'audio' | 'video';
      readonly ref: MediaRef;
      readonly caption: string;
    }
  | { readonly type: 'place'; readonly lat: number; readonly lon: number }
  | { readonly type: 'cart'; readonly items: readonly { readonly sku: string; readonly quantity: number }[] }
  | { readonly type: 'edited' | 'deleted'; readonly of: Key; readonly text?: string }
  | { readonly type: 'unsupported'; readonly kind: string };

/** One thing a person sent, in words the rest of the house understands. */
export interface InMessage {
  /** `<channel>/<account>/<hash of the chat>/<message id>`: same message, same key, however often the platform delivers it. */
  readonly key: Key;
  readonly chat: ChatAddress;
  /** `owner`: the owner typing by hand in a customer's chat. */
  readonly by: 'person' | 'owner';
  readonly sentAt: Date;
  /** The name the platform shows for the person; never an identity. */
  readonly name?: string;
  /** The platform's own id of the message this one quotes. */
  readonly quotes?: PlatformRef;
  /** True when the words or the file are somebody else's, passed on with the platform's own "forward". */
  readonly forwarded?: true;
  /** The same for all photos sent as one album. */
  readonly album?: string;
  readonly body: InBody;
}

/** The platform's own id of a message that was sent; unique in its chat. */
export type PlatformRef = string;

/** A button where the channel has them, a numbered line where it has none. `tap` travels with the button. */
export interface Choice {
  readonly label: string;
  readonly tap: Tap;
  /** Buttons with the same row stand side by side; without it each stands alone. */
  readonly row?: number;
  /** What to type instead where there are no buttons (`ya`, `terima K7M2QX`); such a choice is written with its word, not numbered. */
  readonly word?: string;
}

/** A file already stored (by its hash) or rendered; never bytes. */
export interface StoredFile {
  readonly id: FileId;
  readonly mime: string;
  readonly name: string;
}

/** What goes out: text, choices, a file. All text is plain: no markup a person's own words could break. */
export interface OutMessage {
  readonly text: string;
  readonly choices?: readonly Choice[];
  readonly file?: StoredFile;
  /** Edit this sent message instead of sending a new one, where the channel can. */
  readonly replaces?: PlatformRef;
  /** The command menu this chat has from now on, where the channel shows one. */
  readonly menu?: 'customer' | 'owner' | 'supplier';
  /** The code a reply that quotes this is about. */
  readonly about?: string;
  /** Somebody's own words passed on: a reply that quotes them is for that person, never a command. */
  readonly relays?: true;
}

/** What happened to a send. A channel never throws for a platform's answer. */
export type SendOutcome =
  | { readonly type: 'sent'; readonly ref: PlatformRef }
  | { readonly type: 'retry'; readonly afterMs: number; readonly reason: string }
  /** Bytes left, no answer came: it may have arrived. */
  | { readonly type: 'unknown'; readonly reason: string }
  | { readonly type: 'refused'; readonly reason: 'blocked' | 'no-such-address' | 'bad-request' };

export type FetchOutcome =
  | { readonly type: 'fetched'; readonly bytes: Uint8Array; readonly mime?: string }
  | { readonly type: 'retry'; readonly afterMs: number }
  | { readonly type: 'gone' };

/** Delivered or read, where a platform says so. */
export interface Receipt {
  readonly chat: ChatAddress;
  readonly ref: PlatformRef;
  readonly state: 'delivered' | 'read' | 'failed';
}

/** What a channel is given to hand in what came. */
export interface Door {
  /** Resolves once the messages are safe on disk, in the order given; only then may the platform be told. Throws when the store is away. */
  accept(messages: readonly InMessage[]): Promise<void>;
  receipt(receipt: Receipt): void;
}

/** What a channel can do: data, not missing methods. */
export interface Can {
  readonly buttons: boolean;
  readonly edit: boolean;
  /** Longest text in UTF-16 units. */
  readonly maxText: number;
  readonly maxCaption: number;
}

export interface Health {
  readonly up: boolean;
  readonly since: Date;
  readonly detail: string;
}

/** A platform behind one contract; it translates and paces, and knows no domain. */
export interface Channel {
  readonly name: ChannelName;
  /** The shop's own account there: bot id, phone number, `local`. */
  readonly account: string;
  readonly can: Can;
  /** Receives until `stop` is aborted; resolves when nothing of it is left running. */
  start(door: Door, stop: AbortSignal): Promise<void>;
  /** Sends once under `key`; ends within the time of a lease. `stop` aborts what is in flight (it then counts as unknown). */
  send(to: ChatAddress, message: OutMessage, key: Key, stop?: AbortSignal): Promise<SendOutcome>;
  fetch(ref: MediaRef): Promise<FetchOutcome>;
  health(): Health;
}

/** Reads the bytes of a stored file, for a channel that sends it. */
export type ReadFile = (id: FileId) => Promise<Uint8Array | undefined>;
