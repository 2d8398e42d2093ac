import { z } from 'zod';
import type { Json } from '../core/json.ts';
import { LANGUAGES } from '../core/language.ts';
import type { ChatChange } from './action.ts';
import type { Line, Reply, Talk } from './talk.ts';

// Only what the engine cannot do without is checked: what an older version stored, or a newer one added, still loads.
const talk = z.looseObject({
  id: z.string(),
  flow: z.string(),
  step: z.string(),
  answers: z.record(z.string(), z.unknown()),
  tries: z.number(),
  heardAt: z.number(),
});
const line = z.looseObject({ text: z.string() });

const talks = z.array(z.custom<Talk>((value) => talk.safeParse(value).success));
const lines = z.array(z.custom<Line>((value) => line.safeParse(value).success));

/** The talks a chat's document holds; one that cannot be read is as if it were not there. */
export function talksOf(stored: Json | undefined): readonly Talk[] {
  const read = talks.safeParse(stored ?? []);
  return read.success ? read.data : [];
}

/** The lines that an interrupted turn had to say so far. */
export const linesOf = (stored: Json): readonly Line[] => lines.parse(stored);

/** Plain data as it is stored. */
export const stored = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const reply = z.custom<Reply>(
  (value) => z.looseObject({ text: z.string(), files: z.array(z.unknown()) }).safeParse(value).success,
);
/** Reads back a first message that was put aside. */
export const heldReply = (held: Json): Reply => reply.parse(held);

const change = z.object({
  language: z.enum(LANGUAGES).exactOptional(),
  who: z
    .object({
      desk: z.enum(['customer', 'owner', 'supplier']),
      id: z.string(),
      role: z.enum(['owner', 'staff']).exactOptional(),
    })
    .exactOptional(),
  quiet: z.object({ until: z.coerce.date(), by: z.string() }).nullable().exactOptional(),
});
/** Reads back what an act had changed of the chat. */
export const changeOf = (set: Json | undefined): ChatChange => change.parse(set ?? {});
