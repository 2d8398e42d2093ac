import type { Key } from '../../core/ids.ts';
import type { Choice, Tap } from '../channel.ts';

export const PHONE_KINDS = ['owner', 'supplier', 'customer'] as const;
type PhoneKind = (typeof PHONE_KINDS)[number];

/** A phone that exists only on the page; `person` is its address in the channel. */
export interface PagePhone {
  readonly person: string;
  readonly name: string;
  readonly kind: PhoneKind;
  /** The number of the last message that its person has seen. */
  readonly readUpTo: number;
  /** Messages of the shop after `readUpTo`. */
  readonly unread: number;
}

/** A file in a chat: where `PhoneMedia` keeps it and what it was called. */
interface ChatFile {
  readonly id: string;
  readonly mime: string;
  readonly name: string;
  readonly size?: number;
}

/** A button that was pressed, and the number of the message that it hung on. */
export interface ChatTap extends Tap {
  readonly on: number;
}

/** What a message of a chat is made of before it has a number. */
export interface ChatDraft {
  readonly person: string;
  /** key: of what was posted or sent; the same key twice is one message. */
  readonly key: Key;
  readonly from: 'person' | 'shop';
  readonly at: Date;
  /** The words; the caption of a file; the label of a tapped button. */
  readonly text: string;
  /** `waiting` until the desk has it safe on disk; what the shop sends is `done` at once. */
  readonly state: 'waiting' | 'done';
  readonly choices?: readonly Choice[];
  readonly file?: ChatFile;
  readonly tap?: ChatTap;
  /** The number of the message that this one quotes. */
  readonly quotes?: number;
  /** The same for all photos sent together. */
  readonly album?: string;
}

/** One message of a chat; `id` counts up in its chat and is, as text, the platform's own id. */
export interface ChatMessage extends ChatDraft {
  readonly id: number;
  readonly editedAt?: Date;
}

/** What an edit puts in the place of a sent message. */
interface ChatEdit {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly file?: ChatFile;
  readonly editedAt: Date;
}

/** Where the page's phones and chats are kept, so that they survive a restart. */
export interface PhoneLog {
  /** All phones in the order in which they were added. */
  phones(): Promise<readonly PagePhone[]>;
  phone(person: string): Promise<PagePhone | undefined>;
  /** Adds a phone; the same person twice is one phone. */
  addPhone(phone: Pick<PagePhone, 'person' | 'name' | 'kind'>): Promise<void>;
  /** The newest `limit` messages of a chat, before number `before` when it is given, oldest first. */
  messages(person: string, limit: number, before?: number): Promise<readonly ChatMessage[]>;
  message(person: string, id: number): Promise<ChatMessage | undefined>;
  /** Gives a draft its number and keeps it; a key that is known gives back the message of the first time. */
  add(draft: ChatDraft): Promise<ChatMessage>;
  /** Changes what the shop sent; undefined when there is no such message of the shop. */
  edit(person: string, id: number, edit: ChatEdit): Promise<ChatMessage | undefined>;
  /** What the desk has not taken yet, in the order in which it was posted. */
  waiting(limit: number): Promise<readonly ChatMessage[]>;
  /** Marks messages as taken by the desk. */
  accepted(keys: readonly Key[]): Promise<void>;
  /** Moves the read mark forward, never back, and returns the phone as it is then. */
  read(person: string, upTo: number): Promise<PagePhone | undefined>;
}

/** Where the bytes of photos and documents are kept, by an id made from their content. */
export interface PhoneMedia {
  put(bytes: Uint8Array, mime: string): Promise<string>;
  get(id: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>;
}
