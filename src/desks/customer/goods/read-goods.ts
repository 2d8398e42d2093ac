import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { Json } from '../../../core/json.ts';
import { foldText } from '../../../core/text.ts';
import { availabilityOf, type Product, type Variant } from '../../../shop/catalog/product.ts';
import { numberAt, numberTokens, readQuantity } from '../../../understanding/numbers.ts';
import { type OrderItem, readItems } from '../../../understanding/order-items.ts';
import type { ProductHit } from '../../../understanding/product-search.ts';
import { isQueryTalk, productWords } from '../../../understanding/product-words.ts';
import type { CustomerSnapshot } from '../snapshot.ts';
import { type GoodsLine, lineOf } from './goods-line.ts';

/** One thing a customer named, as far as it is understood: which products it may be, which of their variants, how many. */
const wantedShape = z
  .object({
    words: z.string(),
    /** Products that it may be; more than one is asked about. */
    products: z.array(z.string()).readonly(),
    /** Variants of the only product that fit the words; more than one is asked about. */
    skus: z.array(z.string()).readonly(),
    quantity: z.number().optional(),
    /** Words that no variant of the product has. */
    strange: z.string().optional(),
  })
  .readonly();
export type Wanted = z.infer<typeof wantedShape>;

/** The things a text names. A sku is taken at its word, everything else is searched for. */
export function readWanted(text: string, snapshot: CustomerSnapshot, now: Date): readonly Wanted[] {
  const lines = text.split('\n').map((line) => skuLine(line, snapshot) ?? line);
  const named = lines.filter((line) => typeof line === 'string').join('\n');
  const items = readItems(named, snapshot.find);
  // Words that name nothing we sell count only where they can be goods at all: alone, or with an amount.
  const goods = items.filter(({ products, qty }) => products.length > 0 || qty !== undefined || items.length === 1);
  const searched = goods.map((item) => wantedOf(item, snapshot, now));
  return [...lines.filter((line) => typeof line !== 'string'), ...searched];
}

/** The things that were read as items of an order. */
export const wantedOf = (item: OrderItem, snapshot: CustomerSnapshot, now: Date): Wanted => {
  const quantity = item.qty === undefined ? {} : { quantity: item.qty };
  const products = likely(item.products);
  const [only] = products;
  if (only === undefined || products.length > 1)
    return { words: item.text, products: products.map(({ id }) => id), skus: [], ...quantity };
  const product = snapshot.shelf.products.find(({ _id }) => _id === only.id);
  if (product === undefined) return { words: item.text, products: [], skus: [], ...quantity };
  return {
    words: item.text,
    products: [product._id],
    ...chosenOf(product, only.variants, item.text, snapshot, now),
    ...quantity,
  };
};

/** A product that was chosen, with the same words and amount. */
export function withProduct(wanted: Wanted, product: Product, snapshot: CustomerSnapshot, now: Date): Wanted {
  const named = snapshot.find(`${product.name} ${wanted.words}`).find(({ id }) => id === product._id);
  return {
    ...wanted,
    products: [product._id],
    ...chosenOf(product, named?.variants ?? [], wanted.words, snapshot, now),
  };
}

/** The line that a wanted thing is, once one variant and an amount are known. */
export function lineFrom(wanted: Wanted, snapshot: CustomerSnapshot): GoodsLine | undefined {
  const [sku] = wanted.skus;
  const item = sku === undefined || wanted.skus.length > 1 ? undefined : snapshot.shelf.buyable(sku);
  const { quantity } = wanted;
  // None, or a part of one, is no amount of goods: it is asked for like a missing one.
  if (item === undefined || quantity === undefined || !Number.isInteger(quantity) || quantity < 1) return undefined;
  return lineOf(item, quantity);
}

/** The variants of a product that are not known to be gone. */
export const variantsThere = (product: Product, { freshHours }: CustomerSnapshot, now: Date): readonly Variant[] =>
  product.variants.filter((variant) => availabilityOf(variant, now, freshHours).type !== 'gone');

/** An amount that a short reply says, with or without what it counts. */
export function amountIn(text: string): number | undefined {
  const plain = readQuantity(text);
  if (plain !== undefined) return plain;
  const words = numberTokens(text);
  const found = words.flatMap((_, at) => numberAt(words, at)?.value ?? []);
  return found.length === 1 ? found[0] : undefined;
}

