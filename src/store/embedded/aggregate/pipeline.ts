import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { readSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { readFilter, sortKey } from '../storage/search.ts';
import { compileAddFields } from './add-fields.ts';
import { compileGroup } from './group.ts';
import { compileLookup } from './lookup.ts';
import { compileProjectStage } from './project-stage.ts';
import { compileUnwind } from './unwind.ts';

/** One step of a pipeline: documents in, documents out. */
export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** Finds the collections that a pipeline looks into beside its own. */
export type Lookup = (collection: string) => Collection | undefined;

/** Reads a pipeline once; stages outside the list are refused by name. */
export function compilePipeline(pipeline: readonly Value[], lookup: Lookup): Stage {
  const stages = pipeline.map((stage) => compileStage(stage, lookup));
  return (docs) => stages.reduce((flow, stage) => stage(flow), docs);
}

/** The name and argument of a stage. */
export function stageOf(stage: Value): { readonly name: string; readonly argument: Value } {
  const [name, ...others] = isDoc(stage) ? Object.keys(stage) : [];
  if (!isDoc(stage) || name === undefined || others.length > 0)
    throw new CommandError('UnknownStage', 'A pipeline stage specification object must contain exactly one field.');
  return { name, argument: stage[name] ?? null };
}

function compileStage(stage: Value, lookup: Lookup): Stage {
  const { name, argument } = stageOf(stage);
  switch (name) {
    case '$match': {
      const matches = compileFilter(readFilter(argument, '$match'));
      return (docs) => filtered(docs, matches);
    }
    case '$sort': {
      const sort = readSort(argument);
      if (sort.length === 0) throw new CommandError('BadValue', '$sort stage must have at least one sort key');
      return (docs) => {
        const keyed = Array.from(docs, (doc) => ({ doc, key: sortKey(doc, sort) }));
        return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ doc }) => doc);
      };
    }
    case '$skip': {
      const count = whole(name, argument, 0);
      return (docs) => between(docs, count, Number.POSITIVE_INFINITY);
    }
    case '$limit': {
      const count = whole(name, argument, 1);
      return (docs) => between(docs, 0, count);
    }
    case '$count':
      return counting(argument);
    case '$project':
      return mapping(compileProjectStage(argument));
    case '$addFields':
    case '$set':
      return mapping(compileAddFields(name, argument));
    case '$unwind':
      return compileUnwind(argument);
    case '$group':
      return compileGroup(argument);
    case '$lookup':
      return compileLookup(argument, lookup);
    case '$facet':
      return facets(argument, lookup);
    default:
      throw refused(`the pipeline stage ${name}`, 'UnknownStage');
  }
}

function facets(argument: Value, lookup: Lookup): Stage {
  if (!isDoc(argument) || Object.keys(argument).length === 0)
    throw new CommandError('BadValue', '$facet needs an object with at least one pipeline');
  const parts = Object.keys(argument).map((name) => {
    const pipeline = argument[name];
    if (!Array.isArray(pipeline)) throw new CommandError('BadValue', `$facet needs a pipeline for ${name}`);
    if (pipeline.some((stage) => stageOf(stage).name === '$facet')) throw refused('$facet inside $facet');
    return { name, stage: compilePipeline(pipeline, lookup) };
  });
  return function* (docs) {
    const all = [...docs];
    yield Doc.of(Object.fromEntries(parts.map(({ name, stage }) => [name, [...stage(all)]])));
  };
}

function counting(argument: Value): Stage {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.'))
    throw new CommandError('BadValue', `the count field must be a plain name, not ${show(argument)}`);
  return function* (docs) {
    let found = 0;
    for (const _ of docs) found++;
    if (found > 0) yield Doc.of({ [argument]: found });
  };
}

const mapping = (work: (doc: Doc) => Doc): Stage =>
  function* (docs) {
    for (const doc of docs) yield work(doc);
  };

function* filtered(docs: Iterable<Doc>, matches: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of docs) if (matches(doc)) yield doc;
}

function* between(docs: Iterable<Doc>, skip: number, limit: number): Generator<Doc> {
  let seen = 0;
  for (const doc of docs) {
    if (seen++ < skip) continue;
    yield doc;
    if (seen - skip >= limit) return;
  }
}

function whole(name: string, value: Value, least: number): number {
  const number = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(number) && number >= least) return number;
  throw new CommandError('BadValue', `invalid argument to ${name} stage: ${show(value)}`);
}
