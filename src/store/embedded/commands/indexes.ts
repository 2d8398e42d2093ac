import { compare } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { show } from '../bson/show.ts';
import { isDoc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { type Collection, ID_INDEX } from '../storage/collection.ts';
import { describeIndex, keyPattern, readIndexSpec } from '../storage/index-spec.ts';
import type { IndexTable } from '../storage/index-table.ts';
import { batchSize } from './collections.ts';
import type { Command, Context, Request } from './context.ts';
import { checkFields, listOf, namespaceOf } from './fields.ts';

/** `createIndexes`: makes those indexes that are not there yet, all or none. */
export const createIndexes: Command = (request, { catalog }) => {
  checkFields(request, ['indexes']);
  const specs = listOf(request, 'indexes').map(readIndexSpec);
  if (specs.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
  const namespace = namespaceOf(request);
  const createdCollectionAutomatically = !catalog.get(namespace);
  const collection = catalog.ensure(namespace);
  const numIndexesBefore = collection.indexes.length + 1;
  catalog.createIndexes(collection, specs);
  const numIndexesAfter = collection.indexes.length + 1;
  const note = numIndexesAfter === numIndexesBefore ? 'all indexes already exist' : undefined;
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, note };
};

/** `listIndexes`: the indexes of a collection. */
export const listIndexes: Command = (request, context) => {
  checkFields(request, ['cursor']);
  const collection = known(request, context);
  const specs = [ID_INDEX, ...collection.indexes.map(({ spec }) => spec)];
  const results = specs.map((spec) => encode(describeIndex({ ...spec, unique: spec !== ID_INDEX && spec.unique })));
  return context.cursors.first(collection.namespace, results, batchSize(request.body.cursor), false);
};

/** `dropIndexes`: takes indexes away, by name, by key or all. */
export const dropIndexes: Command = (request, context) => {
  checkFields(request, ['index']);
  const collection = known(request, context);
  const nIndexesWas = collection.indexes.length + 1;
  const wanted = request.body.index ?? null;
  const list = Array.isArray(wanted) ? wanted.flatMap((one) => named(collection, one)) : named(collection, wanted);
  context.cursors.closeAllOf(collection.namespace);
  for (const index of list) context.catalog.dropIndex(collection, index);
  return { nIndexesWas };
};

function named(collection: Collection, wanted: Value): readonly IndexTable[] {
  if (wanted === '*') return collection.indexes;
  if (wanted === ID_INDEX.name) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  const found = collection.indexes.filter(({ spec }) =>
    isDoc(wanted) ? compare(keyPattern(spec), wanted) === 0 : spec.name === wanted,
  );
  if (found.length > 0) return found;
  throw new CommandError('IndexNotFound', `index not found with name [${show(wanted)}]`);
}

function known(request: Request, { catalog }: Context): Collection {
  const namespace = namespaceOf(request);
  const collection = catalog.get(namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  return collection;
}
