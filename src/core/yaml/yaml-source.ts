import { type Document, isMap, isNode, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Mistake } from './mistake.ts';

/** A path inside a YAML document: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** One document of a YAML file that remembers where everything stands. */
export interface YamlPart {
  readonly file: string;
  readonly value: unknown;
  /** A mistake at a path; at the key itself when `at` says so, else at its value. */
  mistake(path: Path, found: string, right?: string, at?: 'key'): Mistake;
}

/** Reads the documents of a YAML file (core schema, keys once); what is no YAML comes back as mistakes. */
export function readYaml(file: string, text: string): { parts: readonly YamlPart[]; mistakes: readonly Mistake[] } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, schema: 'core', version: '1.2', uniqueKeys: true });
  // An empty file comes back as an empty stream, which has no documents to walk.
  const documents = Array.isArray(parsed) ? parsed : [];
  const mistakes = documents.flatMap((document) =>
    [...document.errors, ...document.warnings].map(({ message, pos }) => ({
      file,
      ...positionOf(lines, pos[0]),
      found: `not readable as YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}`,
    })),
  );
  if (mistakes.length > 0) return { parts: [], mistakes };
  const parts = documents
    .filter(
      (document) => document.contents !== null && !(isScalar(document.contents) && document.contents.value === null),
    )
    .map((document) => partOf(file, document, lines));
  return { parts, mistakes };
}

function partOf(file: string, document: Document.Parsed, lines: LineCounter): YamlPart {
  return {
    file,
    value: document.toJS(),
    mistake: (path, found, right, at) => ({
      file,
      ...positionOf(lines, offsetOf(document, path, at === 'key')),
      found,
      ...(right !== undefined && { right }),
    }),
  };
}

// A path that does not exist (a key that is missing) is shown at the nearest thing above it.
function offsetOf(document: Document.Parsed, path: Path, atKey: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const parent = document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      const node = atKey && length === path.length ? pair?.key : (pair?.value ?? pair?.key);
      if (isNode(node) && node.range) return node.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function positionOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
