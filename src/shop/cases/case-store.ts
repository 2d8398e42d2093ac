import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { type Case, type CaseState, caseShape } from './case.ts';
import { type DueRules, due } from './due.ts';
import { OPEN_STATES } from './moves.ts';

/** Which cases are wanted: the oldest first, for they have waited longest, unless `newest`. */
export interface CaseQuery {
  /** Without it: those in which somebody waits for something. */
  readonly states?: readonly CaseState[];
  readonly customer?: string;
  readonly order?: string;
  readonly supplier?: string;
  readonly since?: Date;
  readonly sort?: 'oldest' | 'newest';
  readonly skip?: number;
  readonly limit?: number;
}

/** Cases in the store, found by indexed fields alone. */
export interface CaseStore extends Documents<Case> {
  list(query: CaseQuery): Promise<Case[]>;
  /** All cases of an order, newest first, those that came to nothing left out. */
  byOrder(order: string): Promise<Case[]>;
  ofCustomer(customer: string): Promise<Case[]>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly rules: () => DueRules;
  readonly onDue: (one: Case, now: Date) => Promise<void>;
}

/** Creates the cases' collection on a connection. */
export function createCaseStore({ connection, clock, payers, buried, rules, onDue }: Deps): CaseStore {
  const documents = createDocuments<Case>({
    connection,
    clock,
    payers,
    buried,
    onDue,
    name: 'cases',
    schema: caseShape,
    indexes: [
      { fields: { key: 1 }, unique: true },
      { fields: { order: 1, at: -1 } },
      { fields: { customer: 1, at: -1 } },
      { fields: { suppliers: 1, at: -1 } },
      { fields: { state: 1, at: 1 } },
    ],
    due: (one) => due(one, rules()),
  });
  return {
    ...documents,
    list: ({ states = OPEN_STATES, customer, order, supplier, since, sort = 'oldest', skip, limit = 50 }) =>
      documents.many(
        {
          state: where({ $in: states }),
          ...(customer !== undefined && { customer }),
          ...(order !== undefined && { order }),
          ...(supplier !== undefined && { suppliers: supplier }),
          ...(since && { at: where({ $gte: since }) }),
        },
        { sort: { at: sort === 'oldest' ? 1 : -1 }, limit, ...(skip !== undefined && { skip }) },
      ),
    async byOrder(order) {
      const found = await documents.many({ order }, { sort: { at: -1 } });
      return found.filter(({ state }) => state !== 'dropped');
    },
    ofCustomer: (customer) => documents.many({ customer }),
  };
}
