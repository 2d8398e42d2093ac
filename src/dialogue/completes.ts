import type { Tap } from '../channels/channel.ts';
import { commandIn, wordDoor } from './doors.ts';
import { type Facts, formStepOf } from './facts.ts';
import { meaningOf } from './meaning-of.ts';
import { isFree } from './other-fields.ts';
import type { Reply, Talk } from './talk.ts';
import { bareNumber, globalWord } from './words.ts';

/** True when a run needs no waiting for more of a burst: a tap, a command, a choice, or an answer that parses. */
export function completes(
  facts: Facts,
  stack: readonly Talk[],
  shown: readonly { readonly tap: Tap }[],
  reply: Reply,
): boolean {
  if (reply.tap !== undefined || reply.cart !== undefined || reply.unsupported !== undefined) return true;
  if (reply.files.length > 0 || reply.text === '') return false;
  if (commandIn(reply.text) !== undefined || globalWord(reply.text) !== undefined) return true;
  if (shown.length > 0 && bareNumber(reply.text) !== undefined) return true;
  if (wordDoor(facts, reply.text, 'alone') !== undefined) return true;
  const talk = stack.at(-1);
  if (talk === undefined) return false;
  const field = formStepOf(facts, talk)?.fields.find(({ name }) => name === talk.asking);
  if (field !== undefined && isFree(facts, field)) return false;
  const meaning = meaningOf(facts, talk, reply);
  switch (meaning.type) {
    case 'failed':
    case 'collected':
    case 'asked-back':
      return false;
    case 'values':
      return meaning.by === 'parser';
    case 'picked':
    case 'skip':
    case 'finish':
    case 'keep':
    case 'take-offer':
    case 'decline-offer':
    case 'accept':
    case 'solve':
    case 'confirm':
    case 'edit':
    case 'change':
    case 'choose':
    case 'leave':
    case 'stay':
      return true;
  }
}
