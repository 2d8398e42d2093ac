import type { List } from '../../../../dialogue/action.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { OwnerShopDeps } from '../deps.ts';

/** What stands for a shelf that is not there yet. */
export const NEW_SHELF = '+';

/** Every shelf there is, and a new one. */
export const allShelves =
  ({ catalog, house }: Pick<OwnerShopDeps, 'catalog' | 'house'>): List =>
  ({ language }) => {
    const shelves = catalog.snapshot().everyCategory.map(({ _id, name }) => ({ value: _id, label: name }));
    const fresh = { value: NEW_SHELF, label: sayIn(house, language)('toko.produk.rak-baru'), words: ['baru', 'new'] };
    return Promise.resolve([...shelves, fresh]);
  };

/** Suppliers that goods can come from. */
export const goodsSuppliers =
  ({ suppliers }: Pick<OwnerShopDeps, 'suppliers'>): List =>
  () =>
    Promise.resolve(suppliers.all().map(({ _id, name }) => ({ value: _id, label: name })));
