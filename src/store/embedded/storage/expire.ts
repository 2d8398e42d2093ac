import { orderKey, tagOf } from '../bson/order-key.ts';
import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import type { IndexTable } from './index-table.ts';
import { inverted } from './intervals.ts';
import { Hit } from './search.ts';

/** Removes what TTL indexes say has expired by now; returns how many documents went. */
export function removeExpired(catalog: Catalog, now: Date): number {
  let removed = 0;
  for (const collection of catalog.all())
    for (const index of collection.indexes) removed += expireBy(collection, index, now);
  return removed;
}

function expireBy(collection: Collection, index: IndexTable, now: Date): number {
  const { expireAfterSeconds, fields } = index.spec;
  if (expireAfterSeconds === undefined) return 0;
  // Of several dates in an array the earliest counts: its entry alone brings the document here.
  const latest = new Date(now.getTime() - expireAfterSeconds * 1000);
  const dates = { low: Buffer.from([tagOf(latest)]), high: orderKey(latest) };
  const span = fields[0]?.descending ? inverted(dates) : dates;
  const gone = new Map(Array.from(index.read(span, false), (stored) => [stored.row, stored]));
  for (const stored of gone.values()) collection.remove(stored.row, () => new Hit(stored).doc);
  return gone.size;
}
