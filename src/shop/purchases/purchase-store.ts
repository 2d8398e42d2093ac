import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import type { Code } from '../../core/ids.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { nextStep } from './due.ts';
import { type Purchase, type PurchaseState, purchaseShape } from './purchase.ts';
import type { PurchaseSop } from './sop.ts';

/** Which purchases are wanted, the oldest first. */
export interface PurchaseQuery {
  readonly supplier?: string;
  readonly states?: readonly PurchaseState[];
  readonly limit?: number;
}

/** Purchases in the store, found by indexed fields alone. */
export interface PurchaseStore extends Documents<Purchase> {
  ofOrder(order: Code): Promise<Purchase[]>;
  list(query: PurchaseQuery): Promise<Purchase[]>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly sop: () => PurchaseSop;
  readonly onDue: (purchase: Purchase, now: Date) => Promise<void>;
}

/** Creates the purchases' collection on a connection. */
export function createPurchaseStore(deps: Deps): PurchaseStore {
  const documents = createDocuments<Purchase>({
    ...deps,
    name: 'purchases',
    schema: purchaseShape,
    indexes: [
      { fields: { key: 1 }, unique: true },
      { fields: { order: 1, parcel: 1 } },
      { fields: { supplier: 1, state: 1, at: 1 } },
      { fields: { state: 1, at: 1 } },
    ],
    due: (purchase) => nextStep(purchase, deps.sop())?.at,
  });
  return {
    ...documents,
    ofOrder: (order) => documents.many({ order }, { sort: { parcel: 1, at: 1 } }),
    list: ({ supplier, states, limit = 50 }) =>
      documents.many(
        { ...(supplier !== undefined && { supplier }), ...(states && { state: where({ $in: states }) }) },
        { sort: { at: 1 }, limit },
      ),
  };
}
