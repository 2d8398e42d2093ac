import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Rupiah } from '../../core/money.ts';
import { modelOf, rawOf, where } from '../../store/model.ts';
import { isDuplicateKey } from '../../store/store-errors.ts';
import { LEDGER_KINDS, type LedgerKind } from '../orders/money.ts';

const entryShape = z.object({
  _id: z.string(),
  v: z.literal(1),
  order: z.string(),
  at: z.date(),
  kind: z.enum(LEDGER_KINDS),
  amount: z.number(),
});
/** One line of the cash book. */
export type LedgerEntry = Readonly<z.infer<typeof entryShape>>;

/** Which entries: of an order, of a time (`until` excluded). */
export interface LedgerQuery {
  readonly order?: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly limit?: number;
}

export interface LedgerStore {
  insert(entry: LedgerEntry): Promise<void>;
  entries(query: LedgerQuery): Promise<LedgerEntry[]>;
  sums(query: LedgerQuery): Promise<Partial<Record<LedgerKind, Rupiah>>>;
}

/** Creates the ledger's collection on a connection. */
export function createLedgerStore(connection: Connection): LedgerStore {
  const model = modelOf<LedgerEntry>(connection, 'ledger', entryShape, [
    { fields: { order: 1 } },
    { fields: { at: 1, kind: 1 } },
  ]);
  return {
    async insert(entry) {
      try {
        await rawOf(model).insertOne(entry);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async entries({ limit = 10_000, ...query }) {
      const found = await model.find(filterOf(query)).sort({ at: 1 }).limit(limit).lean().exec();
      return found.map((raw) => entryShape.parse(raw));
    },
    async sums(query) {
      const rows = await model
        .aggregate<{ _id: LedgerKind; amount: number }>([
          { $match: filterOf(query) },
          { $group: { _id: '$kind', amount: { $sum: '$amount' } } },
        ])
        .exec();
      return Object.fromEntries(rows.map(({ _id, amount }) => [_id, amount]));
    },
  };
}

function filterOf({ order, since, until }: LedgerQuery): Record<string, unknown> {
  const at = { ...(since && { $gte: since }), ...(until && { $lt: until }) };
  return { ...(order !== undefined && { order }), ...((since ?? until) && { at: where(at) }) };
}
