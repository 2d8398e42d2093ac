import { z } from 'zod';
import { foldText } from '../../../../core/text.ts';
import { fileAnswer } from '../../../../dialogue/kinds/file.ts';
import type { NewVariant } from '../../../../shop/catalog/edit.ts';
import { asSku } from '../../../../shop/catalog/shelf.ts';
import { priceFor } from './margin.ts';
import { priceWish } from './price-input.ts';
import { variantLine } from './variant-lines.ts';

/** A new product as it was told step by step. */
export const newProductInput = {
  nama: z.string(),
  /** The id of a shelf, or `+` for the new one. */
  rak: z.string(),
  rak_baru: z.string().optional(),
  varian: z.array(variantLine).optional(),
  modal: z.number().int().min(0),
  harga: priceWish,
  berat: z.number().int().min(1),
  pemasok: z.string(),
  stok: z.union([z.number().int().min(0), z.literal('tanya')]),
  sku: z.string().optional(),
  cerita: z.string().optional(),
  // A photo that came with the command stands in a list.
  foto: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), fileAnswer).optional(),
};
const whole = z.object(newProductInput);
export type NewProductTold = z.infer<typeof whole>;

/** The variants as they are added: a sku each, made from the product's where only that was said. */
export function variantsOf(told: NewProductTold): readonly NewVariant[] {
  const { varian = [], modal: cost, berat: weightGrams, pemasok: supplier } = told;
  const stock = told.stok === 'tanya' ? 'ask' : told.stok;
  const base = asSku(told.sku ?? skuFrom(told.nama));
  const common = { cost, weightGrams, supplier, stock } as const;
  if (varian.length === 0) return [{ ...common, sku: base, name: '', price: priceFor(told.harga, cost) }];
  return varian.map(({ nama, harga }, i) => ({
    ...common,
    sku: `${base}-${shortOf(nama, varian, i)}`,
    name: nama,
    price: priceFor(harga ?? told.harga, cost),
  }));
}

/** The id of a category by its name: the same however it is written. */
export const shelfId = (name: string): string => foldText(name).replaceAll(' ', '-').slice(0, 40) || 'lain';

// `Tas Kanvas Besar` is TAS-KANVAS-BESAR, cut to what fits on a button.
const skuFrom = (name: string): string => foldText(name).split(' ').slice(0, 3).join('-').slice(0, 24) || 'BARANG';

// The first letters of each word tell variants apart; where they do not, the number does.
function shortOf(name: string, all: readonly { readonly nama: string }[], i: number): string {
  const short = (text: string): string =>
    foldText(text)
      .split(' ')
      .map((word) => word.slice(0, 4))
      .join('')
      .toUpperCase();
  const own = short(name);
  const taken = all.some(({ nama }, at) => at !== i && short(nama) === own);
  return own === '' || taken ? `${own}${i + 1}` : own;
}
