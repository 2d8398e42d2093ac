import { drawFlow } from './draw.ts';
import type { Flow } from './flow.ts';

/** A drawing as a page: a title and its Mermaid chart. */
export interface Drawing {
  /** `customer/pesan`. */
  readonly name: string;
  readonly chart: string;
}

/** The drawings of all flows, by desk and name. */
export const drawFlows = (flows: readonly Flow[]): readonly Drawing[] =>
  flows.map((flow) => ({ name: `${flow.desk}/${flow.name}`, chart: drawFlow(flow) }));

/** One Markdown page of drawings, which code hosts show as charts; other rooms add theirs to the list. */
export const drawingsPage = (title: string, drawings: readonly Drawing[]): string =>
  `${[`# ${title}`, ...drawings.map(({ name, chart }) => `## ${name}\n\n\`\`\`mermaid\n${chart}\`\`\``)].join('\n\n')}\n`;
