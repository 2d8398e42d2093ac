import MiniSearch, { type SearchResult } from 'minisearch';
import { foldText } from '../core/text.ts';
import { isQueryTalk, productWords, writtenTogether } from './product-words.ts';

/** A product as it is searched for. */
export interface SearchProduct {
  readonly id: string;
  readonly name: string;
  readonly variantNames: readonly string[];
  readonly sku: string;
  readonly category: string;
  /** Other words for it: what customers call it. */
  readonly words: readonly string[];
}

/** A product that some words may mean. */
export interface ProductHit {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1: how much of what was typed the product explains. */
  readonly score: number;
  /** The variants that fit the words best; empty when the words name none. */
  readonly variants: readonly string[];
}

/** Finds the products that some words may mean, best first. */
export type FindProduct = (words: string) => readonly ProductHit[];

/** Builds the search over the shop's products; it knows typing mistakes, slang, and words written apart or together. */
export function createProductSearch(products: readonly SearchProduct[], limit = 8): FindProduct {
  const byId = new Map(products.map((product) => [product.id, product]));
  // A word that is in the shop is meant as it stands: `hijau` is no mistyped `hijab`.
  const known = new Set(products.flatMap(textsOf).flatMap((text) => [...productWords(text)]));
  const index = new MiniSearch({
    fields: ['name', 'variants', 'sku', 'category', 'words'],
    tokenize: (text) => [...productWords(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 4, words: 3, sku: 4, variants: 1, category: 1 },
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 || known.has(term) ? false : term.length < 8 ? 1 : 2),
      prefix: (term) => term.length >= 3,
      weights: { fuzzy: 0.35, prefix: 0.6 },
    },
  });
  index.addAll(
    [...byId.values()].map(({ id, name, sku, category, variantNames, words }) => ({
      id,
      name,
      sku,
      category,
      variants: variantNames.join(' ; '),
      words: words.join(' ; '),
    })),
  );

  return remembered((words) => {
    const asked = wordsAsked(words);
    if (asked.length === 0) return [];
    return index
      .search(asked.join(' '))
      .map((result) => ({ result, explained: explained(result, asked) }))
      .filter(({ result, explained: share }) => share >= 0.34 && (share === 1 || namesIt(result, asked)))
      .map(({ result, explained: share }) => ({ result, rank: result.score * share }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .flatMap(({ result, rank }, _, ranked) => {
        const product = byId.get(String(result.id));
        const best = ranked[0]?.rank ?? rank;
        const score = explained(result, asked) * (rank / best);
        return product === undefined
          ? []
          : [{ id: product.id, name: product.name, score, variants: bestVariants(product, asked) }];
      });
  });
}

// One message is read by several readers, and each asks for the same words.
function remembered(find: FindProduct): FindProduct {
  const answers = new Map<string, readonly ProductHit[]>();
  return (text) => {
    const words = text.slice(0, LONGEST);
    const before = answers.get(words);
    if (before !== undefined) return before;
    if (answers.size >= REMEMBERED) answers.clear();
    const found = find(words);
    answers.set(words, found);
    return found;
  };
}

const REMEMBERED = 500;
// Longer than any name with all that people write around it; what is longer is a story, and its beginning says as much.
const LONGEST = 240;

const textsOf = ({ name, sku, category, variantNames, words }: SearchProduct): readonly string[] => [
  name,
  sku,
  category,
  ...variantNames,
  ...words,
];

const wordsAsked = (text: string): readonly string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !isQueryTalk(word));

/** The share of the asked words that the product has, in whatever spelling. */
function explained(result: SearchResult, asked: readonly string[]): number {
  const matched = new Set(result.queryTerms);
  const known = asked.filter((word, at) => {
    const before = asked[at - 1];
    const after = asked[at + 1];
    return (
      productWords(word).some((form) => matched.has(form)) ||
      (before !== undefined && matched.has(writtenTogether(before, word))) ||
      (after !== undefined && matched.has(writtenTogether(word, after)))
    );
  });
  return known.length / asked.length;
}

// A colour or a size alone names every product: something of the name, the code or the other words must be said.
function namesIt(result: SearchResult, asked: readonly string[]): boolean {
  const fields = new Set(Object.values(result.match).flat());
  return asked.length === 1 || ['name', 'words', 'sku', 'category'].some((field) => fields.has(field));
}

function bestVariants(product: SearchProduct, words: readonly string[]): readonly string[] {
  const asked = new Set(words.flatMap((word) => [...productWords(word)]));
  const scored = product.variantNames.map((name) => {
    const own = foldText(name).split(' ');
    return { name, fit: own.filter((word) => productWords(word).some((form) => asked.has(form))).length };
  });
  const best = Math.max(0, ...scored.map(({ fit }) => fit));
  return best === 0 ? [] : scored.filter(({ fit }) => fit === best).map(({ name }) => name);
}
