import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { gather, splitPath } from '../query/path.ts';
import { search } from '../storage/search.ts';
import { withField } from './add-fields.ts';
import type { Lookup, Stage } from './pipeline.ts';

/** Reads `$lookup`: beside each document those of another collection whose field equals one of its own. */
export function compileLookup(argument: Value, lookup: Lookup): Stage {
  if (!isDoc(argument)) throw new CommandError('FailedToParse', 'the $lookup specification must be an Object');
  for (const name of Object.keys(argument)) {
    if (name === 'let' || name === 'pipeline') throw refused(`$lookup with '${name}'`);
    if (!['from', 'localField', 'foreignField', 'as'].includes(name))
      throw new CommandError('FailedToParse', `unknown argument to $lookup: ${name}`);
  }
  const [from, local, foreign, as] = ['from', 'localField', 'foreignField', 'as'].map((name) => textOf(argument, name));
  const localPath = splitPath(local ?? '');
  return function* (docs) {
    const collection = lookup(from ?? '');
    for (const doc of docs) {
      const filter = Doc.of({ [foreign ?? '']: wanted(gather(doc, localPath)) });
      const found = collection ? Array.from(search(collection, { filter }), (hit) => hit.doc) : [];
      yield withField(doc, splitPath(as ?? ''), 0, found);
    }
  };
}

// A list stands for its members; nothing stands for null, which a missing field equals too.
const wanted = (value: Value | undefined): Doc =>
  Array.isArray(value) ? Doc.of({ $in: value }) : Doc.of({ $eq: value ?? null });

function textOf(argument: Doc, name: string): string {
  const value = argument[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new CommandError('FailedToParse', `$lookup argument '${name}' must be a string`);
}
