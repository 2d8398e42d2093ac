import { Doc, isDoc, setField, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import type { Compute, Scope } from './expression-kit.ts';
import { OPERATORS } from './expression-operators.ts';
import { gather, splitPath } from './path.ts';

/** Reads an expression; operators outside the list are refused by name. */
export function compileExpression(expression: Value): (doc: Doc, variables?: Scope['variables']) => Value | undefined {
  const compute = compile(expression);
  return (root, variables = {}) => compute({ root, variables });
}

/** Reads a part of an expression. */
function compile(expression: Value): Compute {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const items = expression.map(compile);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const names = Object.keys(expression);
  const [first] = names;
  if (!first?.startsWith('$')) return compileFields(expression);
  if (names.length > 1)
    throw new CommandError('FailedToParse', `an expression has one operator, not ${names.join(', ')}`);
  return compileOperator(first, expression[first] ?? null);
}

function compileOperator(name: string, argument: Value): Compute {
  if (name === '$literal') return () => argument;
  const operator = OPERATORS.get(name);
  if (!operator) throw refused(`the expression ${name}`, 'UnknownExpression');
  return operator(argument, compile);
}

function compileFields(expression: Doc): Compute {
  const fields = Object.keys(expression).map((name) => ({ name, compute: compile(expression[name] ?? null) }));
  return (scope) => {
    const made = new Doc();
    for (const { name, compute } of fields) setField(made, name, compute(scope));
    return made;
  };
}

function compilePath(text: string): Compute {
  if (!text.startsWith('$$')) {
    const path = splitPath(text.slice(1));
    return ({ root }) => gather(root, path);
  }
  const [name = '', ...path] = text.slice(2).split('.');
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return ({ root }) => gather(root, path);
    case 'REMOVE':
      return () => undefined;
    default:
      if (/^[A-Z]/.test(name)) throw refused(`the variable $$${name}`, 'UnknownExpression');
      return ({ variables }) => {
        if (!Object.hasOwn(variables, name)) throw new CommandError('BadValue', `Use of undefined variable: ${name}`);
        return gather(variables[name], path);
      };
  }
}
