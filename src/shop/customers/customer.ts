import { z } from 'zod';
import type { ChatId, PersonId } from '../../core/ids.ts';
import { LANGUAGES } from '../../core/language.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { byShape, historyShape } from '../history.ts';
import { addressShape } from '../orders/address.ts';

const keptAddressShape = z.object({ address: addressShape, usedAt: z.date() }).readonly();

/** Proof of what a person was told or agreed to: which wording, when, where, by which message. */
const consentShape = z
  .object({ version: z.string(), at: z.date(), channel: z.string(), key: z.string(), given: z.boolean() })
  .readonly();

/** What a person can be told of or asked for. */
export type ConsentTo = 'privacy' | 'promo';

/** A customer as the shop knows them, whatever they write from. Names and phones are attributes, never a proof of who it is. */
export const customerShape = z.object({
  ...storedShape,
  key: z.string(),
  /** The chats that are this person by proof: it wrote from them, or sent a code from them. Absent where there is none. */
  chats: z.array(z.string()).min(1).readonly().optional(),
  /** A hash of the chat it was met in first, so that two first messages at once make one person. */
  born: z.string(),
  name: z.string(),
  /** E.164. */
  phone: z.string().optional(),
  email: z.string().optional(),
  /** Newest use first. */
  addresses: z.array(keptAddressShape).readonly(),
  language: z.enum(LANGUAGES).optional(),
  notices: z.object({ privacy: consentShape.optional(), promo: consentShape.optional() }).readonly(),
  /** Where they came from: an advertisement, an affiliate, a marketplace. */
  source: z.string().optional(),
  blocked: z.object({ at: z.date(), reason: z.string(), by: byShape }).readonly().optional(),
  /** Their data is kept and not used until they say otherwise. */
  frozenAt: z.date().optional(),
  /** The owner's own remark. */
  note: z.string(),
  /** Persons that turned out to be this one. */
  also: z.array(z.string()).readonly(),
  /** This one turned out to be that person. */
  into: z.string().optional(),
  /** Chats on their way here from a person that is this one. */
  expects: z.array(z.string()).readonly(),
  erasedAt: z.date().optional(),
  at: z.date(),
  /** Folded words of names and phones (forwards and backwards), for the search. */
  words: z.array(z.string()).readonly(),
  history: historyShape,
});

export type Customer = Readonly<
  Omit<z.infer<typeof customerShape>, '_id' | 'chats' | 'also' | 'into' | 'expects' | 'duties'>
> & {
  readonly _id: PersonId;
  readonly chats?: readonly ChatId[] | undefined;
  readonly also: readonly PersonId[];
  readonly into?: PersonId | undefined;
  readonly expects: readonly ChatId[];
  readonly duties: readonly Duty[];
};
