import { Long } from 'bson';
import { isNumeric, type Numeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { elementTest, isOperators } from '../query/match.ts';
import { equalTo } from '../query/operators.ts';
import { type PushChange, readPush } from './push.ts';

/** One change of one field. `makes`: whether it brings the field (and the way to it) into being. */
export type Change =
  | { readonly type: 'set'; readonly makes: true; readonly value: Value }
  | { readonly type: 'unset'; readonly makes: false }
  | { readonly type: 'increase' | 'multiply'; readonly makes: true; readonly by: Numeric }
  | { readonly type: 'least' | 'greatest'; readonly makes: true; readonly value: Value }
  | { readonly type: 'now'; readonly makes: true; readonly as: 'date' | 'timestamp' }
  | PushChange
  | { readonly type: 'add-to-set'; readonly makes: true; readonly values: readonly Value[] }
  | { readonly type: 'pull'; readonly makes: false; readonly test: (item: Value) => boolean; readonly name: string }
  | { readonly type: 'pop'; readonly makes: false; readonly end: 'first' | 'last' }
  | { readonly type: 'rename'; readonly to: readonly string[] }
  | { readonly type: 'nothing' };

/** A change of one field; a rename is two of them. */
export type FieldChange = Exclude<Change, { type: 'rename' | 'nothing' }>;

/** The update operators that change one field each. */
export type ChangeName = (typeof NAMES)[number];

const NAMES = [
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$currentDate',
  '$push',
  '$addToSet',
  '$pull',
  '$pullAll',
  '$pop',
] as const;

/** Whether an update operator is one of these. */
export const isChangeName = (name: string): name is ChangeName => NAMES.some((known) => known === name);

/** Reads one operator's argument for one path. */
export function change(operator: ChangeName, path: string, argument: Value): Change {
  switch (operator) {
    case '$set':
      return { type: 'set', makes: true, value: argument };
    case '$unset':
      return { type: 'unset', makes: false };
    case '$inc':
    case '$mul':
      if (!isNumeric(argument))
        throw new CommandError(
          'TypeMismatch',
          `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${show(argument)}}`,
        );
      return { type: operator === '$inc' ? 'increase' : 'multiply', makes: true, by: argument };
    case '$min':
    case '$max':
      return { type: operator === '$min' ? 'least' : 'greatest', makes: true, value: argument };
    case '$currentDate':
      return { type: 'now', makes: true, as: momentType(path, argument) };
    case '$push':
      return readPush(path, argument);
    case '$addToSet':
      return { type: 'add-to-set', makes: true, values: setMembers(argument) };
    case '$pull':
      return { type: 'pull', makes: false, test: pullTest(argument), name: operator };
    case '$pullAll': {
      if (!Array.isArray(argument))
        throw new CommandError('BadValue', `$pullAll requires an array argument but was given a ${show(argument)}`);
      const tests = argument.map((item) => exactTest(item));
      return { type: 'pull', makes: false, test: (item) => tests.some((test) => test(item)), name: operator };
    }
    case '$pop':
      return { type: 'pop', makes: false, end: popEnd(argument) };
  }
}

function momentType(path: string, argument: Value): 'date' | 'timestamp' {
  if (typeof argument === 'boolean') return 'date';
  const type = isDoc(argument) && Object.keys(argument).length === 1 ? argument.$type : undefined;
  if (type === 'date' || type === 'timestamp') return type;
  throw new CommandError(
    'BadValue',
    `${path}: ${show(argument)} is not valid for $currentDate. Use true or {$type: 'date' | 'timestamp'}`,
  );
}

function setMembers(argument: Value): readonly Value[] {
  if (!isDoc(argument) || Object.keys(argument)[0] !== '$each') return [argument];
  const list = argument.$each;
  if (Object.keys(argument).length > 1)
    throw new CommandError('BadValue', `Found unexpected fields after $each in $addToSet: ${show(argument)}`);
  if (!Array.isArray(list))
    throw new CommandError(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was ${show(list)}`,
    );
  return list;
}

function pullTest(argument: Value): (item: Value) => boolean {
  if (isDoc(argument)) {
    const test = elementTest(argument);
    return isOperators(argument) ? test : (item) => isDoc(item) && test(item);
  }
  return equalTo(argument);
}

const exactTest = (wanted: Value): ((item: Value) => boolean) => equalTo(wanted);

function popEnd(argument: Value): 'first' | 'last' {
  const which = isNumeric(argument) ? (argument instanceof Long ? argument.toNumber() : toDouble(argument)) : undefined;
  if (which === 1) return 'last';
  if (which === -1) return 'first';
  throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${show(argument)}`);
}
