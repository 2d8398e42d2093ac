import { z } from 'zod';
import { didYouMean } from '../core/nearest.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Action } from './action.ts';
import type { Catalog } from './check.ts';
import type { Field, FormStep, Step } from './flow.ts';
import { BUILT_IN_KINDS } from './kinds/built-in-kinds.ts';
import type { PlacedFlow } from './read-flow.ts';
import { rootsOf } from './roots.ts';

/** Mistakes in what a flow names of its desk: actions, outcomes, inputs, lists, readers, kinds. */
export function checkWiring(placed: PlacedFlow, catalog: Catalog | undefined): readonly Mistake[] {
  if (catalog === undefined) return [];
  return placed.flow.steps.flatMap((step, i) => checkStep(placed, catalog, step, i));
}

function checkStep(placed: PlacedFlow, catalog: Catalog, step: Step, i: number): readonly Mistake[] {
  const { part } = placed;
  const at = ['steps', i];
  const known = (what: string, name: string | undefined, table: object, ...key: string[]): readonly Mistake[] =>
    name === undefined || Object.hasOwn(table, name)
      ? []
      : [part.mistake([...at, ...key], `unknown ${what} "${name}"`, didYouMean(name, Object.keys(table)))];
  switch (step.type) {
    case 'form':
      return [
        ...known('reader', step.reader, catalog.readers, 'reader'),
        ...known('action', step.check, catalog.actions, 'check'),
        ...step.fields.flatMap((field) => checkField(placed, i, field, step, catalog)),
        ...checkLook(placed, i, step, catalog),
      ];
    case 'choose':
      return 'from' in step.options ? known('list', step.options.from, catalog.lists, 'options', 'from') : [];
    case 'call': {
      const action = catalog.actions[step.action];
      if (action === undefined) return known('action', step.action, catalog.actions, 'call');
      return [...checkOutcomes(placed, i, step.on, action), ...checkInput(placed, i, step, action)];
    }
    case 'say':
    case 'when':
    case 'end':
      return [];
  }
}

function checkField(
  placed: PlacedFlow,
  step: number,
  field: Field,
  form: FormStep,
  catalog: Catalog,
): readonly Mistake[] {
  const place = placed.fields.get(`${step}/${field.name}`);
  if (place === undefined) return [];
  const { part, path } = place;
  const kinds = { ...BUILT_IN_KINDS, ...catalog.kinds };
  const names = form.fields.map(({ name }) => name);
  const conditions = (['only', 'unless'] as const).flatMap((key) =>
    Object.keys(field[key] ?? {})
      .filter((name) => !names.includes(name))
      .map((name) => part.mistake([...path, key, name], `unknown field "${name}"`, didYouMean(name, names), 'key')),
  );
  if ('pick' in field.as) {
    const { pick } = field.as;
    if (Object.hasOwn(catalog.lists, pick)) return conditions;
    return [
      ...conditions,
      part.mistake([...path, 'as', 'pick'], `unknown list "${pick}"`, didYouMean(pick, Object.keys(catalog.lists))),
    ];
  }
  const { kind } = field.as;
  if (Object.hasOwn(kinds, kind)) return conditions;
  return [...conditions, part.mistake([...path, 'as'], `unknown kind "${kind}"`, didYouMean(kind, Object.keys(kinds)))];
}

/** Outcomes that a form's check may have. */
const CHECK_OUTCOMES = ['fine', 'problems', 'unavailable'];

function checkLook({ part }: PlacedFlow, index: number, form: FormStep, catalog: Catalog): readonly Mistake[] {
  const action = form.check === undefined ? undefined : catalog.actions[form.check];
  if (action === undefined) return [];
  const path = ['steps', index, 'check'];
  if (action.kind === 'acts') {
    return [
      part.mistake(path, `the action "${form.check}" acts`, 'a check only looks; call it as a step after the form'),
    ];
  }
  const others = action.outcomes.filter((outcome) => !CHECK_OUTCOMES.includes(outcome));
  if (others.length === 0 && action.outcomes.includes('fine')) return [];
  return [
    part.mistake(
      path,
      `"${form.check}" comes to ${action.outcomes.join(', ')}`,
      `a check comes to ${CHECK_OUTCOMES.join(', ')}`,
    ),
  ];
}

function checkOutcomes(
  { part }: PlacedFlow,
  index: number,
  on: Readonly<Record<string, string>>,
  action: Action,
): readonly Mistake[] {
  const path = ['steps', index, 'on'];
  const unknown = Object.keys(on)
    .filter((outcome) => !action.outcomes.includes(outcome))
    .map((outcome) =>
      part.mistake(
        [...path, outcome],
        `unknown outcome "${outcome}" of ${action.name}`,
        didYouMean(outcome, action.outcomes),
        'key',
      ),
    );
  const missing = action.outcomes.filter((outcome) => !Object.hasOwn(on, outcome));
  if (missing.length === 0) return unknown;
  return [
    ...unknown,
    part.mistake(path, `outcomes of ${action.name} that lead nowhere: ${missing.join(', ')}`, undefined, 'key'),
  ];
}

function checkInput(
  { flow, part }: PlacedFlow,
  index: number,
  step: Step & { type: 'call' },
  action: Action,
): readonly Mistake[] {
  const path = ['steps', index, step.with === undefined ? 'call' : 'with'];
  const given = givenNames(flow.steps, step.with);
  const named: readonly (readonly [string | undefined, string])[] =
    typeof step.with === 'string' ? [[undefined, step.with]] : Object.entries(step.with ?? {});
  const dangling = named.flatMap(([key, value]) => {
    const root = /^\$([a-z][\w-]*)/.exec(value)?.[1];
    const roots = rootsOf(flow.steps);
    if (root === undefined || roots.includes(root)) return [];
    return [
      part.mistake(key === undefined ? path : [...path, key], `unknown name "$${root}"`, didYouMean(root, roots)),
    ];
  });
  const input: unknown = action.input;
  if (!(input instanceof z.ZodObject) || given === undefined) return dangling;
  const shape: Readonly<Record<string, z.core.$ZodType>> = input.shape;
  const wanted = Object.keys(shape);
  const unknown =
    typeof step.with === 'object'
      ? Object.keys(step.with)
          .filter((name) => !wanted.includes(name))
          .map((name) =>
            part.mistake([...path, name], `${action.name} takes no "${name}"`, didYouMean(name, wanted), 'key'),
          )
      : [];
  const missing = wanted.filter(
    (name) => !given.includes(name) && !z.safeParse(shape[name] ?? z.never(), undefined).success,
  );
  if (missing.length === 0) return [...dangling, ...unknown];
  return [...dangling, ...unknown, part.mistake(path, `${action.name} is not given: ${missing.join(', ')}`)];
}

// The names an action gets; undefined where only a run of the flow can know them (a saved outcome as a whole).
function givenNames(
  steps: readonly Step[],
  given: string | Readonly<Record<string, string>> | undefined,
): readonly string[] | undefined {
  if (given === undefined) return [];
  if (typeof given === 'object') return Object.keys(given);
  const form = steps.find((step) => step.type === 'form' && `$${step.name}` === given);
  return form?.type === 'form' ? [...form.fields.map(({ name }) => name), 'accepted'] : undefined;
}
