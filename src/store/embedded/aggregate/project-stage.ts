import { isNumeric } from '../bson/number.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileProjection } from '../query/project.ts';
import { type ComputedField, computedFields, withField } from './add-fields.ts';

/** Reads `$project`: fields shown or hidden as in `find`, and computed ones beside those shown. */
export function compileProjectStage(argument: Value): (doc: Doc) => Doc {
  if (!isDoc(argument) || Object.keys(argument).length === 0)
    throw new CommandError('BadValue', '$project specification must be an object with at least one field');
  const plain = new Doc();
  const computed = divide(argument, '', plain);
  if (computed.length === 0) return compileProjection(plain) ?? ((doc) => doc);
  const named = Object.keys(plain);
  const hides = named.some((name) => name !== '_id' && !isShown(plain[name]));
  if (hides) throw new CommandError('ProjectionMixed', 'Cannot do exclusion together with computed fields in $project');
  // Beside computed fields only what is named is shown, and the id unless it is hidden.
  if (named.length === 0) plain._id = 1;
  const hidesId = plain._id !== undefined && !isShown(plain._id);
  const project =
    hidesId && named.length === 1 ? (): Doc => new Doc() : (compileProjection(plain) ?? ((doc: Doc) => doc));
  return (doc) => computed.reduce((made, { path, compute }) => put(made, path, compute(doc)), project(doc));
}

// A missing value leaves no trace, and no empty documents on the way to it.
const put = (doc: Doc, path: ComputedField['path'], value: Value | undefined): Doc =>
  value === undefined ? doc : withField(doc, path, 0, value);

/** Puts what is shown or hidden into `plain` and returns what is computed. */
function divide(spec: Doc, above: string, plain: Doc): ComputedField[] {
  return Object.keys(spec).flatMap((name) => {
    const value = spec[name] ?? null;
    const path = above + name;
    if (typeof value === 'boolean' || isNumeric(value)) {
      plain[path] = value;
      return [];
    }
    const isNested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    if (isNested) return divide(value, `${path}.`, plain);
    return [...computedFields(Doc.of({ [path]: value }), [])];
  });
}

const isShown = (value: Value | undefined): boolean => value === true || (isNumeric(value) && Number(value) !== 0);
