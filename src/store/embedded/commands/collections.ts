import { encode } from '../bson/encode.ts';
import { Doc, isDoc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { ID_INDEX } from '../storage/collection.ts';
import { describeIndex } from '../storage/index-spec.ts';
import { readFilter } from '../storage/search.ts';
import type { Command } from './context.ts';
import { checkFields, namespaceOf } from './fields.ts';

/** `create`: makes a collection. */
export const create: Command = (request, { catalog }) => {
  checkFields(request, []);
  const namespace = namespaceOf(request);
  if (catalog.get(namespace)) throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`);
  catalog.ensure(namespace);
  return {};
};

/** `drop`: takes a collection away. */
export const drop: Command = (request, { catalog, cursors }) => {
  checkFields(request, []);
  const ns = namespaceOf(request);
  const collection = catalog.get(ns);
  if (!collection) return {};
  cursors.closeAllOf(ns);
  catalog.drop(collection);
  return { ns, nIndexesWas: collection.indexes.length + 1 };
};

/** `dropDatabase`: takes all collections of a database away. */
export const dropDatabase: Command = (request, { catalog, cursors }) => {
  checkFields(request, []);
  for (const collection of catalog.list(request.database)) {
    cursors.closeAllOf(collection.namespace);
    catalog.drop(collection);
  }
  return { dropped: request.database };
};

/** `listCollections`: the collections of a database. */
export const listCollections: Command = (request, { catalog, cursors }) => {
  checkFields(request, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const matches = compileFilter(readFilter(request.body.filter, 'filter'));
  const shown = catalog.list(request.database).map(({ namespace, options }) =>
    Doc.of({
      name: namespace.slice(request.database.length + 1),
      type: 'collection',
      options,
      info: Doc.of({ readOnly: false }),
      idIndex: describeIndex(ID_INDEX),
    }),
  );
  const results = shown.filter((doc) => matches(doc)).map((doc) => encode(doc));
  return cursors.first(`${request.database}.$cmd.listCollections`, results, batchSize(request.body.cursor), false);
};

/** How many results the `cursor` field of a command asks for in the first batch. */
export function batchSize(cursor: unknown): number {
  const size = isDoc(cursor) ? cursor.batchSize : undefined;
  return typeof size === 'number' ? size : 101;
}
