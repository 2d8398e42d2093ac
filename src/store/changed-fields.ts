import { isDeepStrictEqual } from 'node:util';

/** The `$set` and `$unset` that turn one document into another, top-level field by field. */
export function changedFields(
  old: object,
  next: object,
  without: readonly string[],
): { $set: Record<string, unknown>; $unset: Record<string, 1> } {
  const before = new Map(Object.entries(old));
  const $set: Record<string, unknown> = {};
  const $unset: Record<string, 1> = {};
  for (const [name, value] of Object.entries(next)) {
    if (without.includes(name) || isDeepStrictEqual(before.get(name), value)) continue;
    if (value === undefined) $unset[name] = 1;
    else $set[name] = value;
  }
  for (const name of before.keys()) if (!without.includes(name) && !(name in next)) $unset[name] = 1;
  return { $set, $unset };
}
