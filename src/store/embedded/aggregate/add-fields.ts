import { Doc, isDoc, setField, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileExpression } from '../query/expression.ts';
import { type Path, splitPath } from '../query/path.ts';

/** Reads `$addFields`: computed fields laid over the document, all computed from the document as it came. */
export function compileAddFields(stage: string, argument: Value): (doc: Doc) => Doc {
  if (!isDoc(argument) || Object.keys(argument).length === 0)
    throw new CommandError('BadValue', `${stage} specification stage must be an object with at least one field`);
  const fields = [...computedFields(argument, [])];
  return (doc) => fields.reduce((made, { path, compute }) => withField(made, path, 0, compute(doc)), doc);
}

/** A field and how it is computed. */
export interface ComputedField {
  readonly path: Path;
  readonly compute: (doc: Doc) => Value | undefined;
}

/** The computed fields of a stage, nested ones by their whole paths. */
export function* computedFields(spec: Doc, above: Path): Generator<ComputedField> {
  for (const name of Object.keys(spec)) {
    const path = [...above, ...splitPath(name)];
    if (path.some((part) => part === '' || part.startsWith('$')))
      throw new CommandError('BadValue', `'${name}' is not a valid field path`);
    const value = spec[name] ?? null;
    if (isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$'))
      yield* computedFields(value, path);
    else yield { path, compute: compileExpression(value) };
  }
}

/** A copy of a document with a field set (a missing value takes it away); arrays on the way are entered. */
export function withField(doc: Doc, path: Path, at: number, value: Value | undefined): Doc {
  const made = new Doc();
  for (const name of Object.keys(doc)) setField(made, name, doc[name]);
  const name = path[at] ?? '';
  if (at === path.length - 1) {
    if (value === undefined) delete made[name];
    else made[name] = value;
    return made;
  }
  made[name] = inside(made[name], path, at + 1, value);
  return made;
}

function inside(child: Value | undefined, path: Path, at: number, value: Value | undefined): Value {
  if (Array.isArray(child)) return child.map((item) => inside(item, path, at, value));
  return withField(isDoc(child) ? child : new Doc(), path, at, value);
}
