import { compilePipeline, stageOf } from '../aggregate/pipeline.ts';
import { encode } from '../bson/encode.ts';
import { Doc, isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { readSort } from '../query/sort.ts';
import { readFilter, search, type Wanted } from '../storage/search.ts';
import { batchSize } from './collections.ts';
import type { Command, Context, Request } from './context.ts';
import { checkFields, namespaceOf } from './fields.ts';

/** `aggregate`: documents through a pipeline. */
export const aggregate: Command = (request, context) => {
  checkFields(request, ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation', 'explain']);
  const namespace = namespaceOf(request);
  const cursor = request.body.cursor;
  if (!isDoc(cursor))
    throw new CommandError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  return context.cursors.first(namespace, results(request, context), batchSize(cursor), false);
};

/** The pipeline's beginning as a search, so that it uses an index, and what is left of it. */
export function divide(pipeline: readonly Value[]): { readonly wanted: Wanted; readonly rest: readonly Value[] } {
  const [first, second] = pipeline.slice(0, 2).map(stageOf);
  const filter = first?.name === '$match' ? readFilter(first.argument, '$match') : new Doc();
  const next = first?.name === '$match' ? second : first;
  const sort = next?.name === '$sort' ? readSort(next.argument) : [];
  const taken = Number(first?.name === '$match') + Number(sort.length > 0);
  return { wanted: { filter, sort }, rest: pipeline.slice(taken) };
}

/** The stages of a request. */
export function pipelineOf(request: Request): readonly Value[] {
  const { pipeline } = request.body;
  if (Array.isArray(pipeline)) return pipeline;
  throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
}

function* results(request: Request, { catalog }: Context): Generator<Buffer> {
  const { wanted, rest } = divide(pipelineOf(request));
  const run = compilePipeline(rest, (name) => catalog.get(`${request.database}.${name}`));
  const hits = search(catalog.get(namespaceOf(request)), wanted);
  const [next] = rest;
  // Counting looks at no field, so the documents need not be read.
  const blind = next !== undefined && isCounting(next);
  const docs = mapped(hits, (hit) => (blind ? EMPTY : hit.doc));
  for (const doc of run(docs)) yield encode(doc);
}

const EMPTY = new Doc();

function isCounting(stage: Value): boolean {
  const { name, argument } = stageOf(stage);
  return name === '$count' || (name === '$group' && !asksForFields(argument));
}

function asksForFields(value: Value | undefined): boolean {
  if (typeof value === 'string') return value.startsWith('$');
  if (Array.isArray(value)) return value.some(asksForFields);
  return isDoc(value) && Object.keys(value).some((name) => asksForFields(value[name]));
}

function* mapped<A, B>(items: Iterable<A>, work: (item: A) => B): Generator<B> {
  for (const item of items) yield work(item);
}
