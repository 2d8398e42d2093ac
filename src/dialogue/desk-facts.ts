import type { DeskName } from '../chats/desk.ts';
import type { Language } from '../core/language.ts';
import { indexDoors } from './door-index.ts';
import type { Facts } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Kind, Reader } from './kind.ts';
import { BUILT_IN_KINDS } from './kinds/built-in-kinds.ts';
import { dateIn } from './kinds/date.ts';
import { placeholders, say, type Texts } from './texts.ts';
import type { Wiring } from './wiring.ts';

/** Reads what a person wants in general; `sure` when nothing else comes near, undefined when it says nothing. */
type IntentReader = (
  text: string,
  language: Language,
) => { readonly intent: string; readonly sure: boolean } | undefined;

/** What a desk's facts are made of. */
export interface DeskParts<S> {
  readonly desk: DeskName;
  readonly flows: readonly Flow[];
  readonly texts: Texts;
  readonly wiring: Wiring<S>;
  readonly readIntent?: IntentReader;
  /** The time zone in which days are read; Jakarta's when it is not set. */
  readonly zone?: string;
}

/** Makes the facts of one turn: in the chat's language, with the snapshot as it is now. */
export type FactsAt = (language: Language, now: Date) => Facts;

/** Prepares what does not change between turns, so that a message only pays for what is its own. */
export function prepareFacts<S>({ desk, flows, texts, wiring, readIntent, zone }: DeskParts<S>): FactsAt {
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const doors = indexDoors(flows);
  const kinds: Readonly<Record<string, Kind>> = {
    ...BUILT_IN_KINDS,
    ...(zone !== undefined && { date: dateIn(zone) }),
    ...wiring.kinds,
  };
  const readers: Record<string, Reader> = {};
  for (const [name, read] of Object.entries(wiring.readers)) {
    readers[name] = (reply, at) => read(reply, { ...at, snapshot: wiring.snapshot() });
  }
  const names = new Map<string, readonly string[]>();
  const wants = (text: string): readonly string[] => {
    const known = names.get(text) ?? placeholders(text);
    names.set(text, known);
    return known;
  };
  return (language, now) => ({
    flows: byName,
    doors,
    kinds,
    readers,
    snapshot: wiring.snapshot(),
    language,
    now,
    facts: wiring.facts?.(language) ?? {},
    say: (key, values) => say(texts, key, language, values),
    wants: (key) => wants(texts.find(key, language) ?? ''),
    people: desk === 'customer',
    looks: (action) => wiring.actions[action]?.kind === 'looks',
    intent: (text) => readIntent?.(text, language),
  });
}
