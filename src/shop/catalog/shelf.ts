import MiniSearch from 'minisearch';
import { foldText } from '../../core/text.ts';
import type { Category, Product, Variant } from './product.ts';

/** One variant with the product it belongs to. */
export interface Item {
  readonly product: Product;
  readonly variant: Variant;
}

/** The whole catalogue in memory, for reading: parsers, lists and searches ask it without a trip to the store. */
export interface Shelf {
  /** Every product, the inactive ones too; the owner's view. */
  readonly all: readonly Product[];
  /** What customers see, in the order of categories and names. */
  readonly products: readonly Product[];
  /** Categories with at least one product that customers see. */
  readonly categories: readonly Category[];
  /** Every category there is. */
  readonly everyCategory: readonly Category[];
  product(id: string): Product | undefined;
  /** A variant by its sku, as typed (any case); inactive ones too. */
  item(sku: string): Item | undefined;
  /** A variant that customers can buy now, by its sku as typed. */
  buyable(sku: string): Item | undefined;
  inCategory(category: string): readonly Product[];
  /** Products by words of their name, variants, category or sku; typing mistakes forgiven, best first. */
  search(words: string, limit?: number): readonly Product[];
}

/** Builds the shelf out of what the store holds; `hidden` suppliers' variants are not shown to customers. */
export function buildShelf(
  categories: readonly Category[],
  products: readonly Product[],
  hidden: ReadonlySet<string> = new Set(),
): Shelf {
  const ranked = categories.toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
  const rankOf = new Map(ranked.map(({ _id }, rank) => [_id, rank]));
  const place = ({ category }: Product): number => rankOf.get(category) ?? ranked.length;
  const all = products.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
  const open = all.map((product) => visible(product, hidden)).filter((product) => product !== undefined);
  const byId = new Map(all.map((product) => [product._id, product]));
  const items = itemsBySku(all);
  const openItems = itemsBySku(open);
  const index = indexOf(open, ranked);
  const openById = new Map(open.map((product) => [product._id, product]));
  return {
    all,
    products: open,
    categories: ranked.filter(({ _id }) => open.some(({ category }) => category === _id)),
    everyCategory: ranked,
    product: (id) => byId.get(id),
    item: (sku) => items.get(asSku(sku)),
    buyable: (sku) => openItems.get(asSku(sku)),
    inCategory: (category) => open.filter((product) => product.category === category),
    search(words, limit = 10) {
      const exact = openItems.get(asSku(words));
      if (exact) return [exact.product];
      const found = index.search(foldText(words)).flatMap(({ id }) => openById.get(String(id)) ?? []);
      return found.slice(0, limit);
    },
  };
}

/** The one writing of a sku: upper case, no spaces around. */
export const asSku = (text: string): string => text.trim().toUpperCase();

function visible(product: Product, hidden: ReadonlySet<string>): Product | undefined {
  if (!product.active) return undefined;
  const variants = product.variants.filter(({ active, supplier }) => active && !hidden.has(supplier));
  return variants.length > 0 ? { ...product, variants } : undefined;
}

const itemsBySku = (products: readonly Product[]): ReadonlyMap<string, Item> =>
  new Map(products.flatMap((product) => product.variants.map((variant) => [variant.sku, { product, variant }])));

function indexOf(products: readonly Product[], categories: readonly Category[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['name', 'variants', 'category', 'skus', 'description'],
    processTerm: (term) => foldText(term).replaceAll(' ', ''),
    searchOptions: {
      boost: { name: 4, skus: 3, variants: 2, category: 1.5 },
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= 4 ? 0.25 : false),
      combineWith: 'AND',
    },
  });
  const categoryName = new Map(categories.map(({ _id, name }) => [_id, name]));
  index.addAll(
    products.map((product) => ({
      id: product._id,
      name: foldText(product.name),
      variants: foldText(product.variants.map(({ name }) => name).join(' ')),
      category: foldText(categoryName.get(product.category) ?? ''),
      skus: product.skus.join(' '),
      description: foldText(product.description),
    })),
  );
  return index;
}
