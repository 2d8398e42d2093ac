import { Doc, isDoc, type Value } from '../bson/value.ts';

/** A dotted path, split. */
export type Path = readonly string[];

/** Splits a dotted path. */
export const splitPath = (path: string): Path => path.split('.');

/** Where in the document's outermost array a match was found; the positional `$` of an update stands for it. */
export interface Found {
  index: number | undefined;
}

/** Looks at one value that a path leads to (undefined: nothing there); returns true to end the walk. */
export type Visit = (value: Value | undefined) => boolean;

/** The array position a path part may stand for. */
export function positionOf(part: string | undefined): number | undefined {
  if (part === undefined || !/^(0|[1-9]\d{0,8})$/.test(part)) return undefined;
  return Number(part);
}

/**
 * Visits every value that a path leads to, as MongoDB's queries do: arrays on the way are entered (one level), and with
 * `elements` the members of an array at the end are visited before the array itself. True when a visit ended the walk.
 */
export function walk(doc: Doc, path: Path, elements: boolean, visit: Visit, found?: Found): boolean {
  return step(doc, path, 0, elements, visit, found, false);
}

function step(
  doc: Doc,
  path: Path,
  at: number,
  elements: boolean,
  visit: Visit,
  found: Found | undefined,
  inside: boolean,
): boolean {
  const child = doc[path[at] ?? ''];
  if (at === path.length - 1) return leaf(child, elements, visit, found, inside);
  if (isDoc(child)) return step(child, path, at + 1, elements, visit, found, inside);
  if (!Array.isArray(child)) return visit(undefined);
  return enter(child, path, at + 1, elements, visit, found, inside);
}

function enter(
  list: readonly Value[],
  path: Path,
  at: number,
  elements: boolean,
  visit: Visit,
  found: Found | undefined,
  inside: boolean,
): boolean {
  const position = positionOf(path[at]);
  const picked = position === undefined ? undefined : list[position];
  if (picked !== undefined) {
    const ended =
      at === path.length - 1
        ? leaf(picked, elements, visit, found, inside)
        : isDoc(picked)
          ? step(picked, path, at + 1, elements, visit, found, inside)
          : Array.isArray(picked) && enter(picked, path, at + 1, elements, visit, found, inside);
    if (ended) return true;
  }
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (!isDoc(item) || !step(item, path, at, elements, visit, found, true)) continue;
    if (found && !inside) found.index = i;
    return true;
  }
  return false;
}

function leaf(
  value: Value | undefined,
  elements: boolean,
  visit: Visit,
  found: Found | undefined,
  inside: boolean,
): boolean {
  if (elements && Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (!visit(value[i])) continue;
      if (found && !inside) found.index = i;
      return true;
    }
  }
  return visit(value);
}

/** The value at a path through documents only; undefined where an array or anything else is in the way. */
export function plainValue(doc: Doc, path: Path): Value | undefined {
  let value: Value | undefined = doc;
  for (const part of path) {
    if (!isDoc(value)) return undefined;
    value = value[part];
  }
  return value;
}

/** The values at a path as expressions and `distinct` see them: arrays on the way are mapped over. */
export function gather(value: Value | undefined, path: Path, at = 0): Value | undefined {
  if (at === path.length || value === undefined) return value;
  if (isDoc(value)) return gather(value[path[at] ?? ''], path, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item) => {
    const inner = isDoc(item) || Array.isArray(item) ? gather(item, path, at) : undefined;
    return inner === undefined ? [] : [inner];
  });
}

/** Puts a value at a path, making the documents on the way; for building documents from nothing. */
export function putPlain(doc: Doc, path: Path, value: Value): void {
  let at = doc;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    if (isDoc(next)) at = next;
    else {
      const made = new Doc();
      at[part] = made;
      at = made;
    }
  }
  at[path.at(-1) ?? ''] = value;
}
