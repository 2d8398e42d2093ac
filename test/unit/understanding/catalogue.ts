import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SearchProduct } from '../../../src/understanding/product-search.ts';

const Product = z
  .object({
    id: z.string(),
    name: z.string(),
    sku: z.string(),
    category: z.string(),
    variants: z.array(z.string()),
    words: z.array(z.string()),
  })
  .transform(({ variants, ...product }): SearchProduct => ({ ...product, variantNames: variants }));

/** The text of a file of test data. */
export const testData = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');

/** The goods of the demo shop. */
export const catalogue: readonly SearchProduct[] = z
  .array(Product)
  .parse(parse(testData('catalogue.yaml'), { schema: 'failsafe' }));
