import type { Step } from './flow.ts';

/** The first parts of the names that `with`, `when` and texts may use in a flow. */
export const rootsOf = (steps: readonly Step[]): readonly string[] => ['start', ...steps.flatMap(rootsOfStep)];

function rootsOfStep(step: Step): readonly string[] {
  switch (step.type) {
    case 'form':
      return [step.name, ...step.fields.map(({ name }) => name)];
    case 'choose':
      return [step.name];
    case 'call':
      return step.save === undefined ? [] : [step.save];
    case 'say':
    case 'when':
    case 'end':
      return [];
  }
}
