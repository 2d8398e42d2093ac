import { HOUR } from '../core/clock.ts';
import { again, applyToForm } from './apply.ts';
import { type Facts, formStepOf, stepOf } from './facts.ts';
import { filledOf, isRelevant, isSettled } from './filled.ts';
import type { FormStep, StepId } from './flow.ts';
import { offeredFields } from './form-question.ts';
import { questionOf } from './question.ts';
import type { Line, Talk } from './talk.ts';
import { after, going, type Turned, unasked } from './turned.ts';
import { askChoice, placeOf } from './walk.ts';

/** Brings a talk back from below, with its open question; undefined when its flow is no longer there. */
export function comeBack(facts: Facts, talk: Talk): Turned | undefined {
  const flow = facts.flows.get(talk.flow);
  if (flow === undefined) return undefined;
  const idle = idleStep(facts, talk);
  if (idle !== undefined) return going(unasked({ ...talk, heardAt: facts.now.getTime() }), idle);
  const lines: readonly Line[] = [{ text: 'engine.lanjut' }];
  return after(lines, standing(facts, talk) ?? going(unasked(talk), placeOf(flow, talk)));
}

/** The open question of a talk asked anew; undefined when the talk stands at a step that is gone or asks nothing. */
function standing(facts: Facts, talk: Talk): Turned | undefined {
  const form = formStepOf(facts, talk);
  if (form !== undefined) return again(facts, talk, form);
  return questionOf(facts, talk) === undefined ? undefined : askChoice(facts, talk);
}

/** The step that a talk goes to when its person was silent for longer than its form waits. */
export function idleStep(facts: Facts, talk: Talk): StepId | undefined {
  const idle = formStepOf(facts, talk)?.idle;
  return idle !== undefined && facts.now.getTime() - talk.heardAt >= idle.hours * HOUR ? idle.go : undefined;
}

/** Goes one question back: to the field before, or to the choice or form before this one. */
export function back(facts: Facts, talk: Talk): Turned {
  const heard = { ...talk, heardAt: facts.now.getTime() };
  const form = formStepOf(facts, heard);
  const field = form === undefined ? undefined : fieldBefore(heard, form);
  if (form !== undefined && field !== undefined) return applyToForm(facts, heard, form, { type: 'change', field });
  const earlier = stepBefore(facts, heard);
  if (earlier !== undefined) return going(unasked(heard), earlier);
  const first: readonly Line[] = [{ text: 'engine.sudah-paling-awal' }];
  return form === undefined ? askChoice(facts, heard, first) : again(facts, heard, form, first);
}

function fieldBefore(talk: Talk, form: FormStep): string | undefined {
  const asked = talk.asking === 'offer' ? offeredFields(talk, form)[0]?.field.name : talk.asking;
  const at = form.fields.findIndex(({ name }) => name === asked);
  const filled = filledOf(talk, form.name);
  return form.fields
    .slice(0, at === -1 ? form.fields.length : at)
    .filter((field) => field.ask !== undefined && isRelevant(field, filled) && isSettled(talk, form, field))
    .at(-1)?.name;
}

// Never back over an action: what it did is done.
function stepBefore(facts: Facts, talk: Talk): StepId | undefined {
  const steps = facts.flows.get(talk.flow)?.steps ?? [];
  const at = steps.findIndex(({ id }) => id === stepOf(facts, talk)?.id);
  for (const step of steps.slice(0, Math.max(at, 0)).toReversed()) {
    if (step.type === 'call' || step.type === 'end') return undefined;
    if ((step.type === 'form' || step.type === 'choose') && talk.answers[step.name] !== undefined) return step.id;
  }
  return undefined;
}
