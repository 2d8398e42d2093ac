import { encode } from '../bson/encode.ts';
import { isNumeric, toDouble } from '../bson/number.ts';
import { CommandError } from '../errors.ts';
import { compileProjection } from '../query/project.ts';
import { readSort } from '../query/sort.ts';
import { readFilter, search } from '../storage/search.ts';
import type { Command, Request } from './context.ts';
import { checkFields, count, flag, namespaceOf } from './fields.ts';

const FIRST_BATCH = 101;

/** `find`: documents by a filter, in batches. */
export const find: Command = (request, { catalog, cursors }) => {
  checkFields(request, [
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'noCursorTimeout',
    'allowPartialResults',
    'allowDiskUse',
  ]);
  const namespace = namespaceOf(request);
  const project = compileProjection(request.body.projection);
  const hits = search(catalog.get(namespace), readSearch(request));
  const results = project ? mapped(hits, (hit) => encode(project(hit.doc))) : mapped(hits, (hit) => hit.bytes);
  const size = count(request.body, 'batchSize') ?? FIRST_BATCH;
  return cursors.first(namespace, results, size, flag(request.body, 'singleBatch'));
};

/** What a `find` looks for. */
export const readSearch = ({ body }: Request): Required<Parameters<typeof search>[1]> => ({
  filter: readFilter(body.filter, 'filter'),
  sort: readSort(body.sort),
  skip: count(body, 'skip') ?? 0,
  limit: count(body, 'limit') ?? 0,
});

/** `getMore`: the next batch of a cursor. */
export const getMore: Command = (request, { cursors }) => {
  checkFields(request, ['collection', 'batchSize']);
  const id = request.body.getMore;
  if (!isNumeric(id)) throw new CommandError('TypeMismatch', "BSON field 'getMore.getMore' must be a cursor id");
  const namespace = namespaceOf(request, request.body.collection);
  return cursors.more(toDouble(id), namespace, count(request.body, 'batchSize') || Number.POSITIVE_INFINITY);
};

/** `killCursors`: gives up cursors. */
export const killCursors: Command = (request, { cursors }) => {
  checkFields(request, ['cursors']);
  const ids = request.body.cursors;
  if (!Array.isArray(ids)) throw new CommandError('TypeMismatch', "BSON field 'killCursors.cursors' must be an array");
  const known = ids.filter((id) => isNumeric(id) && cursors.close(toDouble(id)));
  const unknown = ids.filter((id) => !known.includes(id));
  return { cursorsKilled: known, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
};

function* mapped<A, B>(items: Iterable<A>, work: (item: A) => B): Generator<B> {
  for (const item of items) yield work(item);
}
