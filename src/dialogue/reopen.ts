import { readCode } from '../core/ids.ts';
import { advance } from './advance.ts';
import type { Opened } from './doors.ts';
import { type Facts, formStepOf } from './facts.ts';
import { asObject } from './filled.ts';
import { meaningOf } from './meaning-of.ts';
import { isFree } from './other-fields.ts';
import type { Move, Reply, Talk } from './talk.ts';

/**
 * What a door does whose flow is open already: the open talk comes up and takes what was said with it, so that a second product
 * joins the order and nothing is lost. Undefined where the door is about another document, which gets a talk of its own.
 */
export function reopen(
  facts: Facts,
  stack: readonly Talk[],
  { flow, start, text }: Opened,
  reply: Reply,
): Move | undefined {
  const open = stack.findLast((talk) => talk.flow === flow);
  if (open === undefined) return undefined;
  const { code, rest } = start;
  const document = typeof code === 'string' && readCode(code) !== undefined;
  if (document && asObject(open.answers.start).code !== code) return undefined;

  const up = [...stack.filter((talk) => talk !== open), open];
  const { tap: _, ...said } = reply;
  // Where any words would do, those of a door are no answer.
  const asked = formStepOf(facts, open)?.fields.find(({ name }) => name === open.asking);
  const heard = !document && (asked === undefined || !isFree(facts, asked));
  const meaning = heard ? meaningOf(facts, open, { ...said, text: typeof rest === 'string' ? rest : text }) : undefined;
  switch (meaning?.type) {
    case 'values':
    case 'collected':
    case 'picked':
    case 'asked-back':
      return advance(facts, up, { type: 'meaning', meaning });
    default:
      return stack.at(-1) === open
        ? advance(facts, up, { type: 'again', lines: [] })
        : advance(facts, up, { type: 'come-back' });
  }
}
