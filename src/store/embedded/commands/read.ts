import { orderKey } from '../bson/order-key.ts';
import type { Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { splitPath, walk } from '../query/path.ts';
import { readFilter, search } from '../storage/search.ts';
import type { Command } from './context.ts';
import { checkFields, namespaceOf, count as readCount } from './fields.ts';

/** `count`: how many documents match. */
export const count: Command = (request, { catalog }) => {
  checkFields(request, ['query', 'limit', 'skip', 'fields']);
  const collection = catalog.get(namespaceOf(request));
  const filter = readFilter(request.body.query, 'query');
  const [skip, limit] = [readCount(request.body, 'skip') ?? 0, readCount(request.body, 'limit') ?? 0];
  if (Object.keys(filter).length > 0) return { n: length(search(collection, { filter, skip, limit })) };
  const n = Math.max(0, (collection?.count() ?? 0) - skip);
  return { n: limit > 0 ? Math.min(n, limit) : n };
};

/** `distinct`: the different values of a field, members of arrays each on their own. */
export const distinct: Command = (request, { catalog }) => {
  checkFields(request, ['key', 'query']);
  const key = request.body.key;
  if (typeof key !== 'string') throw new CommandError('TypeMismatch', "BSON field 'distinct.key' must be a string");
  const path = splitPath(key);
  const values = new Map<string, Value>();
  for (const { doc } of search(catalog.get(namespaceOf(request)), {
    filter: readFilter(request.body.query, 'query'),
  }))
    walk(doc, path, false, (value) => {
      for (const item of Array.isArray(value) ? value : [value])
        if (item !== undefined) values.set(orderKey(item).toString('latin1'), item);
      return false;
    });
  return { values: [...values.values()] };
};

function length(items: Iterable<unknown>): number {
  let found = 0;
  for (const _ of items) found++;
  return found;
}
