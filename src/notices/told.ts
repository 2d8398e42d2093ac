import type { OutMessage, StoredFile } from '../channels/channel.ts';
import type { ChatId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Filled } from '../dialogue/talk.ts';
import type { NoticeBody } from '../shop/history.ts';
import type { Tell } from './status.ts';

/** What is known of the document behind a notice, for rendering its texts. */
export interface Told {
  /** The code a person may quote or tap. */
  readonly code: string;
  readonly rev: number;
  /** What the push's thread is named by: pushes of one thread go out in order. */
  readonly thread: string;
  /** The customer's chat; absent when nobody there is to be told. */
  readonly customer?: ChatId;
  /** The customer has no chat at all: the owners get the words, to pass them on. */
  readonly passOn?: { readonly phone: string } | undefined;
  /** Suppliers that the entry is for. */
  readonly suppliers?: readonly string[];
  /** Values for the texts, in the language asked for; what only the owner may know is there for the owner alone. */
  values(language: Language, to: Tell['to'], supplier?: string): Filled;
  readonly file?: StoredFile;
  /** Whom another document tells of the same; only their cards are drawn anew. */
  readonly silent?: readonly Tell['to'][];
  /** Whether a button makes sense as the document now stands; without it all do. */
  offers?(verb: string, to: Tell['to']): boolean;
}

/** Looks up what is behind a notice; undefined when the document is gone, and then nobody is told. */
export type Teller = (body: NoticeBody) => Promise<Told | undefined>;

/** The cards of the owner and the suppliers: a document as it now looks, with what can be done with it; undefined shows none. */
export type Card = (code: string, language: Language, to: Tell['to']) => Promise<OutMessage | undefined>;

/** A chat to tell something, in its language. */
export interface Listener {
  readonly chat: ChatId;
  readonly language: Language;
  /** Set for a supplier's chat. */
  readonly supplier?: string;
  /** Set for an owner who gets a customer's words to pass on. */
  readonly passesOn?: boolean;
}

/** Who listens where. */
export interface Listeners {
  /** The language a chat chose, or the shop's. */
  languageOf(chat: ChatId): Promise<Language>;
  owners(): Promise<readonly Listener[]>;
  /** The chat bound to a supplier; undefined when the supplier does not talk to bots. */
  supplier(id: string): Promise<Listener | undefined>;
}
