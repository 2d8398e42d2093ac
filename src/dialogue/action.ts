import type { z } from 'zod';
import type { Who } from '../chats/desk.ts';
import type { ChatId, Key } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { Filled, Line } from './talk.ts';

/** Who asks, where, and under which key. */
export interface At {
  /** `<first message of the run>/<flow>/<step>`. */
  readonly key: Key;
  readonly chat: ChatId;
  readonly who: Who;
  readonly language: Language;
  readonly now: Date;
}

/** What an action came to; `lines` are said before the flow goes on, `data` is saved under the step's `save` name. */
export interface Outcome<Name extends string = string> {
  readonly outcome: Name;
  readonly data?: Json;
  readonly lines?: readonly Line[];
  /** Facts of the chat that change with this turn. */
  readonly set?: ChatChange;
}

/** What a turn may change of its own chat besides the talk. */
export interface ChatChange {
  readonly language?: Language;
  readonly who?: Who;
  /** The bot is silent until then; null speaks again. */
  readonly quiet?: { readonly until: Date; readonly by: string } | null;
}

/**
 * The contract between a flow and the house. A look may be repeated freely; an act does its effect once per key and gives
 * the same outcome however often it is called, a refusal included.
 */
export interface Action<In = unknown, Name extends string = string> {
  readonly name: string;
  readonly kind: 'looks' | 'acts';
  readonly input: z.ZodType<In>;
  /** Every one must be led somewhere by the flow's `on`. */
  readonly outcomes: readonly Name[];
  run(input: In, at: At): Promise<Outcome<Name>>;
}

/** A live list for `pick` and `choose from`; 0 choices end in `none`, 1 is taken without asking. */
export type List = (at: At, filled: Filled) => Promise<readonly ListChoice[]>;
export interface ListChoice {
  readonly value: Json;
  readonly label: string;
  /** Words that mean this choice besides its label and number. */
  readonly words?: readonly string[];
  /** Where several may be taken: of those with one group only one (a line whole, or some of its pieces). */
  readonly group?: string;
}
