import type { Tap } from '../channels/channel.ts';
import { nearest } from '../core/nearest.ts';
import { isAside, isFreelyAsked } from './aside.ts';
import { idleStep } from './come-back.ts';
import {
  codeDoor,
  commandDoor,
  commandIn,
  commandsOf,
  intentDoor,
  type Opened,
  plainDoor,
  tapDoor,
  tapInWords,
  thingDoor,
  wordDoor,
} from './doors.ts';
import type { Facts } from './facts.ts';
import type { Meaning } from './meaning.ts';
import { meaningOf, tapMeaning } from './meaning-of.ts';
import { oddThing } from './odd-thing.ts';
import { PICK_VERB } from './option.ts';
import { forwardedRoute, quotesOther, relayedRoute } from './passed-on.ts';
import { questionOf } from './question.ts';
import type { Line, Reply, Talk } from './talk.ts';
import { bareNumber, type GlobalWord, globalWord } from './words.ts';

/** Where a reply goes. */
export type Route =
  | { readonly type: 'meaning'; readonly meaning: Meaning }
  | { readonly type: 'start'; readonly opened: Opened }
  | { readonly type: 'global'; readonly word: GlobalWord }
  /** The talk waited too long: its own step for that, and then this reply anew. */
  | { readonly type: 'idle' }
  /** Said, and the open question stands as it was. */
  | { readonly type: 'aside'; readonly lines: readonly Line[] };

/** Where a reply goes: a quote, tap or code; the open question; global words; start words; media; intent; what is left. */
export function route(
  facts: Facts,
  stack: readonly Talk[],
  shown: readonly { readonly tap: Tap }[],
  reply: Reply,
): Route {
  const talk = stack.at(-1);
  const open = talk !== undefined && idleStep(facts, talk) === undefined ? talk : undefined;
  const passedOn = forwardedRoute(facts, open, reply) ?? relayedRoute(facts, open, reply);
  if (passedOn !== undefined) return passedOn;
  const pointed = pointedRoute(facts, open, shown, reply);
  if (pointed !== undefined) return pointed;

  const meaning = open === undefined ? undefined : meaningOf(facts, open, reply);
  if (
    open !== undefined &&
    meaning !== undefined &&
    meaning.type !== 'failed' &&
    !isAside(facts, open, reply, meaning)
  ) {
    return { type: 'meaning', meaning };
  }
  const word = globalWord(reply.text);
  if (word !== undefined) return wordRoute(facts, talk, word, reply.text);
  const door = doorOf(facts, reply, open !== undefined);
  // "batal pesanan" in the middle of an order means that order, not one that was placed before.
  if (open !== undefined && door?.start.word !== undefined && isCancelling(facts, door))
    return { type: 'global', word: 'batal' };
  // A wish for the very flow that is open is no new wish; a start word or a link of it is for the open talk to take.
  if (door !== undefined && (door.flow !== open?.flow || door.start.door !== 'intent'))
    return { type: 'start', opened: door };
  if (talk !== undefined && open === undefined) return { type: 'idle' };
  return leftOver(facts, open, meaning, reply);
}

const isCancelling = (facts: Facts, { flow, start }: Opened): boolean =>
  start.rest === '' && wordDoor(facts, 'batal', 'alone')?.flow === flow;

/** A tap, a number of the list shown last, a word with a code, a command. */
function pointedRoute(
  facts: Facts,
  open: Talk | undefined,
  shown: readonly { readonly tap: Tap }[],
  reply: Reply,
): Route | undefined {
  const number = reply.files.length > 0 || shown.length === 0 ? undefined : bareNumber(reply.text);
  const tap = reply.tap ?? (number === undefined ? undefined : shown[number - 1]?.tap);
  const own = number === undefined || reply.tap !== undefined ? undefined : ownNumber(facts, open, reply);
  if (own !== undefined) return own;
  if (tap !== undefined) return tapRoute(facts, open, tap);
  if (number !== undefined)
    return {
      type: 'aside',
      lines: [{ text: shown.length === 1 ? 'engine.nomor-satu' : 'engine.nomor-antara', with: { max: shown.length } }],
    };
  const worded = tapInWords(facts, reply);
  if (worded !== undefined) return tapRoute(facts, open, worded.tap, worded.rest);
  const command = commandIn(reply.text);
  if (command === undefined) return undefined;
  const word = globalWord(command.name);
  if (open !== undefined && word !== undefined && command.rest === '' && LEAVING.has(command.name))
    return { type: 'global', word };
  const opened = commandDoor(facts, command.name, command.rest);
  if (opened !== undefined) return { type: 'start', opened };
  if (word !== undefined) return wordRoute(facts, open, word, command.name);
  const near = nearest(command.name, commandsOf(facts));
  const given = `/${command.name}`;
  if (near !== undefined)
    return { type: 'aside', lines: [{ text: 'engine.perintah-mirip', with: { perintah: given, mirip: `/${near}` } }] };
  if (command.name === 'start') return startRoute(facts);
  return { type: 'aside', lines: [{ text: 'engine.perintah-tidak-ada', with: { perintah: given } }] };
}

