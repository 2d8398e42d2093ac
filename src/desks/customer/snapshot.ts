import type { Shelf } from '../../shop/catalog/shelf.ts';
import type { Couriers } from '../../shop/shipping/couriers.ts';
import { createProductSearch, type FindProduct } from '../../understanding/product-search.ts';

/** Facts of the shop held in memory that a customer's words are read against. */
export interface CustomerSnapshot {
  readonly shelf: Shelf;
  readonly couriers: Couriers;
  /** Finds products by what a customer calls them. */
  readonly find: FindProduct;
  /** A stock confirmed less than this ago counts as there. */
  readonly freshHours: number;
}

/** Creates the snapshot's reader; the search is built anew only when the shelf is another one. */
export function createSnapshot(deps: {
  readonly shelf: () => Shelf;
  readonly couriers: () => Couriers;
  readonly freshHours: () => number;
}): () => CustomerSnapshot {
  let built: { shelf: Shelf; find: FindProduct } | undefined;
  return () => {
    const shelf = deps.shelf();
    if (built?.shelf !== shelf) built = { shelf, find: searchOver(shelf) };
    return { shelf, find: built.find, couriers: deps.couriers(), freshHours: deps.freshHours() };
  };
}

const searchOver = (shelf: Shelf): FindProduct =>
  createProductSearch(
    shelf.products.map(({ _id, name, category, variants }) => ({
      id: _id,
      name,
      category: shelf.everyCategory.find((one) => one._id === category)?.name ?? '',
      sku: variants.map(({ sku }) => sku).join(' '),
      variantNames: variants.map((variant) => variant.name),
      words: [],
    })),
  );
