import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { positionOf } from '../query/path.ts';
import { changed, REMOVED } from './changed.ts';
import type { Change, FieldChange } from './changes.ts';
import type { UpdateScene } from './update.ts';

/** The document and path that a change is made at. */
export interface Target {
  readonly doc: Doc;
  /** The path as the client wrote it, for messages. */
  readonly path: string;
  readonly position: number | undefined;
  readonly filters: ReadonlyMap<string, (item: Value) => boolean>;
}

// MongoDB's own limit on how far an array is padded with nulls.
const MOST_PADDING = 1_500_000;

/** Makes one change at a path, in every array member that the path stands for. */
export function applyAt(target: Target, parts: readonly string[], change: Change, scene: UpdateScene): void {
  if (change.type === 'rename') rename(target, parts, change.to);
  else if (change.type !== 'nothing') inDoc(target, target.doc, parts, 0, change, scene);
}

function inDoc(
  target: Target,
  doc: Doc,
  parts: readonly string[],
  at: number,
  change: FieldChange,
  scene: UpdateScene,
): void {
  const name = parts[at] ?? '';
  if (name.startsWith('$'))
    throw new CommandError(
      'BadValue',
      `Cannot apply array updates to non-array element ${parts[at - 1] ?? ''}: ${show(doc)}`,
    );
  const child = doc[name];
  if (at === parts.length - 1) {
    const value = changed(change, child, target, scene);
    if (value === REMOVED) delete doc[name];
    else if (value !== undefined) doc[name] = value;
    return;
  }
  if (isDoc(child)) inDoc(target, child, parts, at + 1, change, scene);
  else if (Array.isArray(child)) inList(target, child, parts, at + 1, change, scene);
  else if (child !== undefined && change.makes) throw notViable(target, parts, at, child);
  else if (child === undefined) makeWay(target, doc, parts, at, change, scene);
}

function makeWay(
  target: Target,
  doc: Doc,
  parts: readonly string[],
  at: number,
  change: FieldChange,
  scene: UpdateScene,
): void {
  if (parts[at + 1]?.startsWith('$'))
    throw new CommandError(
      'BadValue',
      `The path '${parts.slice(0, at + 1).join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!change.makes) return;
  const made = new Doc();
  inDoc(target, made, parts, at + 1, change, scene);
  doc[parts[at] ?? ''] = made;
}

function inList(
  target: Target,
  list: Value[],
  parts: readonly string[],
  at: number,
  change: FieldChange,
  scene: UpdateScene,
): void {
  const part = parts[at] ?? '';
  for (const index of positions(target, list, part)) {
    if (index === undefined) {
      if (!change.makes) return;
      throw notViable(target, parts, at - 1, list);
    }
    inItem(target, list, index, parts, at, change, scene);
  }
}

function inItem(
  target: Target,
  list: Value[],
  index: number,
  parts: readonly string[],
  at: number,
  change: FieldChange,
  scene: UpdateScene,
): void {
  const item = list[index];
  if (at === parts.length - 1) {
    const value = changed(change, item, target, scene);
    // A member that is taken away leaves a null, so that the others keep their places.
    if (value === REMOVED) list[index] = null;
    else if (value !== undefined) put(list, index, value, target);
    return;
  }
  if (isDoc(item)) inDoc(target, item, parts, at + 1, change, scene);
  else if (Array.isArray(item)) inList(target, item, parts, at + 1, change, scene);
  else if (item !== undefined && change.makes) throw notViable(target, parts, at, item);
  else if (item === undefined && change.makes) {
    const made = new Doc();
    inDoc(target, made, parts, at + 1, change, scene);
    put(list, index, made, target);
  }
}

/** The members a path part stands for; undefined when it is no place in an array at all. */
function positions(target: Target, list: readonly Value[], part: string): readonly (number | undefined)[] {
  if (part === '$') {
    if (target.position === undefined)
      throw new CommandError('BadValue', 'The positional operator did not find the match needed from the query.');
    return [target.position];
  }
  if (part === '$[]') return [...list.keys()];
  const name = /^\$\[(.+)\]$/.exec(part)?.[1];
  if (name === undefined) return [positionOf(part)];
  const filter = target.filters.get(name);
  return filter ? list.flatMap((item, index) => (filter(item) ? [index] : [])) : [];
}

function put(list: Value[], index: number, value: Value, target: Target): void {
  if (index - list.length > MOST_PADDING)
    throw new CommandError(
      'BadValue',
      `The path '${target.path}' would fill an array with more than ${MOST_PADDING} nulls`,
    );
  while (list.length < index) list.push(null);
  list[index] = value;
}

function rename(target: Target, from: readonly string[], to: readonly string[]): void {
  const holder = holderOf(target, from);
  const name = from.at(-1) ?? '';
  const value = holder?.[name];
  if (holder === undefined || value === undefined) return;
  holderOf(target, to);
  delete holder[name];
  const scene = { now: new Date(0), inserting: false, position: undefined };
  inDoc(target, target.doc, to, 0, { type: 'set', makes: true, value }, scene);
}

/** The document that holds the last part of a path; renaming does not go through arrays. */
function holderOf(target: Target, parts: readonly string[]): Doc | undefined {
  let holder: Value | undefined = target.doc;
  for (const part of parts.slice(0, -1)) {
    if (isDoc(holder)) holder = holder[part];
    if (Array.isArray(holder))
      throw new CommandError(
        'BadValue',
        `The source and target field of $rename cannot be array elements: '${parts.join('.')}'`,
      );
  }
  return isDoc(holder) ? holder : undefined;
}

function notViable(target: Target, parts: readonly string[], at: number, value: Value): CommandError {
  const [name = '', next = ''] = parts.slice(at);
  return new CommandError(
    'PathNotViable',
    `Cannot create field '${next}' in element {${name}: ${show(value)}} (path '${target.path}')`,
  );
}
