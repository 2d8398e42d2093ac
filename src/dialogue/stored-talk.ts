import { z } from 'zod';
import type { Json } from '../core/json.ts';
import type { Line, Talk } from './talk.ts';

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
