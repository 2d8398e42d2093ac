import { isEqual } from '../bson/compare.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { splitPath } from '../query/path.ts';
import { readArrayFilters } from './array-filters.ts';
import { type Change, change, isChangeName } from './changes.ts';
import { applyAt, type Target } from './target.ts';

/** What is true while one document is updated. */
export interface UpdateScene {
  readonly now: Date;
  /** Whether the document is being made by an upsert. */
  readonly inserting: boolean;
  /** Where in an array the filter matched; the positional `$`. */
  readonly position: number | undefined;
}

/** An update, read once. */
export interface Update {
  /** Changes the document in place, or gives the one that takes its place. */
  apply(doc: Doc, scene: UpdateScene): Doc;
  /** The top-level names it touches; undefined when it replaces the whole document. */
  readonly touches: ReadonlySet<string> | undefined;
  /** Whether it needs to know where the filter matched. */
  readonly positional: boolean;
}

/** Reads an update document: operators, or a replacement. */
export function compileUpdate(update: Value, arrayFilters: Value | undefined): Update {
  if (Array.isArray(update)) throw refused('an update with a pipeline');
  if (!isDoc(update)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  return first?.startsWith('$') ? compileOperators(update, arrayFilters) : compileReplacement(update);
}

interface Step {
  readonly path: string;
  readonly parts: readonly string[];
  readonly change: Change;
  readonly onlyInsert: boolean;
}

function compileOperators(update: Doc, arrayFilters: Value | undefined): Update {
  const filters = readArrayFilters(arrayFilters);
  const steps = Object.keys(update).flatMap((operator) => compileOperator(operator, update[operator] ?? null));
  steps.sort((a, b) => comparePaths(a.parts, b.parts));
  refuseConflicts(steps.map(({ path }) => path));
  const used = refuseUnknownFilters(steps, filters);
  for (const name of filters.keys())
    if (!used.has(name))
      throw new CommandError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update ${show(update)}`,
      );
  return {
    touches: new Set(steps.map(({ parts }) => parts[0] ?? '')),
    positional: steps.some(({ parts }) => parts.includes('$')),
    apply: (doc, scene) => applySteps(doc, steps, filters, scene),
  };
}

function applySteps(
  doc: Doc,
  steps: readonly Step[],
  filters: ReadonlyMap<string, (item: Value) => boolean>,
  scene: UpdateScene,
): Doc {
  const id = doc._id;
  for (const step of steps) {
    if (step.onlyInsert && !scene.inserting) continue;
    const target: Target = { doc, path: step.path, position: scene.position, filters };
    applyAt(target, step.parts, step.change, scene);
  }
  refuseNewId(id, doc._id, steps.find(({ parts }) => parts[0] === '_id')?.path ?? '_id');
  return doc;
}

function compileOperator(operator: string, fields: Value): Step[] {
  if (!operator.startsWith('$') || (!isChangeName(operator) && operator !== '$setOnInsert' && operator !== '$rename')) {
    if (operator === '$bit') throw refused('$bit', 'FailedToParse');
    throw new CommandError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields))
    throw new CommandError('FailedToParse', `Modifiers operate on fields but we found type ${show(fields)} instead.`);
  return Object.keys(fields).flatMap((path) => {
    const argument = fields[path] ?? null;
    if (operator === '$rename') return renameSteps(path, argument);
    const how = operator === '$setOnInsert' ? '$set' : operator;
    return [stepOf(path, change(how, path, argument), operator === '$setOnInsert')];
  });
}

function stepOf(path: string, made: Change, onlyInsert = false): Step {
  const parts = splitPath(path);
  if (parts.includes(''))
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  if (parts[0]?.startsWith('$'))
    throw new CommandError(
      'BadValue',
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  return { path, parts, change: made, onlyInsert };
}

// A rename takes the value away at one path and, when there was one, puts it at another.
function renameSteps(from: string, to: Value): Step[] {
  if (typeof to !== 'string')
    throw new CommandError('BadValue', `The 'to' field for $rename must be a string: ${from}: ${show(to)}`);
  if (from === to) throw new CommandError('BadValue', `The source and target field for $rename must differ: ${from}`);
  if (/(^|\.)\$/.test(`${from}.${to}`))
    throw new CommandError('BadValue', `The fields for $rename may not be dynamic: ${from}, ${to}`);
  const moved: Change = { type: 'rename', to: splitPath(to) };
  return [stepOf(from, moved), stepOf(to, { type: 'nothing' })];
}

/** Refuses two changes of one path or of a path and its parent. */
function refuseConflicts(paths: readonly string[]): void {
  const seen = new Set<string>();
  const parents = new Set<string>();
  for (const path of paths) {
    const parts = splitPath(path);
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('.'));
    const clash = above.find((part) => seen.has(part)) ?? (parents.has(path) ? path : undefined);
    if (clash !== undefined)
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${clash}'`,
      );
    seen.add(path);
    for (const part of above) parents.add(part);
  }
}

function refuseUnknownFilters(steps: readonly Step[], filters: ReadonlyMap<string, unknown>): Set<string> {
  const used = new Set<string>();
  for (const { path, parts } of steps)
    for (const part of parts) {
      const name = /^\$\[(.+)\]$/.exec(part)?.[1];
      if (name === undefined) continue;
      if (!filters.has(name))
        throw new CommandError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
      used.add(name);
    }
  return used;
}

// MongoDB applies changes in the order of their paths, numbers as numbers; new fields appear in that order.
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [left = '', right = ''] = [a[i], b[i]];
    if (left === right) continue;
    if (/^\d+$/.test(left) && /^\d+$/.test(right)) return Number(left) - Number(right);
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

function compileReplacement(update: Doc): Update {
  const operator = Object.keys(update).find((name) => name.startsWith('$'));
  if (operator !== undefined)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document.`,
    );
  return {
    touches: undefined,
    positional: false,
    apply: (doc) => {
      const made = new Doc();
      const id = doc._id;
      const given = update._id;
      if (id !== undefined) made._id = id;
      else if (given !== undefined) made._id = given;
      if (id !== undefined && given !== undefined) refuseNewId(id, given, '_id');
      for (const name of Object.keys(update)) if (name !== '_id') made[name] = update[name] ?? null;
      return made;
    },
  };
}

function refuseNewId(before: Value | undefined, after: Value | undefined, path: string): void {
  if (before === undefined || (after !== undefined && isEqual(before, after))) return;
  throw new CommandError(
    'ImmutableField',
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  );
}
