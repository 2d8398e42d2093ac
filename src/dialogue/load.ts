import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESKS, type DeskName } from '../chats/desk.ts';
import { type Mistake, showMistake } from '../core/yaml/mistake.ts';
import { readYaml, type YamlPart } from '../core/yaml/yaml-source.ts';
import { type Catalog, checkFlows } from './check.ts';
import type { Flow } from './flow.ts';
import { FlowError } from './flow-error.ts';
import { loadTexts } from './load-texts.ts';
import { type FormFiles, type PlacedFlow, readFlow } from './read-flow.ts';
import type { Texts } from './texts.ts';

/** All that was loaded from `flows/`, checked. */
export interface Flows {
  readonly of: Readonly<Record<DeskName, readonly Flow[]>>;
  readonly texts: Texts;
}

/** Loads and checks the conversations and texts under `dir`; throws a FlowError that names every mistake at once. */
export function loadFlows(dir: string, catalogs: readonly Catalog[]): Flows {
  const mistakes: Mistake[] = [];
  const parts = (folder: string): readonly YamlPart[] =>
    yamlFiles(dir, folder).flatMap((file) => {
      const read = readYaml(file, readFileSync(join(dir, file), 'utf8'));
      mistakes.push(...read.mistakes);
      return read.parts;
    });

  const forms = formFiles(parts('forms'), mistakes);
  const placed: PlacedFlow[] = [];
  for (const desk of DESKS) {
    for (const part of parts(desk)) {
      const read = readFlow(part, forms);
      mistakes.push(...read.mistakes);
      if (read.flow === undefined) continue;
      placed.push(read.flow);
      if (read.flow.flow.desk !== desk) mistakes.push(part.mistake(['for'], `a flow in ${desk}/ is for ${desk}`));
    }
  }
  const texts = loadTexts(dir, yamlFiles(dir, 'texts', true));
  mistakes.push(...texts.mistakes);
  // Flows that cannot be read leave targets and texts unknown, but those that can are checked all the same.
  mistakes.push(...checkFlows(placed, texts, catalogs));
  if (mistakes.length > 0) throw new FlowError(inOrder(mistakes));

  const ofDesk = (desk: DeskName): readonly Flow[] =>
    placed.map(({ flow }) => flow).filter((flow) => flow.desk === desk);
  return {
    of: { customer: ofDesk('customer'), owner: ofDesk('owner'), supplier: ofDesk('supplier') },
    texts: texts.texts,
  };
}

function formFiles(parts: readonly YamlPart[], mistakes: Mistake[]): FormFiles {
  const forms = new Map<string, { part: YamlPart; path: readonly string[]; items: readonly unknown[] }>();
  for (const part of parts) {
    const name = part.file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
    const { value } = part;
    const nested = typeof value === 'object' && value !== null && 'fields' in value ? value.fields : undefined;
    if (Array.isArray(value)) forms.set(name, { part, path: [], items: value });
    else if (Array.isArray(nested)) forms.set(name, { part, path: ['fields'], items: nested });
    else mistakes.push(part.mistake([], 'a form file is a list of fields'));
  }
  return forms;
}

function yamlFiles(dir: string, folder: string, deep = false): readonly string[] {
  const at = join(dir, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true, recursive: deep })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .sort();
}

const inOrder = (mistakes: readonly Mistake[]): readonly Mistake[] =>
  [...new Map(mistakes.map((mistake) => [showMistake(mistake), mistake])).values()].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
