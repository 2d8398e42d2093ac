import { DESKS } from '../../../src/chats/desk.ts';
import type { Flow, FormStep } from '../../../src/dialogue/flow.ts';
import { tableOf } from './desk-kinds.ts';

/** One way in: what it is called in a report, and the table that its bad inputs stand in. */
export interface Entrance {
  readonly name: string;
  readonly table: string;
}

/** Every way into the conversations: fields, lists to pick from, commands, words, buttons, links, uploads and whatever else opens a flow. */
export const entrancesOf = (flows: readonly Flow[]): readonly Entrance[] =>
  flows.flatMap((flow) => [...doorsOf(flow), ...fieldsOf(flow)]);

function doorsOf({ name, desk, start, steps }: Flow): readonly Entrance[] {
  const at = (door: string, table: string): Entrance => ({ name: `${desk}/${name}: ${door}`, table });
  const form = steps.find((step): step is FormStep => step.type === 'form');
  const line = form?.reader === undefined ? 'line nothing' : `line ${form.reader}`;
  return [
    ...(start.command ?? []).map((word) => at(`/${word}`, line)),
    ...(start.words ?? []).map((word) => at(`"${word}"`, line)),
    ...(start.tap ?? []).map((verb) => at(`tap ${verb}`, 'tap')),
    ...(start.link ?? []).map((prefix) => at(`link ${prefix}_`, 'link')),
    ...(start.media ?? []).map((kind) => at(`media ${kind}`, `upload ${kind}`)),
    ...(start.intent ?? []).map((wish) => at(`wish ${wish}`, 'words')),
    ...(start.code ? [at('a code alone', 'words')] : []),
    ...(start.first ? [at('the first message', 'words')] : []),
    ...(start.fallback ? [at('anything', 'words')] : []),
    ...(start.cart ? [at('a cart', 'cart')] : []),
    ...(start.place ? [at('a place', 'place')] : []),
    ...(start.unsupported ? [at('what a channel cannot hand over', 'unsupported')] : []),
  ];
}

const fieldsOf = ({ name, desk, steps }: Flow): readonly Entrance[] =>
  steps.flatMap((step): readonly Entrance[] => {
    if (step.type === 'choose') return [{ name: `${desk}/${name}: choice ${step.name}`, table: 'pick' }];
    if (step.type !== 'form') return [];
    return step.fields.map(({ name: field, as }) => ({
      name: `${desk}/${name}: ${step.name}.${field}`,
      table: 'pick' in as ? 'pick' : `field ${tableOf(desk, as.kind)}`,
    }));
  });

/** The verbs of buttons under notices, by the desk of who gets them. */
export function noticeVerbs(status: unknown): readonly string[] {
  const found = JSON.stringify(status).matchAll(/"tap":"([a-z-]+)"/g);
  return [...new Set([...found].map((match) => match[1] ?? ''))].filter((verb) => verb !== '');
}

/** Every verb that some desk's flow opens with. */
export const verbsOf = (flows: readonly Flow[]): ReadonlySet<string> =>
  new Set(DESKS.flatMap((desk) => flows.filter((flow) => flow.desk === desk).flatMap(({ start }) => start.tap ?? [])));
