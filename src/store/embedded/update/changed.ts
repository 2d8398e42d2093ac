import { Timestamp } from 'bson';
import { compare, isEqual } from '../bson/compare.ts';
import { calculate, isNumeric, type Numeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, typeOf, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import type { FieldChange } from './changes.ts';
import { pushed } from './push.ts';
import type { Target } from './target.ts';
import type { UpdateScene } from './update.ts';

/** Says that the field goes away. */
export const REMOVED = Symbol('removed');

/** What a field becomes; undefined when it stays as it is. */
export function changed(
  change: FieldChange,
  value: Value | undefined,
  target: Target,
  scene: UpdateScene,
): Value | undefined | typeof REMOVED {
  switch (change.type) {
    case 'set':
      return copied(change.value);
    case 'unset':
      return value === undefined ? undefined : REMOVED;
    case 'increase':
      return value === undefined ? change.by : arithmetic('$inc', value, change.by, target);
    case 'multiply':
      return arithmetic('$mul', value === undefined ? 0 : value, change.by, target);
    case 'least':
      return value === undefined || compare(change.value, value) < 0 ? copied(change.value) : undefined;
    case 'greatest':
      return value === undefined || compare(change.value, value) > 0 ? copied(change.value) : undefined;
    case 'now':
      return change.as === 'date' ? scene.now : new Timestamp({ t: Math.floor(scene.now.getTime() / 1000), i: 1 });
    case 'push': {
      if (value === undefined) return pushed([], change);
      if (Array.isArray(value)) return pushed(value, change);
      throw new CommandError(
        'BadValue',
        `The field '${target.path}' must be an array but is of type ${typeOf(value)} in document {_id: ${show(target.doc._id)}}`,
      );
    }
    case 'add-to-set':
      return addToSet(value, change.values, target);
    case 'pull':
      if (value === undefined) return undefined;
      if (!Array.isArray(value)) throw new CommandError('BadValue', `Cannot apply ${change.name} to a non-array value`);
      return value.filter((item) => !change.test(item));
    case 'pop':
      if (value === undefined) return undefined;
      if (!Array.isArray(value))
        throw new CommandError(
          'TypeMismatch',
          `Path '${target.path}' contains an element of non-array type '${typeOf(value)}'`,
        );
      return change.end === 'last' ? value.slice(0, -1) : value.slice(1);
  }
}

function arithmetic(operator: '$inc' | '$mul', value: Value, by: Numeric, target: Target): Value {
  if (!isNumeric(value))
    throw new CommandError(
      'TypeMismatch',
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(target.doc._id)}} has the field '${target.path}' of non-numeric type ${typeOf(value)}`,
    );
  const result = calculate(operator === '$inc' ? '+' : '*', value, by);
  if (result === 'decimal') throw refused(`${operator} with Decimal128`);
  if (result === undefined)
    throw new CommandError(
      'BadValue',
      `Failed to apply ${operator} operations to current value (${toDouble(value)}) for document {_id: ${show(target.doc._id)}}`,
    );
  return result;
}

function addToSet(value: Value | undefined, values: readonly Value[], target: Target): Value | undefined {
  if (value !== undefined && !Array.isArray(value))
    throw new CommandError(
      'BadValue',
      `Cannot apply $addToSet to non-array field. Field named '${target.path}' has non-array type ${typeOf(value)}`,
    );
  const made = [...(value ?? [])];
  for (const item of values) if (!made.some((known) => isEqual(known, item))) made.push(item);
  return made;
}

// One update may touch many documents; what one of them is given must not be shared with the next.
function copied(value: Value): Value {
  if (Array.isArray(value)) return value.map(copied);
  if (!isDoc(value)) return value;
  const made = new Doc();
  for (const name of Object.keys(value)) made[name] = copied(value[name] ?? null);
  return made;
}
