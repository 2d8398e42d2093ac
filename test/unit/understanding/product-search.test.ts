import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createProductSearch } from '../../../src/understanding/product-search.ts';
import { catalogue, testData } from './catalogue.ts';

const Searches = z.object({ found: z.array(z.tuple([z.string(), z.string()])), nothing: z.array(z.string()) });
const searches = Searches.parse(parse(testData('searches.yaml'), { schema: 'failsafe' }));
const find = createProductSearch(catalogue);

describe('product search', () => {
  it('puts the right product first in nearly all of sixty mistyped searches', () => {
    const wrong = searches.found.filter(([words, id]) => find(words)[0]?.id !== id);
    console.log(`searches: ${searches.found.length - wrong.length} of ${searches.found.length} right`);
    for (const [words, id] of wrong)
      console.log(
        `  ${words}: wanted ${id}, got ${find(words)
          .map((hit) => hit.id)
          .join(', ')}`,
      );
    expect(searches.found.length).toBeGreaterThanOrEqual(60);
    expect(wrong.length).toBeLessThanOrEqual(5);
  });

  it.each(searches.nothing)('finds nothing for %s', (words) => {
    expect(find(words).map((hit) => `${hit.id} ${hit.score}`)).toEqual([]);
  });

  it.each([
    ['kaos hitam xl', ['Hitam XL']],
    ['kaos item', ['Hitam S', 'Hitam M', 'Hitam L', 'Hitam XL', 'Hitam XXL']],
    ['sneakers 42', ['42']],
    ['kaos polos', []],
  ])('names the variants of %s', (words, variants) => {
    expect(find(words)[0]?.variants).toEqual(variants);
  });

  it('finds nothing in an empty shop and for an empty search', () => {
    expect(find('')).toEqual([]);
    expect(find('   ?!')).toEqual([]);
    expect(createProductSearch([])('kaos')).toEqual([]);
  });

  it('gives the best hit the highest score, between 0 and 1', () => {
    const scores = find('tas hitam').map((hit) => hit.score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });
});
