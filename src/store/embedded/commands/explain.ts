import { Doc, isDoc } from '../bson/value.ts';
import type { Writable } from '../bson/writable.ts';
import { CommandError, refused } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { readSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { keyPattern } from '../storage/index-spec.ts';
import { type Plan, plan } from '../storage/planner.ts';
import { candidates, readFilter, search, type Wanted } from '../storage/search.ts';
import { divide, pipelineOf } from './aggregate.ts';
import type { Command, Reply, Request } from './context.ts';
import { checkFields, listOf, namespaceOf } from './fields.ts';
import { readSearch } from './find.ts';

/** `explain`: how a command would find its documents: by an index (IXSCAN) or by looking at all (COLLSCAN). */
export const explain: Command = (request, { catalog }) => {
  checkFields(request, ['verbosity']);
  const body = request.body.explain;
  const name = isDoc(body) ? Object.keys(body)[0] : undefined;
  if (!isDoc(body) || name === undefined) throw new CommandError('FailedToParse', 'explain needs a command');
  const inner = { ...request, name, body };
  return explained(inner, catalog.get(namespaceOf(inner)), request.body.verbosity !== 'queryPlanner');
};

/** The plan of a command, and what running its search met. */
function explained(request: Request, collection: Collection | undefined, runs: boolean): Reply {
  const wanted = wantedOf(request);
  compileFilter(wanted.filter);
  const chosen = collection && plan(collection, wanted.filter, wanted.sort ?? []);
  return {
    explainVersion: '1',
    queryPlanner: {
      namespace: namespaceOf(request),
      parsedQuery: wanted.filter,
      winningPlan: chosen ? shape(chosen, wanted) : { stage: 'EOF' },
      rejectedPlans: [],
    },
    executionStats: runs ? statistics(collection, chosen, wanted) : undefined,
    serverInfo: { host: 'localhost', version: '7.0.0', gitVersion: 'pesan-embedded' },
  };
}

function wantedOf(request: Request): Wanted {
  const { name, body } = request;
  switch (name) {
    case 'find':
      return readSearch(request);
    case 'aggregate':
      return divide(pipelineOf(request)).wanted;
    case 'count':
    case 'distinct':
      return { filter: readFilter(body.query, 'query') };
    case 'findAndModify':
      return { filter: readFilter(body.query, 'query'), sort: readSort(body.sort) };
    case 'update':
    case 'delete': {
      const [first] = listOf(request, `${name}s`);
      return { filter: readFilter(first?.q, 'q') };
    }
    default:
      throw refused(`explain of '${name}'`, 'CommandNotSupported');
  }
}

function shape(chosen: Plan, { sort = [] }: Wanted): Writable {
  const found = stage(chosen);
  const isSorted = sort.length === 0 || (chosen.type === 'index' && chosen.sorted);
  return isSorted ? found : { stage: 'SORT', sortPattern: keyPattern({ fields: sort }), inputStage: found };
}

function stage(chosen: Plan): Writable {
  switch (chosen.type) {
    case 'ids':
      return { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: '_id_', keyPattern: Doc.of({ _id: 1 }) } };
    case 'index': {
      const { spec, multikey } = chosen.index;
      return {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: spec.name,
          keyPattern: keyPattern(spec),
          isMultiKey: multikey,
          isUnique: spec.unique,
          isSparse: spec.sparse,
          isPartial: spec.partial !== undefined,
          direction: chosen.backwards ? 'backward' : 'forward',
          spans: chosen.spans.length,
        },
      };
    }
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: chosen.parts.map(stage) } };
    case 'scan':
      return { stage: 'COLLSCAN', direction: 'forward' };
  }
}

function statistics(collection: Collection | undefined, chosen: Plan | undefined, wanted: Wanted): Writable {
  const nReturned = length(search(collection, wanted));
  const totalDocsExamined = collection && chosen ? length(candidates(collection, chosen)) : 0;
  return { executionSuccess: true, nReturned, totalDocsExamined };
}

function length(items: Iterable<unknown>): number {
  let found = 0;
  for (const _ of items) found++;
  return found;
}
