import type { Json } from '../core/json.ts';
import { DialogueBug } from './bug.ts';
import { type Facts, formNamed, formsOf, stepOf } from './facts.ts';
import { asObject, given, hasValue, isRelevant, isSettled, lookUp, valuesFor } from './filled.ts';
import type { Flow, FormStep, Step, StepId } from './flow.ts';
import { enterForm } from './form.ts';
import { stepAfter } from './graph.ts';
import { ABANDON } from './on-choices.ts';
import { problemsOf } from './problems.ts';
import { questionOf } from './question.ts';
import type { Line, Next, Problem, Talk } from './talk.ts';
import { needing, type Turned, unasked, waiting } from './turned.ts';

/** A talk after a walk: where it waits, or how it ended. */
export interface Walked {
  readonly talk: Talk;
  readonly lines: readonly Line[];
  readonly next: Next;
}

/** More steps in one walk than any conversation has: a circle of the house's own making. */
const MOST_STEPS = 50;

/** Walks on from what became of a step until the talk waits or ends. */
export function walk(facts: Facts, turned: Turned, steps = 0): Walked {
  if (turned.type === 'stays') return turned;
  const { talk, lines, to } = turned;
  if (steps > MOST_STEPS) throw new DialogueBug(`the flow "${talk.flow}" walks in a circle at "${talk.step}"`);
  const target = to ?? stepAfterOf(facts, talk);
  const step = facts.flows.get(talk.flow)?.steps.find(({ id }) => id === target);
  if (step === undefined) return ended(talk, lines, target === ABANDON ? 'cancelled' : 'done');
  const next = enter(facts, unasked({ ...talk, step: step.id }), step);
  if (next.type === 'ends') return ended(next.talk, lines, next.how);
  return walk(facts, { ...next, lines: [...lines, ...next.lines] }, steps + 1);
}

/** Walks from a step. */
export const walkFrom = (facts: Facts, talk: Talk, to: StepId, lines: readonly Line[] = []): Walked =>
  walk(facts, { type: 'goes', talk, lines, to });

type Entered = Turned | { readonly type: 'ends'; readonly talk: Talk; readonly how: 'done' | 'cancelled' | 'human' };

function enter(facts: Facts, talk: Talk, step: Step): Entered {
  switch (step.type) {
    case 'say': {
      const line: Line = { text: step.text, with: valuesFor(facts, talk, step.text) };
      return { type: 'goes', talk, lines: [line], to: step.go };
    }
    case 'form':
      return enterForm(facts, talk, step);
    case 'choose':
      if ('from' in step.options) return needing(talk, { type: 'list', list: step.options.from, filled: talk.answers });
      return askChoice(facts, talk);
    case 'call':
      return enterCall(facts, talk, step);
    case 'when': {
      const met = step.cases.find(({ if: names }) =>
        Object.entries(names).every(([name, values]) => hasValue(lookUp(talk.answers, name), values)),
      );
      return { type: 'goes', talk, lines: [], to: met?.go ?? step.otherwise };
    }
    case 'end':
      return { type: 'ends', talk, how: step.how };
  }
}

/** Asks the choice a talk stands at. */
export const askChoice = (facts: Facts, talk: Talk, before: readonly Line[] = []): Turned =>
  waiting(talk, [...before, ...(questionOf(facts, talk)?.lines ?? [])]);

// A form whose file has changed may lack what the action wants: then its first unfilled field is asked, not the action called.
function enterCall(facts: Facts, talk: Talk, step: Step & { type: 'call' }): Turned {
  const named = typeof step.with === 'string' ? [step.with] : Object.values(step.with ?? {});
  const forms = named.flatMap((name) => formNamed(facts, talk, name.replace(/^\$/, '').split('.')[0] ?? '') ?? []);
  const unfilled = forms.find((form) => !isComplete(talk, form));
  if (unfilled !== undefined) return enterForm(facts, talk, unfilled);
  const type = facts.looks(step.action) ? 'look' : 'act';
  return needing(talk, {
    type,
    flow: talk.flow,
    step: step.id,
    action: step.action,
    input: inputOf(facts, talk, step),
  });
}

function isComplete(talk: Talk, form: FormStep): boolean {
  const filled = asObject(talk.answers[form.name]);
  return form.fields.every((field) => field.optional || !isRelevant(field, filled) || isSettled(talk, form, field));
}

function inputOf(facts: Facts, talk: Talk, step: Step & { type: 'call' }): Json {
  const { with: wanted = {} } = step;
  if (typeof wanted === 'string') return valueNamed(facts, talk, wanted) ?? {};
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const found = value.startsWith('$') ? partNamed(facts, talk, value) : value;
      return found === undefined || found === null ? [] : [[name, found] as const];
    }),
  );
}

// One of several inputs is a field before it is a whole form: a form may be named like its only question.
function partNamed(facts: Facts, talk: Talk, name: string): Json | undefined {
  const form = formNamed(facts, talk, name.slice(1));
  const own = form?.fields.some((field) => field.name === form.name) === true;
  return form !== undefined && own ? given(talk, form)[form.name] : valueNamed(facts, talk, name);
}

function valueNamed(facts: Facts, talk: Talk, name: string): Json | undefined {
  const form = formNamed(facts, talk, name.slice(1));
  return form === undefined ? lookUp(talk.answers, name.slice(1)) : given(talk, form);
}

/** Takes the outcome of a called action: saves its data and leads on; `problems` lead into a form that asks them. */
export function onOutcome(
  facts: Facts,
  talk: Talk,
  outcome: string,
  data: Json | undefined,
  said: readonly Line[],
): Turned {
  const step = stepOf(facts, talk);
  if (step?.type !== 'call') return { type: 'goes', talk, lines: said, to: talk.step };
  const saved =
    step.save === undefined || data === undefined ? talk : { ...talk, answers: { ...talk.answers, [step.save]: data } };
  const to = step.on[outcome];
  if (to === undefined)
    throw new DialogueBug(`the outcome "${outcome}" of ${step.action} leads nowhere in "${talk.flow}"`);
  const target = facts.flows.get(saved.flow)?.steps.find(({ id }) => id === to);
  const form = outcome === 'problems' && target?.type === 'form' ? target : undefined;
  const problems: readonly Problem[] = form === undefined ? [] : problemsOf(data);
  if (form === undefined || problems.length === 0) return { type: 'goes', talk: saved, lines: said, to };
  const turned = enterForm(facts, saved, form, problems);
  return { ...turned, lines: [...said, ...turned.lines] };
}

/** Finds a talk's place in a flow whose file has changed: its step if it is there, else the first form that lacks something. */
export function placeOf(flow: Flow, talk: Talk): StepId | undefined {
  if (flow.steps.some(({ id }) => id === talk.step)) return talk.step;
  const forms = formsOf(flow);
  return (forms.find((form) => !isComplete(talk, form)) ?? forms.at(-1) ?? flow.steps[0])?.id;
}

const stepAfterOf = (facts: Facts, talk: Talk): StepId | undefined => {
  const flow = facts.flows.get(talk.flow);
  return flow === undefined ? undefined : stepAfter(flow, talk.step);
};

const ended = (talk: Talk, lines: readonly Line[], how: 'done' | 'cancelled' | 'human'): Walked => ({
  talk,
  lines,
  next: { type: 'end', how, flow: talk.flow, step: talk.step, ...(talk.held !== undefined && { held: talk.held }) },
});
