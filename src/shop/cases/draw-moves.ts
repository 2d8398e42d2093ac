import { CASE_STATES } from './case.ts';
import { CASE } from './moves.ts';

/** The life of a case as a Mermaid state diagram; events that leave a state as it is are left out. */
export function drawMoves(): string {
  const arrows = CASE_STATES.flatMap((from) => {
    const { stays: _stays, ...moves } = CASE[from];
    return Object.entries(moves).flatMap(([event, to]) =>
      [to]
        .flat()
        .filter((state) => state !== from)
        .map((state) => `  ${idOf(from)} --> ${idOf(state)}: ${event}`),
    );
  });
  const names = CASE_STATES.map((state) => `  state "${state}" as ${idOf(state)}`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${idOf('opening')}`, ...arrows, ''].join('\n');
}

/** Mermaid takes no dash in the id of a state. */
const idOf = (state: string): string => state.replaceAll('-', '_');
