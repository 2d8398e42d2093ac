import { type Moves, ORDER, PARCEL, PAYMENT } from './moves.ts';

/** The table as three Mermaid diagrams, one an axis; events that leave a state as it is stand beside it. */
export function drawMoves(): string {
  return [
    drawAxis('Order', ORDER, 'placing'),
    drawAxis('Payment (the state is what the sums say)', PAYMENT, 'unpaid'),
    drawAxis('Parcel', PARCEL, 'waiting'),
  ].join('\n\n');
}

function drawAxis(title: string, table: Moves<string>, first: string): string {
  const lines = Object.entries(table).flatMap(([state, { stays = [], ...moves }]) => [
    `  ${idOf(state)}: ${state}`,
    ...drawMovesOf(state, moves),
    ...(stays.length > 0 ? [`  note right of ${idOf(state)}: ${stays.join(', ')}`] : []),
  ]);
  return [
    '```mermaid',
    '---',
    `title: ${title}`,
    '---',
    'stateDiagram-v2',
    `  [*] --> ${idOf(first)}`,
    ...lines,
    '```',
  ].join('\n');
}

// Several events between the same two states share one arrow.
function drawMovesOf(state: string, moves: Readonly<Record<string, string | undefined>>): string[] {
  const byTarget = new Map<string, string[]>();
  for (const [event, to] of Object.entries(moves)) {
    if (to !== undefined) byTarget.set(to, [...(byTarget.get(to) ?? []), event]);
  }
  return [...byTarget].map(([to, events]) => `  ${idOf(state)} --> ${idOf(to)}: ${events.join(', ')}`);
}

// Mermaid reads a dash in a name as an arrow.
const idOf = (state: string): string => state.replaceAll('-', '_');
