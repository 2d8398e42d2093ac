import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';
import { again, applyToForm, wayOut } from './apply.ts';
import { back, comeBack, idleStep } from './come-back.ts';
import { type Facts, formNamed, formStepOf, stepOf } from './facts.ts';
import { asObject, unfill } from './filled.ts';
import { onChecked, proceed } from './form.ts';
import type { Meaning } from './meaning.ts';
import { onFieldChoices } from './on-choices.ts';
import type { Filled, Line, Move, Reply, Talk } from './talk.ts';
import { going, type Turned, unasked, waiting } from './turned.ts';
import { askChoice, onOutcome, type Walked, walk, walkFrom } from './walk.ts';

/** What a move starts from: something a person said, as far as it is understood, or facts that were looked up. */
export type Input =
  | {
      readonly type: 'start';
      readonly flow: string;
      /** The new talk's id: a short hash of the first message and the flow. */
      readonly id: string;
      /** What opened it: door, verb, code, rev, words; kept as the answers `start.*`. */
      readonly start: Filled;
      readonly opening: Reply;
      readonly held?: Json;
    }
  | { readonly type: 'meaning'; readonly meaning: Meaning }
  | { readonly type: 'choices'; readonly choices: readonly ListChoice[] }
  | { readonly type: 'kept'; readonly kept: Filled }
  | { readonly type: 'outcome'; readonly outcome: string; readonly data?: Json; readonly lines?: readonly Line[] }
  /** The named values of a form do not fit what the action wants: they are asked anew. */
  | { readonly type: 'misfit'; readonly form: string; readonly fields: readonly string[] }
  /** The open question is asked once more, after these lines. */
  | { readonly type: 'again'; readonly lines: readonly Line[] }
  | { readonly type: 'back' | 'idle' }
  | { readonly type: 'cancel' }
  | { readonly type: 'come-back' };

/** How many talks lie on each other at most. */
const DEEPEST = 3;

/** Moves the talks of a chat from one wait to the next. Pure: the same arguments give the same move. */
export function advance(facts: Facts, stack: readonly Talk[], input: Input): Move {
  if (input.type === 'start') return open(facts, stack, input);
  if (input.type === 'come-back') return comeBackMove(facts, stack);
  const talk = stack.at(-1);
  if (talk === undefined)
    return { talk: [], answers: 'lines' in input ? (input.lines ?? []) : [], next: { type: 'wait' } };
  const below = stack.slice(0, -1);
  return finish(facts, below, input.type === 'cancel' ? cancel(facts, talk) : walk(facts, turn(facts, talk, input)));
}

function open(facts: Facts, stack: readonly Talk[], input: Input & { type: 'start' }): Move {
  const flow = facts.flows.get(input.flow);
  const [first] = flow?.steps ?? [];
  if (first === undefined) return { talk: stack, answers: [], next: { type: 'wait' } };
  const talk: Talk = {
    id: input.id,
    flow: input.flow,
    step: first.id,
    answers: { start: input.start },
    tries: 0,
    heardAt: facts.now.getTime(),
    opening: input.opening,
    ...(input.held !== undefined && { held: input.held }),
  };
  return finish(facts, stack, walkFrom(facts, talk, first.id));
}

type Within = Exclude<Input, { readonly type: 'start' } | { readonly type: 'come-back' } | { readonly type: 'cancel' }>;

function turn(facts: Facts, talk: Talk, input: Within): Turned {
  const form = formStepOf(facts, talk);
  switch (input.type) {
    case 'meaning': {
      const { leaving: _, ...rest } = talk;
      return applyMeaning(facts, { ...rest, heardAt: facts.now.getTime() }, input.meaning);
    }
    case 'choices':
      return form === undefined
        ? chosenFrom(facts, talk, input.choices)
        : onFieldChoices(facts, talk, form, input.choices);
    case 'kept':
      return form === undefined ? waiting(talk, []) : proceed(facts, { ...talk, offer: input.kept }, form);
    case 'outcome': {
      if (form === undefined) return onOutcome(facts, talk, input.outcome, input.data, input.lines ?? []);
      const turned = onChecked(facts, talk, form, input.outcome, input.data);
      return { ...turned, lines: [...(input.lines ?? []), ...turned.lines] };
    }
    case 'misfit': {
      const wanting = formNamed(facts, talk, input.form);
      if (wanting === undefined) return waiting(talk, []);
      const cleared = input.fields.reduce((so, field) => unfill(so, wanting, field), talk);
      const asked = proceed(facts, unasked({ ...cleared, step: wanting.id }), wanting);
      return { ...asked, lines: [{ text: 'engine.isi-ulang' }, ...asked.lines] };
    }
    case 'again':
      return askAgain(facts, talk, input.lines);
    case 'back':
      return back(facts, talk);
    case 'idle': {
      const idle = idleStep(facts, talk);
      return idle === undefined
        ? askAgain(facts, talk, [])
        : going(unasked({ ...talk, heardAt: facts.now.getTime() }), idle);
    }
  }
}

