import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import type { Doc } from '../bson/value.ts';
import { Raw, type Writable } from '../bson/writable.ts';
import { CommandError } from '../errors.ts';
import { compileProjection } from '../query/project.ts';
import { readSort } from '../query/sort.ts';
import { type Hit, readFilter, search } from '../storage/search.ts';
import { compileUpdate } from '../update/update.ts';
import type { Command, Context, Reply } from './context.ts';
import { removeRow } from './delete.ts';
import { checkFields, flag, namespaceOf } from './fields.ts';
import { applyStatement } from './update.ts';

/** `findAndModify`: changes or removes one document and gives it back, as it was or as it is. */
export const findAndModify: Command = (request, context) => {
  const { body } = request;
  checkFields(request, [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'arrayFilters',
    'bypassDocumentValidation',
  ]);
  const namespace = namespaceOf(request);
  if (flag(body, 'remove')) return removeFirst(namespace, body, context);
  if (body.update === undefined)
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
  const show = shower(body);
  const outcome = applyStatement(
    namespace,
    {
      filter: readFilter(body.query, 'query'),
      sort: readSort(body.sort),
      update: compileUpdate(body.update, body.arrayFilters),
      multi: false,
      upsert: flag(body, 'upsert'),
      now: context.now(),
    },
    context,
  );
  const { matched, upserted } = outcome;
  return {
    lastErrorObject: { n: matched + Number(upserted !== undefined), updatedExisting: matched > 0, upserted },
    value: show(flag(body, 'new') ? outcome.after : outcome.before),
  };
};

function removeFirst(namespace: string, body: Doc, { catalog }: Context): Reply {
  if (body.update !== undefined || flag(body, 'new') || flag(body, 'upsert'))
    throw new CommandError('FailedToParse', "Cannot specify 'update', 'new' or 'upsert' together with remove=true");
  const show = shower(body);
  const collection = catalog.get(namespace);
  const wanted = { filter: readFilter(body.query, 'query'), sort: readSort(body.sort), limit: 1 };
  const [hit]: Hit[] = [...search(collection, wanted)];
  if (collection && hit) removeRow(collection, hit.row);
  return { lastErrorObject: { n: hit ? 1 : 0 }, value: show(hit?.bytes) };
}

function shower(body: Doc): (bytes: Buffer | undefined) => Writable {
  const project = compileProjection(body.fields);
  return (bytes) => {
    if (!bytes) return null;
    return new Raw(project ? encode(project(decode(bytes))) : bytes);
  };
}
