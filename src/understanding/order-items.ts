import { foldText } from '../core/text.ts';
import { type ItemWord, itemWords } from './item-words.ts';
import type { FindProduct, ProductHit } from './product-search.ts';
import { isQueryTalk, productWords } from './product-words.ts';

/** One thing that a person orders: their words, the amount if they said one, and the products it may be. */
export interface OrderItem {
  readonly text: string;
  readonly qty?: number;
  readonly products: readonly ProductHit[];
}

/** Reads a list of things: lines, commas, `sama`, `dan`, or one after another with their amounts. */
export function readItems(text: string, findProduct: FindProduct): readonly OrderItem[] {
  const items: OrderItem[] = [];
  for (const segment of text.split(LIST)) {
    if (items.length >= MOST_ITEMS) break;
    for (const words of splitAtAmounts(itemWords(segment), findProduct)) {
      const item = readItem(words, findProduct, items.at(-1));
      if (item === undefined) continue;
      const last = items.at(-1);
      // `lampu bulan masih ada? mau 1`: an amount alone belongs to what was named before it.
      if (item.text === '' && last !== undefined && last.qty === undefined)
        items.splice(-1, 1, { ...last, ...amountOf(item) });
      else if (item.text !== '') items.push(item);
    }
  }
  return withoutSums(items);
}

/** More than an order takes: nobody waits while the rest of a list without end is read. */
const MOST_ITEMS = 60;

// `masker 5 (2 green tea, 3 madu)`: the five are the two and the three.
function withoutSums(items: readonly OrderItem[]): readonly OrderItem[] {
  return items.filter((item, at) => {
    const same = items.slice(at + 1).filter((other) => other.products[0]?.id === item.products[0]?.id);
    const sum = same.reduce((total, { qty }) => total + (qty ?? 0), 0);
    const isSum =
      item.qty !== undefined && item.products[0]?.variants.length === 0 && same.length > 1 && sum === item.qty;
    return !isSum;
  });
}

const amountOf = ({ qty }: OrderItem): { qty?: number } => (qty === undefined ? {} : { qty });

const LIST =
  /\n|;|\((?=\s*\d+\s\p{L}{3})|[?!]+|(?<!\d),|,(?!\d)|\s[+&]\s|\s*\+\s*|(?<=\p{L}{4})\.(?=\s|$)|\s(?:sama|dan|plus|sm|terus|trus|and|serta)\s(?!dengan|kayak|seperti)/iu;
// `2 kaos 1 totebag` and `kaos 2 totebag 1`: cut before or behind the amounts, where both sides name a product.
function splitAtAmounts(words: readonly ItemWord[], findProduct: FindProduct): readonly (readonly ItemWord[])[] {
  const named = words.slice(words.findIndex((word) => !isQueryTalk(word.key) || word.amount !== undefined));
  const before = named[0]?.amount !== undefined;
  const cuts = words.flatMap((word, at) => (word.amount === undefined ? [] : [before ? at : at + word.amount.used]));
  const found: (readonly ItemWord[])[] = [];
  let from = 0;
  for (const [at, cut] of cuts.entries()) {
    const left = words.slice(from, cut);
    if (names(left.slice(-NAME), findProduct) && names(words.slice(cut, cuts[at + 1]).slice(0, NAME), findProduct)) {
      found.push(left);
      from = cut;
    }
  }
  return [...found, words.slice(from)];
}

// More words than the name of a thing has.
const NAME = 12;

const names = (words: readonly ItemWord[], findProduct: FindProduct): boolean => {
  const said = words.filter(
    (word) =>
      word.amount === undefined && word.counted !== true && !isQueryTalk(word.key) && /\p{L}{2}/u.test(word.key),
  );
  const [hit] = said.length === 0 ? [] : findProduct(said.map((word) => word.text).join(' '));
  // `item`, `XL`: a variant's name alone says which, not what.
  const variants = new Set(hit?.variants.flatMap((name) => [...productWords(name)]));
  return (
    hit !== undefined &&
    hit.score >= 0.5 &&
    !said.every((word) => productWords(word.key).some((form) => variants.has(form)))
  );
};

function readItem(
  words: readonly ItemWord[],
  findProduct: FindProduct,
  previous: OrderItem | undefined,
): OrderItem | undefined {
  const all = words.map((word) => word.text).join(' ');
  const qty = chooseAmount(words, findProduct(all)[0]);
  const text = nameOf(words, qty?.at);
  if (text === '' && qty === undefined) return undefined;
  const item = { text, ...(qty !== undefined && { qty: qty.value }) };
  if (text === '') return { ...item, products: [] };
  // `putih 2` behind a tumbler is a white tumbler, whatever else is white.
  const products = names(words, findProduct) ? findProduct(text) : [];
  if (products.length > 0) return { ...item, products };
  return sameProduct(item, previous, findProduct) ?? { ...item, products: findProduct(text) };
}

// `kaos hitam L 2, putih M 1`: the second names only another variant of the first.
function sameProduct(
  item: { text: string; qty?: number },
  previous: OrderItem | undefined,
  findProduct: FindProduct,
): OrderItem | undefined {
  const product = previous?.products[0];
  if (product === undefined) return undefined;
  const text = `${product.name} ${item.text}`;
  const [hit] = findProduct(text);
  const named = hit?.id === product.id && hit.variants.length > 0 && hit.score > 0.6;
  return named ? { ...item, text, products: [hit] } : undefined;
}

function chooseAmount(
  words: readonly ItemWord[],
  product: ProductHit | undefined,
): { at: number; value: number } | undefined {
  const variantWords = new Set(product?.variants.map((name) => foldText(name)));
  const all = words.flatMap(({ key, amount }, at) => (amount === undefined ? [] : [{ at, key, ...amount }]));
  const sure = all.filter((one) => one.sure);
  if (sure.length === 1) return sure[0];
  const free = all.filter((one) => !variantWords.has(one.key));
  const left = free.length > 0 || all.length < 2 ? free : all.slice(-1);
  if (left.length <= 1) return left[0];
  return left.find((one) => one.at + one.used === words.length) ?? left.find((one) => one.at === 0);
}

// The person's words without the amount and without the talk around them.
function nameOf(words: readonly ItemWord[], amountAtWord: number | undefined): string {
  const used = amountAtWord === undefined ? 0 : (words[amountAtWord]?.amount?.used ?? 0);
  const kept = words.filter((_, at) => amountAtWord === undefined || at < amountAtWord || at >= amountAtWord + used);
  const first = kept.findIndex((word) => !isQueryTalk(word.key));
  const last = kept.findLastIndex((word) => !isQueryTalk(word.key));
  return first === -1
    ? ''
    : kept
        .slice(first, last + 1)
        .map((word) => word.text.replace(/^[.,'"]+|[.,'"]+$/g, ''))
        .join(' ');
}