function applyMeaning(facts: Facts, talk: Talk, meaning: Meaning): Turned {
  if (meaning.type === 'leave') return going(talk, CANCELLED, [{ text: 'engine.dibatalkan' }]);
  const form = formStepOf(facts, talk);
  if (form !== undefined) return applyToForm(facts, talk, form, meaning);
  const step = stepOf(facts, talk);
  if (meaning.type === 'choose' && step?.type === 'choose') {
    return going({ ...unasked(talk), answers: { ...talk.answers, [step.name]: meaning.choice.value } }, meaning.go);
  }
  if (meaning.type !== 'failed') return askAgain(facts, talk, []);
  const tries = talk.tries + 1;
  const line: Line = { text: meaning.why, ...(meaning.with !== undefined && { with: meaning.with }) };
  return askAgain(facts, { ...talk, tries: tries % 3 }, tries < 3 ? [line] : [line, { text: wayOut(facts) }]);
}

/** No step has this id: a talk that goes there ends as cancelled. */
const CANCELLED = '#abandon';

function askAgain(facts: Facts, talk: Talk, lines: readonly Line[]): Turned {
  const { leaving: _, ...rest } = talk;
  const form = formStepOf(facts, talk);
  return form === undefined ? askChoice(facts, rest, lines) : again(facts, rest, form, lines);
}

function chosenFrom(facts: Facts, talk: Talk, choices: readonly ListChoice[]): Turned {
  const step = stepOf(facts, talk);
  if (step?.type !== 'choose' || !('from' in step.options)) return waiting(talk, []);
  const [first] = choices;
  const asked = talk.answers[step.name] !== undefined;
  if (first === undefined) {
    const { none } = step.options;
    return none === undefined ? going(talk, CANCELLED, [{ text: 'engine.tidak-ada-pilihan' }]) : going(talk, none);
  }
  // Come back to a second time the choice always waits, so that no circle runs through it.
  if (choices.length === 1 && !asked) {
    return going({ ...unasked(talk), answers: { ...talk.answers, [step.name]: first.value } }, step.options.go);
  }
  return askChoice(facts, { ...talk, offered: choices });
}

// Nothing given yet is nothing lost; else the person is asked first.
function cancel(facts: Facts, talk: Talk): Walked {
  const filled = Object.entries(talk.answers).some(
    ([name, value]) => name !== 'start' && Object.values(asObject(value)).some((one) => one !== null),
  );
  if (!filled || talk.leaving === true) return walk(facts, going(talk, CANCELLED, [{ text: 'engine.dibatalkan' }]));
  return walk(facts, askChoice(facts, { ...talk, leaving: true }));
}

// A talk that ended makes room for the one below it, which comes back with its open question.
function finish(facts: Facts, below: readonly Talk[], walked: Walked): Move {
  const { talk, lines, next } = walked;
  // Only what waits counts: a question of information that is answered at once pushes nobody out.
  if (next.type === 'wait') return { talk: [...below, rested(talk)].slice(-DEEPEST), answers: lines, next };
  if (next.type !== 'end') return { talk: [...below, talk], answers: lines, next };
  if (next.how === 'human' || next.held !== undefined || below.length === 0)
    return { talk: below, answers: lines, next };
  const move = comeBackMove(facts, below);
  return { ...move, answers: [...lines, ...move.answers] };
}

function comeBackMove(facts: Facts, stack: readonly Talk[]): Move {
  const talk = stack.at(-1);
  if (talk === undefined) return { talk: [], answers: [], next: { type: 'wait' } };
  const turned = comeBack(facts, talk);
  const below = stack.slice(0, -1);
  return turned === undefined ? comeBackMove(facts, below) : finish(facts, below, walk(facts, turned));
}

// What opened a talk is needed only until it first waits.
function rested(talk: Talk): Talk {
  const { opening: _, ...rest } = talk;
  return rest;
}
