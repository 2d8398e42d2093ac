import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { fileAnswer } from '../../../../dialogue/kinds/file.ts';
import { findColumns } from '../../../../shop/tables/find-columns.ts';
import { PRODUCT_COLUMNS } from '../../../../shop/tables/product-rows.ts';
import { readTable, tableKindOf } from '../../../../shop/tables/read-table.ts';
import { RESI_COLUMNS } from '../../../../shop/tables/resi-rows.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { importRefusal } from './import-refusal.ts';

const input = z.object({ berkas: z.array(fileAnswer).min(1) });
type Deps = Pick<OwnerShopDeps, 'readFile' | 'house'>;

/** Looks what a file is a list of, by its columns. */
export const lookAtTable = (deps: Deps): Action<z.infer<typeof input>, 'products' | 'resi' | 'unknown'> => ({
  name: 'look-at-table',
  kind: 'looks',
  input,
  outcomes: ['products', 'resi', 'unknown'],
  async run({ berkas }, { language }) {
    const id = berkas[0]?.file.id;
    const bytes = id === undefined ? undefined : await deps.readFile(id);
    if (!bytes) return { outcome: 'unknown', lines: [{ text: 'engine.berkas-gone' }] };
    const table = await readTable(bytes, tableKindOf(bytes));
    if (!table.ok) return { outcome: 'unknown', lines: [importRefusal(deps, table.error, language)] };
    // A list of resi has three columns of its own; one that only has skus is a list of goods.
    if (findColumns(table.value, RESI_COLUMNS, ['label', 'resi', 'courier'])) return { outcome: 'resi' };
    if (findColumns(table.value, PRODUCT_COLUMNS, ['sku'])) return { outcome: 'products' };
    return { outcome: 'unknown', lines: [{ text: 'toko.impor.kolom' }] };
  },
});
