import { foldText } from '../core/text.ts';
import type { Flow } from './flow.ts';

/** The doors of a desk as they are looked up for every message: folded once, when the flows are loaded. */
export interface DoorIndex {
  /** Start words, the longest first. */
  readonly words: readonly { readonly flow: string; readonly word: string }[];
  /** Flows by the verbs of buttons. */
  readonly taps: ReadonlyMap<string, string>;
}

/** Makes the index of a desk's doors. */
export function indexDoors(flows: readonly Flow[]): DoorIndex {
  const words = flows
    .flatMap(({ name, start }) => (start.words ?? []).map((word) => ({ flow: name, word: foldText(word) })))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length);
  const taps = flows.flatMap(({ name, start }) => (start.tap ?? []).map((verb) => [verb, name] as const));
  return { words, taps: new Map(taps) };
}
