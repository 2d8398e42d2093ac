import type { Who } from '../chats/desk.ts';
import type { Language } from '../core/language.ts';
import type { Action, List } from './action.ts';
import type { Kind, Reader } from './kind.ts';
import type { Filled } from './talk.ts';

/** What a desk brings to the engine: all that its flows may name. */
export interface Wiring<S = unknown> {
  /** An action's input is checked by its own zod type before it runs, so any action fits here whatever it takes. */
  readonly actions: Readonly<Record<string, Action>>;
  readonly lists: Readonly<Record<string, List>>;
  readonly readers: Readonly<Record<string, Reader<S>>>;
  /** The desk's own kinds of answers, beside those every desk has. */
  readonly kinds: Readonly<Record<string, Kind<S>>>;
  snapshot(): S;
  /** What is kept of the person, offered by fields with `keep: person`. */
  kept(who: Who): Promise<Filled>;
  /** Values that every text of the desk may use, such as the shop's name. */
  facts?(language: Language): Filled;
  /** Texts that the desk's own code says, so that a missing one shows at start. */
  readonly texts?: readonly string[];
}
