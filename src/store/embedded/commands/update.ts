import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { readFilter } from '../storage/search.ts';
import { compileUpdate } from '../update/update.ts';
import type { Command, Context } from './context.ts';
import { checkFields, checkPart, flag, listOf, namespaceOf } from './fields.ts';
import { type Modification, type Modified, modify } from './modify.ts';
import { eachWrite, refuseBatch } from './write-errors.ts';

/** `update`: changes documents, many changes in one command. */
export const update: Command = (request, context) => {
  checkFields(request, ['updates', 'ordered', 'bypassDocumentValidation']);
  const statements = listOf(request, 'updates');
  refuseBatch(statements.length);
  const namespace = namespaceOf(request);
  const { done, writeErrors } = eachWrite(statements, flag(request.body, 'ordered', true), (statement) =>
    applyStatement(namespace, readStatement(statement, context.now()), context),
  );
  const upserted = done.flatMap(({ index, result }) =>
    result.upserted === undefined ? [] : [{ index, _id: result.upserted }],
  );
  return {
    n: done.reduce((sum, { result }) => sum + result.matched, 0) + upserted.length,
    upserted: upserted.length > 0 ? upserted : undefined,
    nModified: done.reduce((sum, { result }) => sum + result.modified, 0),
    writeErrors,
  };
};

/** Applies a change; a collection that is not there yet is made only for an upsert. */
export function applyStatement(namespace: string, wanted: Modification, { catalog }: Context): Modified {
  const collection = wanted.upsert ? catalog.ensure(namespace) : catalog.get(namespace);
  if (collection) return modify(collection, wanted);
  compileFilter(wanted.filter);
  return { matched: 0, modified: 0, upserted: undefined, before: undefined, after: undefined };
}

function readStatement(statement: Doc, now: Date): Modification {
  checkPart('update.updates', statement, ['q', 'u', 'multi', 'upsert', 'arrayFilters']);
  const multi = flag(statement, 'multi');
  const compiled = compileUpdate(statement.u ?? null, statement.arrayFilters);
  if (multi && !compiled.touches)
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  return { filter: readFilter(statement.q, 'q'), update: compiled, multi, upsert: flag(statement, 'upsert'), now };
}