/** What is still open of wanted things, as it is kept between two questions. */
export const keptShape = z
  .object({ done: z.array(z.unknown()).readonly(), open: z.array(wantedShape).readonly() })
  .readonly();

/** The same as something that can be stored. */
export const asKept = (done: readonly GoodsLine[], open: readonly Wanted[]): Json => ({
  done: done.map((line) => ({ ...line })),
  open: open.map(({ strange, quantity, ...wanted }) => ({
    ...wanted,
    ...(quantity !== undefined && { quantity }),
    ...(strange !== undefined && { strange }),
  })),
});

// `KAOS-HTM-L`, `KAOS-HTM-L x 2`, `2 KAOS-HTM-L`: a button's code, or somebody who knows our codes.
function skuLine(line: string, { shelf }: CustomerSnapshot): Wanted | undefined {
  const match = /^\s*(?:(\d{1,4})\s*x?\s+)?([\p{L}\d][\p{L}\d._/-]{1,39})(?:\s*[x*:]?\s*(\d{1,4}))?\s*$/iu.exec(line);
  const item = match?.[2] === undefined ? undefined : shelf.buyable(match[2]);
  const amount = match?.[1] ?? match?.[3];
  if (item !== undefined) {
    const { product, variant } = item;
    return {
      words: variant.sku,
      products: [product._id],
      skus: [variant.sku],
      ...(amount !== undefined && { quantity: Number(amount) }),
    };
  }
  return undefined;
}

// Hits that explain as much as the best one may each be meant; the others are only near.
function likely(hits: readonly ProductHit[]): readonly ProductHit[] {
  const [best] = hits;
  return best === undefined ? [] : hits.filter(({ score }) => score >= best.score * 0.92).slice(0, 6);
}

// The variants that the words name. A colour that there is none of, or that is gone, is said before the others are offered.
function chosenOf(
  product: Product,
  names: readonly string[],
  words: string,
  snapshot: CustomerSnapshot,
  now: Date,
): Pick<Wanted, 'skus' | 'strange'> {
  const there = variantsThere(product, snapshot, now);
  const fitting = names.length === 0 ? there : there.filter(({ name }) => names.includes(name));
  if (names.length > 0 && fitting.length === 0 && there.length > 0)
    return { skus: [], strange: names.slice(0, 2).join(' / ') };
  if (there.length < 2) return { skus: fitting.map(({ sku }) => sku) };
  const strange = strangeWords(product, words, snapshot);
  if (strange.length === 0) return { skus: fitting.map(({ sku }) => sku) };
  // Where the size alone fits, one variant left is no reason to send another colour than was asked for.
  const offered = names.length === 0 || fitting.length < 2 ? [] : fitting.map(({ sku }) => sku);
  return { skus: offered, strange: strange.join(' ') };
}

/** Colours and sizes that a product does not come in; whatever else stands beside its name is talk. */
export function strangeWords(product: Product, words: string, { shelf }: CustomerSnapshot): readonly string[] {
  const known = new Set(productWords([product.name, ...product.variants.map(({ name }) => name)].join(' ; ')));
  const elsewhere = new Set(
    shelf.products.flatMap(({ variants }) => variants.flatMap(({ name }) => productWords(name))),
  );
  const asked = foldText(words)
    .split(' ')
    .filter((word) => word !== '' && !isQueryTalk(word))
    .filter((word) => COLOURS.has(word) || productWords(word).some((form) => elsewhere.has(form)));
  return asked.filter((word) => !productWords(word).some((form) => [...known].some((one) => near(one, form))));
}

const COLOURS: ReadonlySet<string> = new Set(
  `hitam item putih merah biru hijau ijo kuning ungu pink oranye orange abu coklat cokelat krem cream navy dongker toska tosca mocca moka maroon
  marun mustard lilac sage army olive salem peach beige khaki emas gold silver perak magenta burgundy nude milo terracotta black white red blue
  green yellow purple brown grey gray xs xl xxl xxxl`.split(/\s+/),
);

// A typing mistake in the product's own name is no other colour.
const near = (one: string, other: string): boolean =>
  distance(one, other) <= Math.floor(Math.max(one.length, other.length) / 4);
