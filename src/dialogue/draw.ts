import type { Flow, Step } from './flow.ts';
import { edgesOf } from './graph.ts';

/** Draws a flow as a Mermaid flowchart: questions are hexagons, actions boxes with double sides, ends rounded. */
export function drawFlow(flow: Flow): string {
  const lines = [
    'flowchart TD',
    ...flow.steps.map((step) => `  ${node(step.id)}${shape(step)}`),
    ...edgesOf(flow).map(
      ({ from, to, label }) => `  ${node(from)} -->${label === '' ? '' : `|${quoted(label)}|`} ${node(to)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

// Mermaid reads some bare words (`end`) as its own, so every node has a name of ours.
const node = (id: string): string => `s_${id.replaceAll('-', '_')}`;
const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

function shape(step: Step): string {
  switch (step.type) {
    case 'say':
      return `[${quoted(step.text)}]`;
    case 'form':
      return `{{${quoted(`${step.name}: ${step.fields.map(({ name }) => name).join(', ')}`)}}}`;
    case 'choose':
      return `{{${quoted(step.name)}}}`;
    case 'call':
      return `[[${quoted(step.action)}]]`;
    case 'when':
      return `{${quoted(step.id)}}`;
    case 'end':
      return `([${quoted(step.how)}])`;
  }
}
