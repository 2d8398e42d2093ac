import { encode } from '../bson/encode.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileFilter } from '../query/match.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { Hit, positionIn, search } from '../storage/search.ts';
import { seedOf } from '../update/seed.ts';
import type { Update } from '../update/update.ts';
import { addDocument, refuseTooLarge } from './insert.ts';

/** One change of documents, as `update` and `findAndModify` ask for it. */
export interface Modification {
  readonly filter: Doc;
  readonly sort?: readonly SortField[];
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly now: Date;
}

/** What a change did. `before` and `after` are the last document's, as BSON. */
export interface Modified {
  readonly matched: number;
  readonly modified: number;
  readonly upserted: Value | undefined;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** Changes what the filter finds, or adds a document where it finds none and an upsert was asked for. */
export function modify(collection: Collection, wanted: Modification): Modified {
  const outcome = wanted.multi ? changeAll(collection, wanted) : changeFirst(collection, wanted);
  if (outcome.matched > 0 || !wanted.upsert) return outcome;
  const made = wanted.update.apply(seedOf(wanted.filter), { now: wanted.now, inserting: true, position: undefined });
  const upserted = addDocument(collection, made);
  return { ...NOTHING, upserted, after: collection.find(upserted)?.bytes };
}

const NOTHING: Modified = { matched: 0, modified: 0, upserted: undefined, before: undefined, after: undefined };

function changeFirst(collection: Collection, wanted: Modification): Modified {
  for (const hit of search(collection, { filter: wanted.filter, limit: 1, ...(wanted.sort && { sort: wanted.sort }) }))
    return change(collection, hit, wanted);
  return NOTHING;
}

// The rows are gathered first, so that a changed document that moves within an index is not met again.
function changeAll(collection: Collection, wanted: Modification): Modified {
  const rows = Array.from(search(collection, { filter: wanted.filter }), ({ row }) => row);
  let modified = 0;
  for (const row of rows) {
    const stored = collection.get(row);
    if (stored) modified += change(collection, new Hit(stored), wanted).modified;
  }
  return { ...NOTHING, matched: rows.length, modified };
}

function change(collection: Collection, hit: Hit, { update, filter, now }: Modification): Modified {
  const { doc, bytes, row } = hit;
  const position = update.positional ? positionIn(compileFilter(filter), doc) : undefined;
  const entries = collection.entriesBefore(doc, update.touches);
  const made = update.apply(doc, { now, inserting: false, position });
  const after = encode(made);
  const outcome = { matched: 1, modified: 0, upserted: undefined, before: bytes, after };
  if (after.equals(bytes)) return outcome;
  refuseTooLarge(after);
  collection.replace(row, entries, made, after);
  return { ...outcome, modified: 1 };
}
