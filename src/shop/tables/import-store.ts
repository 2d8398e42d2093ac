import type { Connection } from 'mongoose';
import { type Clock, MINUTE } from '../../core/clock.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { type Import, importShape } from './import-document.ts';

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly onDue: (one: Import) => Promise<void>;
}

/** Creates the imports' collection: one that is being applied is looked at again a minute after it moved last. */
export const createImportStore = (deps: Deps): Documents<Import> =>
  createDocuments<Import>({
    ...deps,
    name: 'imports',
    schema: importShape,
    indexes: [{ fields: { key: 1 }, unique: true }, { fields: { at: -1 } }],
    due: (one) => (one.state === 'applying' ? new Date(one.workedAt.getTime() + MINUTE) : undefined),
  });
