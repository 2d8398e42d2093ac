import type { Path } from '../core/yaml/yaml-source.ts';
import type { Flow, Step, StepId } from './flow.ts';

/** A way from one step to another, with where it is written; an unwritten one falls through to the next step. */
export interface Edge {
  readonly from: StepId;
  readonly to: StepId;
  readonly label: string;
  readonly written?: Path;
}

/** All ways of a flow, in the order of its steps. */
export const edgesOf = (flow: Flow): readonly Edge[] => flow.steps.flatMap((step, i) => edgesFrom(flow, step, i));

/** The step after a step, where it does not say where it goes. */
export const stepAfter = (flow: Flow, id: StepId): StepId | undefined =>
  flow.steps[flow.steps.findIndex((step) => step.id === id) + 1]?.id;

/** True for a step at which a person is asked something. */
export const waits = (step: Step): boolean => step.type === 'form' || step.type === 'choose';

function edgesFrom(flow: Flow, step: Step, index: number): readonly Edge[] {
  const base = ['steps', index];
  const to = (target: StepId | undefined, label: string, ...path: readonly (string | number)[]): readonly Edge[] =>
    target === undefined ? [] : [{ from: step.id, to: target, label, written: [...base, ...path] }];
  const onward = (go: StepId | undefined, label = ''): readonly Edge[] => {
    if (go !== undefined) return to(go, label, 'go');
    const next = flow.steps[index + 1]?.id;
    return next === undefined ? [] : [{ from: step.id, to: next, label }];
  };
  switch (step.type) {
    case 'say':
      return onward(step.go);
    case 'form':
      return [
        ...onward(step.go),
        ...to(step.give_up, 'give up', 'give_up'),
        ...to(step.idle?.go, `idle ${step.idle?.hours ?? 0} h`, 'idle', 'go'),
        ...step.fields.flatMap((field, i) => to(field.none, `no ${field.name}`, 'fields', i, 'none')),
      ];
    case 'choose':
      if ('from' in step.options) {
        const { go, none } = step.options;
        const chosen = go === undefined ? onward(undefined) : to(go, '', 'options', 'go');
        return [...chosen, ...to(none, 'none', 'options', 'none')];
      }
      return step.options.flatMap(({ value, go }, i) =>
        go === undefined ? onward(undefined, value) : to(go, value, 'options', i, 'go'),
      );
    case 'call':
      return Object.entries(step.on).flatMap(([outcome, target]) => to(target, outcome, 'on', outcome));
    case 'when':
      return [
        ...step.cases.flatMap(({ if: names, go }, i) => to(go, caseLabel(names), 'when', i, 'go')),
        ...to(step.otherwise, 'otherwise', 'otherwise'),
      ];
    case 'end':
      return [];
  }
}

const caseLabel = (names: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(names)
    .map(([name, values]) => `${name} = ${values.join(' or ')}`)
    .join(', ');
