import { didYouMean } from '../core/nearest.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Flow, StepId } from './flow.ts';
import { type Edge, edgesOf, waits } from './graph.ts';
import type { PlacedFlow } from './read-flow.ts';

/** Mistakes in how the steps of a flow hang together: names, targets, reach, circles in which nobody is asked anything. */
export function checkSteps({ flow, part }: PlacedFlow): readonly Mistake[] {
  const ids = flow.steps.map((step) => step.id);
  const edges = edgesOf(flow);
  const repeated = ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [part.mistake(['steps', i], `the step "${id}" is there twice`, 'give one of them an `id` of its own')]
      : [],
  );
  const targets = edges
    .filter(({ to }) => !ids.includes(to))
    .map(({ to, written = [] }) => part.mistake(written, `unknown step "${to}"`, didYouMean(to, ids)));
  if (repeated.length + targets.length > 0) return [...repeated, ...targets];

  const reached = reach(ids[0], edges);
  const lost = flow.steps.flatMap((step, i) =>
    reached.has(step.id) ? [] : [part.mistake(['steps', i], `nothing leads to the step "${step.id}"`)],
  );
  const circle = circleWithoutWait(flow, edges);
  if (circle === undefined) return lost;
  const at = ids.indexOf(circle[0] ?? '');
  const found = `a circle in which nobody is asked anything: ${[...circle, circle[0]].join(' > ')}`;
  return [...lost, part.mistake(['steps', at], found)];
}

function reach(first: StepId | undefined, edges: readonly Edge[]): ReadonlySet<StepId> {
  const reached = new Set(first === undefined ? [] : [first]);
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
  return reached;
}

function circleWithoutWait(flow: Flow, edges: readonly Edge[]): readonly StepId[] | undefined {
  const asks = new Set(flow.steps.filter(waits).map((step) => step.id));
  const done = new Set<StepId>();
  const walk = (id: StepId, trail: readonly StepId[]): readonly StepId[] | undefined => {
    if (asks.has(id) || done.has(id)) return undefined;
    if (trail.includes(id)) return trail.slice(trail.indexOf(id));
    for (const { to } of edges.filter(({ from }) => from === id)) {
      const circle = walk(to, [...trail, id]);
      if (circle !== undefined) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const { id } of flow.steps) {
    const circle = walk(id, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
