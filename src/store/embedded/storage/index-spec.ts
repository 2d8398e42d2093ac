import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { compileFilter, type Matcher } from '../query/match.ts';
import { type Path, positionOf, splitPath } from '../query/path.ts';

/** What an index is over and how, as the client asked for it. */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Doc | undefined;
  readonly includes: Matcher | undefined;
  readonly expireAfterSeconds: number | undefined;
}

/** One field of an index. */
interface IndexField {
  readonly name: string;
  readonly path: Path;
  readonly descending: boolean;
}

const OPTIONS = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
]);

/** Reads what `createIndexes` is given for one index; kinds other than plain b-trees are refused by name. */
export function readIndexSpec(given: Value): IndexSpec {
  if (!isDoc(given)) throw new CommandError('TypeMismatch', 'an index must be an object');
  for (const option of Object.keys(given)) if (!OPTIONS.has(option)) throw refusedOption(option, given[option]);
  const name = given.name;
  if (typeof name !== 'string' || name === '')
    throw new CommandError('FailedToParse', "The 'name' field of an index is required");
  const partial = given.partialFilterExpression;
  if (partial !== undefined && !isDoc(partial))
    throw new CommandError('CannotCreateIndex', 'partialFilterExpression must be an object');
  const sparse = flag(given, 'sparse');
  if (sparse && partial)
    throw new CommandError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  const fields = readFields(given.key);
  return {
    name,
    fields,
    unique: flag(given, 'unique'),
    sparse,
    partial,
    includes: partial ? compileFilter(partial) : undefined,
    expireAfterSeconds: readExpiry(given.expireAfterSeconds, fields),
  };
}

/** An index as `listIndexes` shows it. */
export function describeIndex(spec: IndexSpec): Doc {
  const shown = new Doc();
  shown.v = 2;
  shown.key = keyPattern(spec);
  shown.name = spec.name;
  if (spec.unique) shown.unique = true;
  if (spec.sparse) shown.sparse = true;
  if (spec.partial) shown.partialFilterExpression = spec.partial;
  if (spec.expireAfterSeconds !== undefined) shown.expireAfterSeconds = spec.expireAfterSeconds;
  return shown;
}

/** The fields of an index with their directions, as MongoDB writes them. */
export const keyPattern = (spec: Pick<IndexSpec, 'fields'>): Doc =>
  Doc.of(Object.fromEntries(spec.fields.map(({ name, descending }) => [name, descending ? -1 : 1])));

function readFields(key: Value | undefined): readonly IndexField[] {
  if (!isDoc(key) || Object.keys(key).length === 0)
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be empty.');
  return Object.keys(key).map((name) => {
    const direction = key[name] ?? null;
    if (typeof direction === 'string') throw refused(`an index of the kind '${direction}'`, 'CannotCreateIndex');
    const number = isNumeric(direction) ? toDouble(direction) : 0;
    if (number === 0 || Number.isNaN(number))
      throw new CommandError(
        'CannotCreateIndex',
        `Values in the index key pattern must be 1 or -1, not ${show(direction)}`,
      );
    if (name.includes('$**')) throw refused('a wildcard index', 'CannotCreateIndex');
    const path = splitPath(name);
    if (path.some((part) => positionOf(part) !== undefined))
      throw refused(`an index on one place of an array (${name})`, 'CannotCreateIndex');
    if (path.includes('')) throw new CommandError('CannotCreateIndex', 'Index keys cannot contain an empty field.');
    return { name, path, descending: number < 0 };
  });
}

function readExpiry(value: Value | undefined, fields: readonly IndexField[]): number | undefined {
  if (value === undefined) return undefined;
  const seconds = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (!Number.isFinite(seconds) || seconds < 0)
    throw new CommandError(
      'CannotCreateIndex',
      `TTL index 'expireAfterSeconds' must be zero or more, not ${show(value)}`,
    );
  if (fields.length > 1)
    throw new CommandError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  if (fields[0]?.name === '_id')
    throw new CommandError('CannotCreateIndex', "The field 'expireAfterSeconds' is not valid for an _id index");
  return seconds;
}

function flag(given: Doc, name: string): boolean {
  const value = given[name];
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw new CommandError('TypeMismatch', `The field '${name}' must be a boolean, not ${show(value)}`);
}

function refusedOption(option: string, value: Value | undefined): CommandError {
  const shown = option === 'collation' ? 'a collation' : `the index option '${option}' (${show(value)})`;
  return refused(shown, 'InvalidIndexSpecificationOption');
}
