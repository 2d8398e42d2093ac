import { Long } from 'bson';
import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { isTrue } from '../query/operators.ts';
import { plainValue, splitPath } from '../query/path.ts';
import { withField } from './add-fields.ts';
import type { Stage } from './pipeline.ts';

/** Reads `$unwind`: one document for each member of an array. */
export function compileUnwind(argument: Value): Stage {
  const spec = isDoc(argument) ? argument : Doc.of({ path: argument });
  const known = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'];
  const unknown = Object.keys(spec).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new CommandError('BadValue', `unrecognized option to $unwind stage: ${unknown}`);
  const [text = null, indexName, preserve = false] = known.map((name) => spec[name]);
  if (typeof text !== 'string' || !text.startsWith('$') || text.length < 2)
    throw new CommandError('BadValue', `path option to $unwind stage should be prefixed with a '$': ${show(text)}`);
  if (indexName !== undefined && (typeof indexName !== 'string' || indexName === '' || indexName.startsWith('$')))
    throw new CommandError('BadValue', `includeArrayIndex needs a field name, not ${show(indexName)}`);
  const path = splitPath(text.slice(1));
  const numbered = (doc: Doc, index: Value): Doc =>
    typeof indexName === 'string' ? withField(doc, splitPath(indexName), 0, index) : doc;
  return function* (docs) {
    for (const doc of docs) {
      const value = plainValue(doc, path);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries())
          yield numbered(withField(doc, path, 0, item), Long.fromNumber(index));
        continue;
      }
      const isEmpty = value === undefined || value === null || Array.isArray(value);
      if (!isEmpty) yield numbered(doc, null);
      else if (isTrue(preserve)) yield numbered(Array.isArray(value) ? withField(doc, path, 0, undefined) : doc, null);
    }
  };
}
