import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';

/** Reads `arrayFilters`: for each identifier of `$[identifier]`, which members it stands for. */
export function readArrayFilters(given: Value | undefined): ReadonlyMap<string, (item: Value) => boolean> {
  const filters = new Map<string, (item: Value) => boolean>();
  if (given === undefined) return filters;
  if (!Array.isArray(given)) throw new CommandError('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of given) {
    if (!isDoc(filter)) throw new CommandError('TypeMismatch', 'an array filter must be an object');
    const names = identifiers(filter);
    const [name] = names;
    if (name === undefined)
      throw new CommandError(
        'FailedToParse',
        'Cannot use an expression without a top-level field name in arrayFilters',
      );
    if (names.size > 1)
      throw new CommandError(
        'FailedToParse',
        `Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      );
    if (filters.has(name))
      throw new CommandError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    const matches = compileFilter(filter);
    filters.set(name, (item) => matches(Doc.of({ [name]: item })));
  }
  return filters;
}

function identifiers(filter: Doc): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of Object.keys(filter)) {
    const value = filter[name];
    if (!name.startsWith('$')) names.add(name.split('.')[0] ?? name);
    else if (Array.isArray(value))
      for (const part of value) if (isDoc(part)) for (const inner of identifiers(part)) names.add(inner);
  }
  return names;
}
