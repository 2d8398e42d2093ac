import { z } from 'zod';
import type { Item } from '../../../shop/catalog/shelf.ts';

/** One thing in an order as it is collected in the chat: with the name and price that the customer saw. */
export const goodsLineShape = z
  .object({ sku: z.string(), name: z.string(), quantity: z.number().int().min(1), price: z.number() })
  .readonly();
export type GoodsLine = z.infer<typeof goodsLineShape>;

/** The goods that stand in an answer; what cannot be read as goods is left out. */
export const goodsIn = (value: unknown): readonly GoodsLine[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const read = goodsLineShape.safeParse(one);
    return read.success ? [read.data] : [];
  });

/** So many of a variant, at today's price. */
export const lineOf = ({ product, variant }: Item, quantity: number): GoodsLine => ({
  sku: variant.sku,
  name: goodsName(product.name, variant.name),
  quantity,
  price: variant.price,
});

/** What goods are called in the chat: `Kaos Polos (Hitam, L)`. */
export const goodsName = (product: string, variant: string): string =>
  variant === '' ? product : `${product} (${variant})`;

/** Goods in one line of words: `2 x Kaos Polos (Hitam, L), 1 x Topi`. */
export const goodsInWords = (
  lines: readonly { readonly name: string; readonly variant?: string; readonly quantity: number }[],
): string => lines.map(({ name, variant = '', quantity }) => `${quantity} x ${goodsName(name, variant)}`).join(', ');

/** The lines with one more; the same goods become one line. */
export function withLine(lines: readonly GoodsLine[], added: GoodsLine): readonly GoodsLine[] {
  const there = lines.some(({ sku }) => sku === added.sku);
  if (!there) return [...lines, added];
  return lines.map((line) => (line.sku === added.sku ? { ...added, quantity: line.quantity + added.quantity } : line));
}
