import { readCode } from '../../../../core/ids.ts';
import { foldText } from '../../../../core/text.ts';
import type { Product } from '../../../../shop/catalog/product.ts';
import type { Item, Shelf } from '../../../../shop/catalog/shelf.ts';

/** What words of the owner mean among all goods, those not on sale too. */
export type FoundGoods =
  | { readonly type: 'one'; readonly item: Item }
  | { readonly type: 'several'; readonly items: readonly Item[]; readonly product?: Product }
  | { readonly type: 'none' };

/** Finds goods by sku, by a product's code, or by words of name, variant and category. */
export function findGoods(shelf: Shelf, text: string): FoundGoods {
  const exact = shelf.item(text);
  if (exact) return { type: 'one', item: exact };
  const product = productOf(shelf, text);
  const items = product ? itemsOf(product) : searchGoods(shelf, text).flatMap(itemsOf).filter(fits(text));
  const [first] = items;
  if (!first) return { type: 'none' };
  return items.length === 1 ? { type: 'one', item: first } : { type: 'several', items, ...(product && { product }) };
}

/** Products by words, on sale or not: first those that hold every word, else what the catalogue's own search forgives. */
export function searchGoods(shelf: Shelf, text: string): readonly Product[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const names = new Map(shelf.everyCategory.map(({ _id, name }) => [_id, name]));
  const plain = shelf.all.filter((product) => {
    const hay = haystack([product.name, names.get(product.category) ?? '', ...product.variants.flatMap(variantWords)]);
    return words.every((word) => hay.includes(` ${word}`));
  });
  return plain.length > 0 ? plain : shelf.search(text);
}

/** The product that a code of the house names. */
export function productOf(shelf: Shelf, text: string): Product | undefined {
  const code = readCode(text);
  return code === undefined ? undefined : shelf.product(code);
}

/** The variants of a product, each with it. */
const itemsOf = (product: Product): readonly Item[] => product.variants.map((variant) => ({ product, variant }));

// "kaos hitam l" means one of the product's variants; where the words name no variant all of them are meant.
const fits =
  (text: string) =>
  ({ product, variant }: Item): boolean => {
    const named = wordsOf(text).filter((word) => !haystack([product.name, product.category]).includes(` ${word}`));
    const holds = (words: readonly string[]): boolean => named.every((word) => haystack(words).includes(` ${word}`));
    return holds(variantWords(variant)) || !product.variants.some((one) => holds(variantWords(one)));
  };

const variantWords = ({ name, sku }: { readonly name: string; readonly sku: string }): string[] => [name, sku];
const wordsOf = (text: string): readonly string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '');
const haystack = (parts: readonly string[]): string => ` ${foldText(parts.join(' '))}`;
