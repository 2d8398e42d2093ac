import type { StoredFile, Tap } from '../channels/channel.ts';
import type { ReceivedFile } from '../chats/mail-document.ts';
import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';
import type { StepId, TextKey } from './flow.ts';

export type Filled = Readonly<Record<string, Json>>;

/**
 * Where a person is in a flow. Steps and answers are stored by name, never by position, so that a changed file still finds
 * its place: the same step if it is there, else the first unfilled field.
 */
export interface Talk {
  /** A short hash of what opened the talk: buttons of an earlier talk of the same flow are told apart by it. */
  readonly id: string;
  readonly flow: string;
  readonly step: StepId;
  /** Forms by name (an object of fields), choices by step id, saved outcomes by their name, `start` for what opened it. */
  readonly answers: Filled;
  /** The field that is asked, or one of `QUESTIONS`. */
  readonly asking?: string;
  /** What a parser keeps between its own questions: the line whose variant is asked. */
  readonly kept?: Json;
  /** The question a parser asked back. */
  readonly more?: { readonly ask: TextKey; readonly with?: Filled; readonly choices?: readonly ValueChoice[] };
  readonly tries: number;
  /** When the person was last heard in this talk, ms since 1970. */
  readonly heardAt: number;
  /** Set once the form's format was sent. */
  readonly formatted?: boolean;
  /** Problems the last check found that are still unanswered. */
  readonly problems?: readonly Problem[];
  /** The form's data for its summary, from the last check. */
  readonly checked?: Filled;
  /** Problems the person accepted as they are; the same one is not asked twice. */
  readonly accepted?: readonly string[];
  /** The live choices of the open question, as they were shown. */
  readonly offered?: readonly ListChoice[];
  /** What was said (`{ said }`) or picked (`{ picked }`) for fields whose own list or parser has not looked at it yet. */
  readonly said?: Filled;
  /** The message that opened the talk, until its first form has read it. */
  readonly opening?: Reply;
  /** What is kept of the person and offered; empty once it was declined. */
  readonly offer?: Filled;
  /** Fields with `many` that are collected to their end. */
  readonly closed?: readonly string[];
  /** How picked values were labelled when they were picked, by `form.field`. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** The form was entered by `problems`: it waits whatever is filled. */
  readonly waits?: boolean;
  /** The person is asked whether to cancel; the open question stands below. */
  readonly leaving?: boolean;
  /** A first message put aside until the greeting is over. */
  readonly held?: Json;
}

/** Questions of a form that are no fields, so no field may have such a name. */
export const QUESTIONS = ['confirm', 'edit', 'problem', 'offer', 'check'] as const;

/** A value the person can take at once, with its label. */
export interface ValueChoice {
  readonly value: Json;
  readonly label: string;
}

/** Something the check found, asked like a field: an unlikely quantity, a postal code that does not fit. */
export interface Problem {
  readonly field: string;
  readonly text: TextKey;
  readonly with?: Filled;
  /** Values the person can take at once; `accept` = keep what was said. */
  readonly choices?: readonly ValueChoice[];
}

/** One thing to say, not yet in a language. */
export interface Line {
  readonly text: TextKey;
  readonly with?: Filled;
  readonly choices?: readonly LineChoice[];
  readonly file?: StoredFile;
  /** The code that a reply quoting this line is about. */
  readonly about?: string;
  /** A reply that quotes this line is for the person behind the code, never a command. */
  readonly relays?: true;
  /** What bare numbers mean after this line, where that is not its choices; empty: nothing. */
  readonly numbers?: readonly LineChoice[];
}

/** A choice whose label is a text of the house or words that were looked up. */
export interface LineChoice {
  readonly label: { readonly text: TextKey; readonly with?: Filled } | { readonly words: string };
  readonly tap: Tap;
  readonly row?: number;
  /** A text: the word to type where there are no buttons; such a choice has no number. */
  readonly word?: TextKey;
}

/** What a person said in one run, in one piece: burst texts joined by newlines, an album as several files. */
export interface Reply {
  readonly text: string;
  readonly tap?: Tap;
  /** Files already stored and checked; `failed` says why one could not be taken. */
  readonly files: readonly ReceivedFile[];
  readonly place?: { readonly lat: number; readonly lon: number };
  readonly cart?: readonly { readonly sku: string; readonly quantity: number }[];
  readonly unsupported?: string;
  /** What the quoted message was about: an order's, case's or purchase's code. */
  readonly about?: string;
  /** The quoted message passed somebody's own words on. */
  readonly relayed?: true;
  /** Somebody else's words, forwarded. */
  readonly forwarded?: true;
}

/** What comes next after a move of the engine. */
export type Next =
  | { readonly type: 'wait' }
  | {
      readonly type: 'look' | 'act';
      readonly flow: string;
      readonly step: StepId;
      readonly action: string;
      readonly input: Json;
    }
  | { readonly type: 'list'; readonly list: string; readonly filled: Filled }
  /** What is kept of the person is wanted, to be offered. */
  | { readonly type: 'kept' }
  | {
      readonly type: 'end';
      readonly how: 'done' | 'cancelled' | 'human';
      readonly flow: string;
      readonly step: StepId;
      /** The first message that the ended talk had put aside. */
      readonly held?: Json;
    };

/** What the engine decided: the new talk, what to say, what the bare numbers now mean, what comes next. */
export interface Move {
  readonly talk: readonly Talk[];
  readonly answers: readonly Line[];
  readonly next: Next;
}
