import { BSONRegExp, ObjectId } from 'bson';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { Doc, typeOf, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import type { Command } from './context.ts';
import { checkFields, flag, namespaceOf } from './fields.ts';
import { eachWrite, refuseBatch } from './write-errors.ts';

/** MongoDB's largest document. */
export const MOST_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** `insert`: adds documents. */
export const insert: Command = (request, { catalog }) => {
  checkFields(request, ['documents', 'ordered', 'bypassDocumentValidation']);
  const documents = request.sequences.get('documents');
  if (!documents)
    throw new CommandError('MissingField', "BSON field 'insert.documents' is missing but a required field");
  refuseBatch(documents.length);
  const collection = catalog.ensure(namespaceOf(request));
  const { done, writeErrors } = eachWrite(documents, flag(request.body, 'ordered', true), (bytes) => {
    addDocument(collection, decode(bytes), bytes);
    return true;
  });
  return { n: done.length, writeErrors };
};

/** Adds one document: with an id as its first field, as MongoDB keeps it. */
export function addDocument(collection: Collection, given: Doc, bytes?: Buffer): Value {
  const id = given._id ?? new ObjectId();
  refuseBadId(id);
  const isInPlace = bytes !== undefined && startsWithId(bytes);
  const doc = isInPlace ? given : withIdFirst(id, given);
  const stored = isInPlace ? bytes : encode(doc);
  refuseTooLarge(stored);
  collection.insert(doc, stored);
  return id;
}

/** Refuses a document above MongoDB's limit. */
export function refuseTooLarge(bytes: Buffer): void {
  if (bytes.length > MOST_DOCUMENT_BYTES)
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MOST_DOCUMENT_BYTES}`,
    );
}

function refuseBadId(id: Value): void {
  if (Array.isArray(id) || id instanceof BSONRegExp)
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${typeOf(id)}`);
}

// After the size: the type byte, then the name `_id` and its zero byte.
const startsWithId = (bytes: Buffer): boolean =>
  bytes[5] === 0x5f && bytes[6] === 0x69 && bytes[7] === 0x64 && bytes[8] === 0;

function withIdFirst(id: Value, given: Doc): Doc {
  const doc = new Doc();
  doc._id = id;
  for (const name in given) if (name !== '_id') doc[name] = given[name] ?? null;
  return doc;
}