// These leave or step back in the talk that is open, whatever else a flow of the desk calls by that name.
const LEAVING: ReadonlySet<string> = new Set(['batal', 'kembali', 'cancel', 'back']);

// A card may stand above an open question that has no list of its own: "how many?" takes the number, "which colour?" leaves it
// to the card.
function ownNumber(facts: Facts, open: Talk | undefined, reply: Reply): Route | undefined {
  if (open === undefined || isFreelyAsked(facts, open)) return undefined;
  const listed = questionOf(facts, open)?.options.some(({ numbered }) => numbered) === true;
  if (listed && open.asking !== 'confirm') return undefined;
  const meaning = meaningOf(facts, open, reply);
  // "3" under a summary is its third line; "3 aja" is so many of the only thing there is.
  if (listed && meaning.type !== 'values') return undefined;
  return meaning.type === 'failed' ? undefined : { type: 'meaning', meaning };
}

// `/start` without more is what a Telegram button sends when somebody opens the chat again.
function startRoute(facts: Facts): Route {
  const opened = wordDoor(facts, 'menu', 'alone') ?? plainDoor(facts, 'fallback', '');
  return opened === undefined ? { type: 'aside', lines: [{ text: 'engine.bantuan' }] } : { type: 'start', opened };
}

function tapRoute(facts: Facts, open: Talk | undefined, tap: Tap, rest?: string): Route {
  if (tap.verb !== PICK_VERB) {
    const opened = tapDoor(facts, tap, rest);
    return opened === undefined
      ? { type: 'aside', lines: [{ text: 'engine.tombol-lama' }] }
      : { type: 'start', opened };
  }
  const meaning = open === undefined ? undefined : tapMeaning(facts, open, tap.code);
  return meaning === undefined
    ? { type: 'aside', lines: [{ text: 'engine.tombol-lama' }] }
    : { type: 'meaning', meaning };
}

// `menu`, `bantuan` and `cs` are flows of the desk; `batal` and `kembali` are too when there is nothing to leave.
function wordRoute(facts: Facts, talk: Talk | undefined, word: GlobalWord, text: string): Route {
  if (talk !== undefined && (word === 'batal' || word === 'kembali')) return { type: 'global', word };
  const opened = wordDoor(facts, text, 'alone') ?? wordDoor(facts, word, 'alone');
  return opened === undefined ? { type: 'global', word } : { type: 'start', opened };
}

function doorOf(facts: Facts, reply: Reply, talking: boolean): Opened | undefined {
  const { text, files } = reply;
  // A file that could not be read is answered as such, whatever is written below it.
  if (files.length > 0 && files.every(({ type }) => type === 'failed')) return undefined;
  const alone = wordDoor(facts, text, 'alone');
  if (alone !== undefined) return alone;
  const first = wordDoor(facts, text, 'first');
  const thing = thingDoor(facts, reply);
  const intent = thing === undefined ? intentDoor(facts, text, talking || first !== undefined) : undefined;
  // "pesan saya mana?" begins with a start word, but asks for something else.
  return (
    codeDoor(facts, text) ?? thing ?? (intent !== undefined && intent.flow !== first?.flow ? intent : (first ?? intent))
  );
}

function leftOver(facts: Facts, open: Talk | undefined, meaning: Meaning | undefined, reply: Reply): Route {
  const odd = oddThing(reply);
  if (odd !== undefined) return { type: 'aside', lines: [odd] };
  const opened = plainDoor(facts, 'fallback', reply.text);
  // A reply that quotes another order, case or chat is about that one, and no answer to the open question.
  if (meaning !== undefined && !(opened !== undefined && quotesOther(open, reply))) return { type: 'meaning', meaning };
  return opened === undefined ? { type: 'aside', lines: [{ text: 'engine.tidak-paham' }] } : { type: 'start', opened };
}
