import { type Facts, stepOf } from './facts.ts';
import { valuesFor } from './filled.ts';
import type { Step } from './flow.ts';
import { formQuestion } from './form-question.ts';
import type { Option, Question } from './meaning.ts';
import { askLine, numbered, worded } from './option.ts';
import type { Talk } from './talk.ts';

/** The open question of a talk; undefined when it stands nowhere that a person can answer. */
export function questionOf(facts: Facts, talk: Talk): Question | undefined {
  const step = stepOf(facts, talk);
  if (step === undefined) return undefined;
  if (talk.leaving === true) return leavingQuestion(facts, talk);
  switch (step.type) {
    case 'form':
      return formQuestion(facts, talk, step);
    case 'choose':
      return chooseQuestion(facts, talk, step);
    case 'say':
    case 'call':
    case 'when':
    case 'end':
      return undefined;
  }
}

function leavingQuestion(facts: Facts, talk: Talk): Question {
  const options = [
    worded(facts, talk, 'leaving', 'batalkan', { type: 'leave' }),
    worded(facts, talk, 'leaving', 'teruskan', { type: 'stay' }),
  ];
  return { lines: [askLine({ text: 'engine.batalkan' }, options)], options };
}

function chooseQuestion(facts: Facts, talk: Talk, step: Step & { type: 'choose' }): Question | undefined {
  const options = chooseOptions(facts, talk, step);
  if (options === undefined) return undefined;
  return { lines: [askLine({ text: step.text, with: valuesFor(facts, talk, step.text) }, options)], options };
}

function chooseOptions(facts: Facts, talk: Talk, step: Step & { type: 'choose' }): readonly Option[] | undefined {
  const { options } = step;
  if ('from' in options) {
    const go = options.go === undefined ? {} : { go: options.go };
    return talk.offered?.map((choice) =>
      numbered(talk, step.id, choice.value, choice.label, { type: 'choose', choice, ...go }, choice.words),
    );
  }
  return options.map(({ value, label, go }) => {
    const choice = { value, label: facts.say(label) };
    const option = numbered(talk, step.id, value, choice.label, {
      type: 'choose',
      choice,
      ...(go !== undefined && { go }),
    });
    return { ...option, choice: { ...option.choice, label: { text: label } } };
  });
}
