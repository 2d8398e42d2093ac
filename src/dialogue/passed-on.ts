import { commandIn, type Opened, plainDoor, thingDoor } from './doors.ts';
import { type Facts, formStepOf } from './facts.ts';
import { asObject } from './filled.ts';
import { meaningOf } from './meaning-of.ts';
import type { Route } from './route.ts';
import type { Reply, Talk } from './talk.ts';

/** Where a reply goes that quotes somebody's own words: to that person, whatever it begins with. Only a slash makes a command. */
export function relayedRoute(facts: Facts, open: Talk | undefined, reply: Reply): Route | undefined {
  if (reply.relayed !== true || reply.tap !== undefined || commandIn(reply.text) !== undefined) return undefined;
  const meaning = open === undefined || quotesOther(open, reply) ? undefined : meaningOf(facts, open, reply);
  if (meaning !== undefined && meaning.type !== 'failed') return { type: 'meaning', meaning };
  return started(thingDoor(facts, reply) ?? plainDoor(facts, 'fallback', reply.text));
}

/**
 * Where somebody else's words go that were forwarded, on a desk with a flow for them: they may answer a question in words, and
 * never command, choose or confirm anything.
 */
export function forwardedRoute(facts: Facts, open: Talk | undefined, reply: Reply): Route | undefined {
  const door = reply.forwarded === true ? plainDoor(facts, 'forwarded', reply.text) : undefined;
  if (door === undefined) return undefined;
  if (commandIn(reply.text) !== undefined) return { type: 'aside', lines: [{ text: 'engine.terusan' }] };
  const field = open && formStepOf(facts, open)?.fields.find(({ name }) => name === open.asking);
  if (open !== undefined && field !== undefined && 'kind' in field.as) {
    const meaning = meaningOf(facts, open, reply);
    if (TAKEN.has(meaning.type)) return { type: 'meaning', meaning };
  }
  const thing = thingDoor(facts, reply);
  return started(thing ?? (reply.text === '' ? undefined : door));
}

/** True for a quote of another order, case or chat than the open talk is about. */
export function quotesOther(open: Talk | undefined, { about }: Reply): boolean {
  const { code, about: quoted } = asObject(open?.answers.start);
  return about !== undefined && about !== code && about !== quoted;
}

const TAKEN: ReadonlySet<string> = new Set(['values', 'collected', 'asked-back']);

const started = (opened: Opened | undefined): Route | undefined =>
  opened === undefined ? undefined : { type: 'start', opened };
