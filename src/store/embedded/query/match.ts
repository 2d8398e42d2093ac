import { BSONRegExp } from 'bson';
import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { compileExpression } from './expression.ts';
import { equalTo, exactly, isTrue, LEFT_OUT, ofSize, oneOf, type Test, testOf } from './operators.ts';
import { type Found, type Path, splitPath, walk } from './path.ts';
import { isTruthy } from './truth.ts';

/** Whether a document satisfies a filter; `found` takes where in an array it did. */
export type Matcher = (doc: Doc, found?: Found) => boolean;

/** Reads a filter once; what it does not know is refused by name. */
export function compileFilter(filter: Doc): Matcher {
  const parts = Object.keys(filter).map((name) => compileEntry(name, filter[name] ?? null));
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return (doc, found) => parts.every((part) => part(doc, found));
}

/** Whether a value holds operators: its first field begins with `$`. */
export const isOperators = (value: Value | undefined): value is Doc =>
  isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;

function compileEntry(name: string, value: Value): Matcher {
  switch (name) {
    case '$and':
      return all(branches(name, value));
    case '$or': {
      const parts = branches(name, value);
      return (doc, found) => parts.some((part) => part(doc, found));
    }
    case '$nor': {
      const parts = branches(name, value);
      return (doc) => !parts.some((part) => part(doc));
    }
    case '$expr': {
      const compute = compileExpression(value);
      return (doc) => isTruthy(compute(doc));
    }
    case '$comment':
      return () => true;
    default:
      if (LEFT_OUT.has(name)) throw refused(name);
      if (name.startsWith('$')) throw new CommandError('BadValue', `unknown top level operator: ${name}`);
      return compileField(splitPath(name), value);
  }
}

function branches(name: string, value: Value): Matcher[] {
  if (!Array.isArray(value)) throw new CommandError('BadValue', `${name} must be an array`);
  if (value.length === 0) throw new CommandError('BadValue', `${name} argument must be a nonempty array`);
  return value.map((branch) => {
    if (!isDoc(branch)) throw new CommandError('BadValue', `${name} argument's entries must be objects`);
    return compileFilter(branch);
  });
}

/** What operators are asked of: a path, and whether the members of an array at its end are asked too. */
interface Target {
  readonly path: Path;
  readonly elements: boolean;
}

function compileField(path: Path, value: Value): Matcher {
  const target = { path, elements: true };
  return isOperators(value) ? compileOperators(target, value) : asks(target, equalTo(value));
}

function compileOperators(target: Target, operators: Doc): Matcher {
  return all(
    Object.keys(operators).flatMap((operator) => {
      if (operator !== '$options') return [compileOperator(target, operator, operators[operator] ?? null, operators)];
      if (!('$regex' in operators)) throw new CommandError('BadValue', '$options needs a $regex');
      return [];
    }),
  );
}

function compileOperator(target: Target, operator: string, wanted: Value, siblings: Doc): Matcher {
  const whole = { path: target.path, elements: false };
  switch (operator) {
    case '$ne':
      if (wanted instanceof BSONRegExp) throw new CommandError('BadValue', `Can't have regex as arg to $ne.`);
      return not(asks(target, exactly(wanted)));
    case '$nin':
      return not(asks(target, oneOf(wanted)));
    case '$not':
      return not(negated(target, wanted));
    case '$exists': {
      const exists = asks(whole, (value) => value !== undefined);
      return isTrue(wanted) ? exists : not(exists);
    }
    case '$size':
      return asks(whole, ofSize(wanted));
    case '$all':
      return everyOf(target, wanted);
    case '$elemMatch':
      return elementOf(target.path, wanted);
    default:
      return asks(target, testOf(operator, wanted, siblings));
  }
}

function negated(target: Target, wanted: Value): Matcher {
  if (wanted instanceof BSONRegExp) return asks(target, equalTo(wanted));
  if (!isOperators(wanted)) throw new CommandError('BadValue', `$not needs a regex or a document, not ${show(wanted)}`);
  return compileOperators(target, wanted);
}

function everyOf(target: Target, wanted: Value): Matcher {
  if (!Array.isArray(wanted)) throw new CommandError('BadValue', '$all needs an array');
  if (wanted.length === 0) return () => false;
  return all(
    wanted.map((item) =>
      isDoc(item) && '$elemMatch' in item
        ? elementOf(target.path, item.$elemMatch ?? null)
        : asks(target, equalTo(item)),
    ),
  );
}

function elementOf(path: Path, wanted: Value): Matcher {
  if (!isDoc(wanted)) throw new CommandError('BadValue', '$elemMatch needs an Object');
  const test = elementTest(wanted);
  return (doc, found) =>
    walk(doc, path, false, (value) => {
      if (!Array.isArray(value)) return false;
      const index = value.findIndex((item) => test(item));
      if (index !== -1 && found) found.index = index;
      return index !== -1;
    });
}

/** The test of an array's members in `$elemMatch`: operators ask the member itself, a filter asks its fields. */
export function elementTest(wanted: Doc): (item: Value) => boolean {
  const asksValue = isOperators(wanted) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(wanted)[0] ?? '');
  if (!asksValue) {
    const matches = compileFilter(wanted);
    return (item) => {
      if (isDoc(item)) return matches(item);
      return Array.isArray(item) && matches(Doc.of(Object.fromEntries(item.entries())));
    };
  }
  // The member is put under a name, so that one path logic serves both; a list inside the list is not entered.
  const matches = compileOperators({ path: ['item'], elements: false }, wanted);
  return (item) => matches(Doc.of({ item }));
}

function asks({ path, elements }: Target, test: Test): Matcher {
  const [name] = path;
  if (path.length === 1 && name !== undefined)
    return (doc, found) => {
      const value = doc[name];
      return Array.isArray(value) ? walk(doc, path, elements, test, found) : test(value);
    };
  return (doc, found) => walk(doc, path, elements, test, found);
}

const not =
  (matcher: Matcher): Matcher =>
  (doc) =>
    !matcher(doc);

function all(parts: readonly Matcher[]): Matcher {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return (doc, found) => parts.every((part) => part(doc, found));
}
