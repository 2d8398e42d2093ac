import type { Json } from '../../../../src/core/json.ts';
import type { CustomerSnapshot } from '../../../../src/desks/customer/snapshot.ts';
import type { Kind, Parsed } from '../../../../src/dialogue/kind.ts';
import { at, text } from './a-shelf.ts';

/** Gives replies to a kind one after another, each with what it kept of the one before; the last answer comes back. */
export function talkWith(kind: Kind<CustomerSnapshot>, replies: readonly string[]): Parsed {
  let parsed: Parsed = { type: 'failed', why: 'nothing was said' };
  let kept: Json | undefined;
  for (const reply of replies) {
    parsed = kind.parse(text(reply), at(kept === undefined ? {} : { kept }));
    if (parsed.type === 'more') kept = parsed.kept;
  }
  return parsed;
}

/** What a kind asks back, or why it fails, or nothing. */
export const asked = (parsed: Parsed): string | undefined => {
  if (parsed.type === 'more') return parsed.ask;
  return parsed.type === 'failed' ? parsed.why : undefined;
};
