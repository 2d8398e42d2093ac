import type { TextKey } from '../../../dialogue/flow.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import type { NeededPart, PlaceParts } from './place-parts.ts';

/** What a label has room for, in characters. */
const STREET = 120;
const LANDMARK = 100;
const AREA = 60;
const AREAS = ['village', 'district', 'city', 'province'] as const;

/** A part that is longer than a label has room for, asked anew. */
export interface ShorterQuestion {
  readonly part: NeededPart;
  readonly ask: TextKey;
  readonly with: Filled;
}

/** The question about a part that is too long; street and landmark stand in one line, so they are written anew together. */
export function askShorter(parts: Partial<PlaceParts>): ShorterQuestion | undefined {
  if (isLonger(parts.street, STREET) || isLonger(parts.landmark, LANDMARK))
    return { part: 'street', ask: 'alamat.jalan-panjang', with: { max: STREET } };
  const part = AREAS.find((name) => isLonger(parts[name], AREA));
  return part === undefined ? undefined : { part, ask: 'alamat.nama-panjang', with: { max: AREA } };
}

/** The parts that a label has room for. */
export function fittingParts(parts: Partial<PlaceParts>): Partial<PlaceParts> {
  const shorter = askShorter(parts);
  if (shorter === undefined) return parts;
  const { [shorter.part]: _, ...left } = parts;
  if (shorter.part !== 'street') return fittingParts(left);
  const { landmark: __, ...others } = left;
  return fittingParts(others);
}

const isLonger = (part: string | undefined, most: number): boolean => (part ?? '').length > most;
