import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../storage/collection.ts';
import { Hit, readFilter, search } from '../storage/search.ts';
import type { Command } from './context.ts';
import { checkFields, checkPart, count, flag, listOf, namespaceOf } from './fields.ts';
import { eachWrite, refuseBatch } from './write-errors.ts';

/** `delete`: takes documents away. */
export const remove: Command = (request, { catalog }) => {
  checkFields(request, ['deletes', 'ordered']);
  const statements = listOf(request, 'deletes');
  refuseBatch(statements.length);
  const collection = catalog.get(namespaceOf(request));
  const { done, writeErrors } = eachWrite(statements, flag(request.body, 'ordered', true), (statement) =>
    removeBy(collection, statement),
  );
  return { n: done.reduce((sum, { result }) => sum + result, 0), writeErrors };
};

function removeBy(collection: Collection | undefined, statement: Doc): number {
  checkPart('delete.deletes', statement, ['q', 'limit']);
  const filter = readFilter(statement.q, 'q');
  const limit = count(statement, 'limit');
  if (limit !== 0 && limit !== 1)
    throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  if (!collection) {
    compileFilter(filter);
    return 0;
  }
  const rows = Array.from(search(collection, { filter, limit }), ({ row }) => row);
  for (const row of rows) removeRow(collection, row);
  return rows.length;
}

/** Takes one document away. */
export function removeRow(collection: Collection, row: number): void {
  const stored = collection.get(row);
  if (stored) collection.remove(row, () => new Hit(stored).doc);
}
