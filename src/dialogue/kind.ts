import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { TextKey } from './flow.ts';
import type { Filled, Reply } from './talk.ts';

/** What a parser made of a reply: a value, a question back, or why it cannot be one. */
export type Parsed =
  | { readonly type: 'filled'; readonly value: Json }
  /** Several values at once, for a field with `many`. */
  | { readonly type: 'several'; readonly values: readonly Json[] }
  | {
      readonly type: 'more';
      readonly ask: TextKey;
      readonly with?: Filled;
      /** A text value goes back to the parser as if it were typed; any other value fills the field. */
      readonly choices?: readonly { readonly value: Json; readonly label: string }[];
      readonly kept: Json;
    }
  | { readonly type: 'failed'; readonly why: TextKey; readonly with?: Filled };

export interface ParseAt<S> {
  /** Facts of the shop held in memory: catalogue index, couriers. Read only. */
  readonly snapshot: S;
  readonly language: Language;
  /** What this form has so far. */
  readonly filled: Filled;
  /** What the parser kept when it asked back. */
  readonly kept?: Json;
  readonly now: Date;
}

/** One kind of answer: how it is read and how it is shown; pure, one file each. */
export interface Kind<S = unknown> {
  /** True when it takes nearly any words, so that a bare word of the house (`menu`, `batal`) is never its answer. */
  readonly free?: boolean;
  parse(reply: Reply, at: ParseAt<S>): Parsed;
  /** The value in words, for summaries. */
  show(value: Json, language: Language): string;
  /** Joins a value to those there are (same goods merge), for a field with `many`. */
  join?(values: readonly Json[], value: Json): readonly Json[];
  /** Edits the values by words ("2 jadi 3", "hapus 1"); undefined when it is no such words. */
  edit?(values: readonly Json[], words: string): readonly Json[] | undefined;
}

/**
 * Reads many fields from one message, or corrections of earlier ones; only what was said, never invented. A field with `many`
 * comes back whole. Words for a field that only its own parser or list can read come back as `{ said: words }`, a value of a
 * list as `{ picked: value }`: words may be said back to the person, a value never is.
 */
export type Reader<S = unknown> = (reply: Reply, at: ParseAt<S>) => Filled;
