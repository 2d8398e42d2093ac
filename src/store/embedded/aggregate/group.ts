import type { Numeric } from '../bson/number.ts';
import { isNumeric } from '../bson/number.ts';
import { orderKey } from '../bson/order-key.ts';
import { Doc, isDoc, setField, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { compileExpression } from '../query/expression.ts';
import { average } from '../query/expression-arrays.ts';
import { isNothing, type Maybe } from '../query/expression-kit.ts';
import { extreme } from '../query/expression-logic.ts';
import { plus } from '../query/expression-numbers.ts';
import type { Stage } from './pipeline.ts';

/** Reads `$group`: one document for each value of `_id`, with what the accumulators gathered. */
export function compileGroup(argument: Value): Stage {
  if (!isDoc(argument)) throw new CommandError('BadValue', "a group's fields must be specified in an object");
  const id = argument._id;
  if (id === undefined) throw new CommandError('BadValue', 'a group specification must include an _id');
  const idOf = compileExpression(id);
  const fields = Object.keys(argument)
    .filter((name) => name !== '_id')
    .map((name) => readField(name, argument[name] ?? null));
  return function* (docs) {
    const groups = new Map<string, { id: Value; gathering: Gathering[] }>();
    for (const doc of docs) {
      const key = idOf(doc) ?? null;
      const text = orderKey(key).toString('latin1');
      let group = groups.get(text);
      if (!group) {
        group = { id: key, gathering: fields.map(({ start }) => start()) };
        groups.set(text, group);
      }
      for (let i = 0; i < fields.length; i++) group.gathering[i]?.add(fields[i]?.compute(doc));
    }
    for (const group of groups.values()) {
      const made = Doc.of({ _id: group.id });
      for (let i = 0; i < fields.length; i++)
        setField(made, fields[i]?.name ?? '', group.gathering[i]?.result() ?? null);
      yield made;
    }
  };
}

/** What one accumulator has gathered of one group. */
interface Gathering {
  add(value: Maybe): void;
  result(): Maybe;
}

interface Field {
  readonly name: string;
  readonly compute: (doc: Doc) => Maybe;
  readonly start: () => Gathering;
}

function readField(name: string, value: Value): Field {
  const [operator, ...others] = isDoc(value) ? Object.keys(value) : [];
  if (!isDoc(value) || operator === undefined || others.length > 0)
    throw new CommandError('BadValue', `The field '${name}' must be an accumulator object`);
  if (name.includes('.') || name.startsWith('$'))
    throw new CommandError('BadValue', `The field name '${name}' is not possible in $group`);
  const start = ACCUMULATORS.get(operator);
  if (!start) throw refused(`the accumulator ${operator}`, 'UnknownAccumulator');
  const counts = operator === '$count';
  return { name, start, compute: counts ? () => 1 : compileExpression(value[operator] ?? null) };
}

const ACCUMULATORS: ReadonlyMap<string, () => Gathering> = new Map([
  ['$sum', sum],
  ['$count', sum],
  ['$avg', () => gathered((values) => average(values))],
  ['$min', () => best(-1)],
  ['$max', () => best(1)],
  ['$first', () => edge('first')],
  ['$last', () => edge('last')],
  ['$push', () => gathered((values) => values.filter((value) => value !== undefined))],
  ['$addToSet', set],
]);

function sum(): Gathering {
  let total: Numeric = 0;
  return {
    add: (value) => {
      if (isNumeric(value)) total = plus(total, value);
    },
    result: () => total,
  };
}

function best(sign: 1 | -1): Gathering {
  let found: Maybe = null;
  return {
    add: (value) => {
      // Two values, so that an array counts as one value and not as its members.
      if (!isNothing(value)) found = extreme([found, value], sign);
    },
    result: () => found,
  };
}

function edge(which: 'first' | 'last'): Gathering {
  let found: Maybe = null;
  let seen = false;
  return {
    add: (value) => {
      if (which === 'last' || !seen) found = value;
      seen = true;
    },
    result: () => found,
  };
}

function gathered(finish: (values: Maybe[]) => Maybe): Gathering {
  const values: Maybe[] = [];
  return { add: (value) => void values.push(value), result: () => finish(values) };
}

function set(): Gathering {
  const values = new Map<string, Value>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = orderKey(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}
