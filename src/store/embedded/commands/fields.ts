import { decode } from '../bson/decode.ts';
import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { isTrue } from '../query/operators.ts';
import type { Request } from './context.ts';

// What every command may carry and what changes nothing here: one server, every write is on disk before it is answered.
const COMMON = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

// What a real server would act upon and this one does not.
const REFUSED = new Set([
  'collation',
  'hint',
  'let',
  'max',
  'min',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'oplogReplay',
  'capped',
  'timeseries',
  'viewOn',
  'validator',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptionInformation',
  'commitQuorum',
  'sort',
]);

/** Refuses fields that a command does not know; what MongoDB would act upon is refused by name unless it asks for nothing. */
export function checkFields(request: Request, known: readonly string[]): void {
  for (const name of Object.keys(request.body)) {
    if (name === request.name || COMMON.has(name) || known.includes(name)) continue;
    checkField(request.name, name, request.body[name] ?? null);
  }
}

/** The same for one document inside a command. */
export function checkPart(command: string, part: Doc, known: readonly string[]): void {
  for (const name of Object.keys(part)) if (!known.includes(name)) checkField(command, name, part[name] ?? null);
}

function checkField(command: string, name: string, value: Value): void {
  switch (name) {
    case 'writeConcern':
      checkWriteConcern(value);
      return;
    case 'readConcern':
      checkReadConcern(value);
      return;
    case 'txnNumber':
    case 'startTransaction':
    case 'autocommit':
      throw new CommandError(
        'IllegalOperation',
        'Transaction numbers are only allowed on a replica set member or mongos',
      );
    default:
      if (!REFUSED.has(name))
        throw new CommandError('UnknownField', `BSON field '${command}.${name}' is an unknown field.`);
      if (value !== false && value !== null && !(isDoc(value) && Object.keys(value).length === 0))
        throw refused(`'${name}' in ${command}`);
  }
}

function checkWriteConcern(value: Value): void {
  const w = isDoc(value) ? value.w : undefined;
  if (isNumeric(w) && toDouble(w) > 1)
    throw new CommandError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
}

function checkReadConcern(value: Value): void {
  const level = isDoc(value) ? value.level : undefined;
  if (level === 'snapshot' || level === 'linearizable') throw refused(`readConcern '${level}'`, 'InvalidOptions');
}

/** The collection a command names, with its database. */
export function namespaceOf(request: Request, value = request.body[request.name]): string {
  if (typeof value !== 'string' || value === '')
    throw new CommandError('InvalidNamespace', `collection name has invalid type or is empty: ${show(value)}`);
  return `${request.database}.${value}`;
}

/** A whole number field that may be missing. */
export function count(body: Doc, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const number = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (!Number.isInteger(number))
    throw new CommandError('TypeMismatch', `BSON field '${name}' must be a whole number, not ${show(value)}`);
  if (number < 0)
    throw new CommandError('BadValue', `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** A yes-or-no field; missing is `otherwise`. */
export const flag = (body: Doc, name: string, otherwise = false): boolean => {
  const value = body[name];
  return value === undefined ? otherwise : isTrue(value);
};

/** The documents of a list that comes in the body or beside it. */
export function listOf(request: Request, name: string): Doc[] {
  const beside = request.sequences.get(name);
  if (beside) return beside.map((bytes) => decode(bytes));
  const list = request.body[name];
  if (!Array.isArray(list))
    throw new CommandError('MissingField', `BSON field '${request.name}.${name}' is missing but a required field`);
  return list.map((item) => {
    if (isDoc(item)) return item;
    throw new CommandError('TypeMismatch', `BSON field '${request.name}.${name}' must hold objects`);
  });
}
