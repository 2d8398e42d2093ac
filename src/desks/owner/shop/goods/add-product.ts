import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { editRefusal } from './edit-refusal.ts';
import { NEW_SHELF } from './goods-lists.ts';
import { newProductInput, shelfId, variantsOf } from './new-product.ts';
import { productCard } from './product-card.ts';

const input = z.object(newProductInput);
type Deps = Pick<OwnerShopDeps, 'catalog' | 'staff' | 'house' | 'suppliers' | 'file' | 'keepFile'>;

/** Adds a product with its variants, on its shelf and on sale. */
export const addProduct = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'add-product',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run(told, at) {
    const { catalog } = deps;
    const picture = told.foto?.file.id;
    const category = await shelfOf(deps, told);
    const product = { name: told.nama, category, description: told.cerita ?? '', variants: variantsOf(told) };
    const added = await catalog.addProduct(
      { ...product, ...(picture !== undefined && { picture }) },
      { key: at.key, by: byOwner(deps.staff, at) },
    );
    if (!added.ok) return { outcome: 'refused', lines: [editRefusal(product.variants[0]?.sku ?? '', added.error)] };
    if (picture !== undefined) await deps.keepFile(picture, `products/${added.value._id}`);
    const card = await productCard(deps, added.value, at);
    return { outcome: 'done', lines: [{ text: 'toko.produk.ditambah', with: { nama: told.nama } }, card] };
  },
});

async function shelfOf({ catalog }: Deps, { rak, rak_baru: named }: z.infer<typeof input>): Promise<string> {
  const { everyCategory } = catalog.snapshot();
  const name = rak === NEW_SHELF ? (named ?? rak) : rak;
  const id = rak === NEW_SHELF ? shelfId(name) : rak;
  // A new shelf that is called like one there is, is that one.
  if (!everyCategory.some(({ _id }) => _id === id))
    await catalog.putCategory({ _id: id, name, rank: everyCategory.length + 1 });
  return id;
}
