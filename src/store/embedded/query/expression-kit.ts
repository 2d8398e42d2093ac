import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';

/** What an expression sees: the document and the variables around it. */
export interface Scope {
  readonly root: Doc;
  readonly variables: Readonly<Record<string, Value | undefined>>;
}

/** An expression, read once: gives its value for a scope; undefined is a missing field. */
export type Compute = (scope: Scope) => Value | undefined;

/** Reads the argument of one operator. */
export type Operator = (argument: Value, compile: (expression: Value) => Compute) => Compute;

/** A value that may be missing. */
export type Maybe = Value | undefined;

/** Whether there is nothing: null or missing. */
export const isNothing = (value: Maybe): value is null | undefined => value === null || value === undefined;

/** An operator over a fixed or open number of computed arguments. */
export function over(
  name: string,
  count: { readonly least: number; readonly most: number },
  work: (...values: Maybe[]) => Maybe,
): Operator {
  return (argument, compile) => {
    const parts = (Array.isArray(argument) ? argument : [argument]).map(compile);
    if (parts.length < count.least || parts.length > count.most)
      throw new CommandError(
        'BadValue',
        `Expression ${name} takes another number of arguments; ${parts.length} were passed in.`,
      );
    return (scope) => work(...parts.map((part) => part(scope)));
  };
}

/** How many arguments an operator takes. */
export const ONE = { least: 1, most: 1 };
export const TWO = { least: 2, most: 2 };
export const ANY = { least: 0, most: Number.POSITIVE_INFINITY };

/** An operator whose argument is a document of named parts. */
export function named(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  work: (part: (name: string) => Compute | undefined) => Compute,
): Operator {
  return (argument, compile) => {
    if (!isDoc(argument)) throw new CommandError('BadValue', `${name} needs an object as its argument`);
    for (const given of Object.keys(argument))
      if (!required.includes(given) && !optional.includes(given))
        throw new CommandError('BadValue', `${name} found an unknown argument: ${given}`);
    for (const wanted of required)
      if (!(wanted in argument)) throw new CommandError('BadValue', `Missing '${wanted}' parameter to ${name}`);
    return work((wanted) => {
      const part = argument[wanted];
      return part === undefined ? undefined : compile(part);
    });
  };
}
