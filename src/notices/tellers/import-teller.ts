import { readCode } from '../../core/ids.ts';
import type { Imports } from '../../shop/tables/imports.ts';
import type { Teller } from '../told.ts';

/** The entries of an import that may be told. */
export const IMPORT_ENTRIES = ['import_done'] as const;
/** Names that a text about an import may use. */
export const IMPORT_VALUES = ['kode', 'selesai', 'baris', 'ditolak'] as const;

/** Creates the teller of imports: one that took longer than its turn is told to the owner when it is through. */
export function createImportTeller({ imports }: { readonly imports: Pick<Imports, 'find'> }): Teller {
  return async (body) => {
    const code = readCode(body.code);
    const one = code && (await imports.find(code));
    if (!one) return undefined;
    return {
      code: one._id,
      rev: one.rev,
      thread: `import/${one._id}`,
      values: () => ({
        kode: one._id,
        selesai: one.done - one.refused.length,
        baris: one.rows,
        ditolak: one.refused.length,
      }),
    };
  };
}
