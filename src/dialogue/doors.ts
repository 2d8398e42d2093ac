import type { Tap } from '../channels/channel.ts';
import { readCode } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import type { Facts } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Filled, Reply } from './talk.ts';
import { bare, isThanks } from './words.ts';

/** A door that a reply opens: the flow, what is kept of the opening as `start.*`, and the words its first form reads. */
export interface Opened {
  readonly flow: string;
  readonly start: Filled;
  readonly text: string;
}

const flowsOf = (facts: Facts): readonly Flow[] => [...facts.flows.values()];

/** The door that a tap opens: a button, or a word with a code. */
export function tapDoor(facts: Facts, tap: Tap, rest = ''): Opened | undefined {
  const flow = facts.doors.taps.get(tap.verb);
  if (flow === undefined) return undefined;
  const { verb, code, rev } = tap;
  const start = { door: 'tap', verb, code, ...(rev !== undefined && { rev }), ...(rest !== '' && { rest }) };
  return { flow, start, text: `${code} ${rest}`.trim() };
}

/** Reads `terima K7M2QX ...` or `K7M2QX terima ...` as the tap it means; with a quote the code need not be typed. */
export function tapInWords(facts: Facts, reply: Reply): { readonly tap: Tap; readonly rest: string } | undefined {
  const [first = '', second = '', ...others] = reply.text.split(/\s+/);
  const verbOf = (word: string): string | undefined => {
    const verb = word.length > 32 ? '' : foldText(word).replaceAll(' ', '-');
    return facts.doors.taps.has(verb) ? verb : undefined;
  };
  const found = (verb: string | undefined, code: string | undefined, rest: readonly string[]) =>
    verb === undefined || code === undefined ? undefined : { tap: { verb, code }, rest: rest.join(' ') };
  return (
    found(verbOf(first), readCode(second), others) ??
    found(verbOf(second), readCode(first), others) ??
    (isThanks(reply.text) ? undefined : found(verbOf(first), reply.about, [second, ...others]))
  );
}

/** A command with its arguments: `/resi@TokoBot K7M2QX JNE 0123`. */
export function commandIn(text: string): { readonly name: string; readonly rest: string } | undefined {
  const match = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[1].toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** The door that a command opens; `/start p_AB100` opens the one with the link prefix `p`. */
export function commandDoor(facts: Facts, name: string, rest: string): Opened | undefined {
  const link = /^([a-z0-9]+)_(.+)$/i.exec(rest);
  if (name === 'start' && link?.[1] !== undefined && link[2] !== undefined) {
    const [, prefix, payload] = link;
    const flow = flowsOf(facts).find(({ start }) => start.link?.includes(prefix) === true);
    if (flow !== undefined)
      return { flow: flow.name, start: { door: 'link', link: prefix, payload, rest: payload }, text: payload };
  }
  const flow = flowsOf(facts).find(({ start }) => start.command?.includes(name) === true);
  return flow === undefined
    ? undefined
    : { flow: flow.name, start: { door: 'command', command: name, rest }, text: rest };
}

/** All commands of a desk. */
export const commandsOf = (facts: Facts): readonly string[] =>
  flowsOf(facts).flatMap(({ start }) => start.command ?? []);

/** The door that words open: a start word alone, or a start word with more behind it. */
export function wordDoor(facts: Facts, text: string, how: 'alone' | 'first'): Opened | undefined {
  // No start word is this long, and folding a long text costs.
  const said = [foldText(text.slice(0, 120)), how === 'alone' && text.length < 120 ? bare(text) : ''];
  const doors = facts.doors.words;
  if (how === 'alone') {
    const door = doors.find(({ word }) => said.includes(word));
    return door === undefined
      ? undefined
      : { flow: door.flow, start: { door: 'words', word: door.word, rest: '' }, text };
  }
  const door = doors.find(({ word }) => said[0]?.startsWith(`${word} `) === true);
  if (door === undefined) return undefined;
  // The rest is cut from what was written, not from its folded form, so that names and lines stay as they are.
  const words = door.word.split(' ').length;
  const rest = text.trim().replace(new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]+){${words}}[\\s,.:;!-]*`, 'u'), '');
  return { flow: door.flow, start: { door: 'words', word: door.word, rest }, text: rest };
}

/** The door that a file, a cart or a shared place opens. */
export function thingDoor(facts: Facts, reply: Reply): Opened | undefined {
  const flows = flowsOf(facts);
  const kinds = reply.files.flatMap((file) => (file.type === 'stored' ? [file.kind] : []));
  const flow =
    flows.find(({ start }) => reply.cart !== undefined && start.cart === true) ??
    flows.find(({ start }) => start.media?.some((kind) => kinds.includes(kind)) === true) ??
    flows.find(({ start }) => reply.place !== undefined && start.place === true) ??
    flows.find(({ start }) => reply.unsupported !== undefined && start.unsupported === true);
  if (flow === undefined) return undefined;
  const unsupported = reply.unsupported === undefined ? {} : { unsupported: reply.unsupported };
  const place = reply.place === undefined ? {} : { place: `${reply.place.lat},${reply.place.lon}` };
  return { flow: flow.name, start: { door: 'media', ...unsupported, ...place }, text: reply.text };
}

/** The door that a wish in ordinary words opens. */
export function intentDoor(facts: Facts, text: string, talking: boolean): Opened | undefined {
  const read = text === '' ? undefined : facts.intent(text);
  // In the middle of a talk a guess is worth less than asking again, and what nobody understands is for the open question.
  if (read === undefined || (talking && !read.sure)) return undefined;
  const { intent } = read;
  const flow = flowsOf(facts).find(({ start }) => start.intent?.includes(intent) === true);
  if (flow === undefined || (talking && flow.start.fallback === true)) return undefined;
  return { flow: flow.name, start: { door: 'intent', intent }, text };
}

/** The door that a code alone opens. */
export function codeDoor(facts: Facts, text: string): Opened | undefined {
  const code = readCode(text);
  const flow = code === undefined ? undefined : flowsOf(facts).find(({ start }) => start.code === true);
  return flow === undefined || code === undefined
    ? undefined
    : { flow: flow.name, start: { door: 'code', code }, text: code };
}

/** The flow that is there for what nothing else takes, or for whom nobody has met. */
export function plainDoor(facts: Facts, which: 'first' | 'fallback' | 'forwarded', text: string): Opened | undefined {
  const flow = flowsOf(facts).find(({ start }) => start[which] === true);
  return flow === undefined ? undefined : { flow: flow.name, start: { door: which }, text };
}
