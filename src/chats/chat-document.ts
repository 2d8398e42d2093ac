import type { Choice, OutMessage } from '../channels/channel.ts';
import type { ChatId, Key } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { Doing, Who } from './desk.ts';

/**
 * A chat: where its talk stands and what it still has to say. Small, written only by the owner of its lane, one guarded
 * field-wise update a turn.
 */
export interface ChatDocument {
  readonly _id: ChatId;
  readonly v: 1;
  readonly slot: number;
  /** Grows with each save; the guard of the next. */
  readonly turn: number;
  /** The fencing number of who wrote last. */
  readonly fence: number;
  readonly talk: Json;
  readonly shown: readonly Choice[];
  /** Decided, saved, perhaps not yet sent. */
  readonly answers: readonly OutMessage[];
  /** The run that the answers belong to, in its order. */
  readonly keys: readonly Key[];
  readonly doing?: Doing | undefined;
  readonly who?: Who | undefined;
  readonly language?: Language | undefined;
  readonly name?: string | undefined;
  readonly quiet?: { readonly until: Date; readonly by: string } | undefined;
  /** When the person was last heard, by the business clock. */
  readonly heardAt?: Date | undefined;
}

/** A chat that was never heard of. */
export const newChat = (id: ChatId, slot: number): ChatDocument => ({
  _id: id,
  v: 1,
  slot,
  turn: 0,
  fence: 0,
  talk: [],
  shown: [],
  answers: [],
  keys: [],
});
