import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';

/** What is wrong in a file of `flows/`, where it stands, and what would be right there. */
export interface DataProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly right: string;
}

/** Reads a YAML file of the shop's rules by its shape; all problems at once, each with its place. */
export function readDataFile<T>(file: string, text: string, shape: z.ZodType<T>): Result<T, DataProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return err(
      document.errors.map((problem) => ({
        file,
        ...placeAt(lines, problem.pos[0]),
        found: problem.message.split('\n')[0] ?? problem.code,
        right: 'valid YAML',
      })),
    );
  }
  const read = shape.safeParse(document.toJS());
  if (read.success) return ok(read.data);
  return err(
    read.error.issues.map((issue) => {
      const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      return {
        file,
        ...placeAt(lines, extra === undefined ? offsetOf(document, path) : keyOffset(document, path, extra)),
        found: extra === undefined ? show(document.getIn(path)) : `'${extra}'`,
        right: `${path.join('.')}${path.length > 0 ? ': ' : ''}${issue.message}`,
      };
    }),
  );
}

/** A problem that only shows when the parts of a file are seen together, placed at one of its values. */
export function problemAt(
  file: string,
  text: string,
  path: readonly (string | number)[],
  found: string,
  right: string,
): DataProblem {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return { file, ...placeAt(lines, offsetOf(document, path)), found, right };
}

function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

// What is missing has no place of its own: then the nearest part around it is shown.
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document.Parsed, path: readonly (string | number)[], key: string): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node)) return offsetOf(document, path);
  const pair = node.items.find(({ key: name }) => isNode(name) && String(name) === key);
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = isNode(value) ? value.toString() : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
