import type { ProductEdit } from '../catalog/edit.ts';
import type { Variant } from '../catalog/product.ts';
import type { CurrentVariant } from './preview-import.ts';
import type { ProductRow } from './product-rows.ts';

/** The edits that make a variant what its row says; none where nothing differs. Pure. */
export function productEdits(
  row: ProductRow,
  now: CurrentVariant,
  categoryOf: (name: string) => string,
): ProductEdit[] {
  const { sku } = row;
  const edits: ProductEdit[] = [];
  const price = row.price !== undefined && row.price !== now.price ? row.price : undefined;
  const cost = row.cost !== undefined && row.cost !== now.cost ? row.cost : undefined;
  if (row.supplier !== undefined && row.supplier !== now.supplier)
    edits.push({ type: 'set_supplier', sku, supplier: row.supplier, cost: row.cost ?? now.cost });
  if (price !== undefined || cost !== undefined) edits.push({ type: 'set_price', sku, price, cost });
  if (row.weightGrams !== undefined && row.weightGrams !== now.weightGrams)
    edits.push({ type: 'set_weight', sku, weightGrams: row.weightGrams });
  if (row.stock === 'ask' && now.stock !== 'ask') edits.push({ type: 'ask_stock', sku });
  if (typeof row.stock === 'number' && row.stock !== now.stock)
    edits.push({ type: 'set_stock', sku, units: row.stock });
  const name = row.name !== now.name ? row.name : undefined;
  const category = row.category !== undefined && row.category !== now.category ? categoryOf(row.category) : undefined;
  const description = row.description !== now.description ? row.description : undefined;
  if (name !== undefined || category !== undefined || description !== undefined)
    edits.push({ type: 'set_words', name, category, description });
  if (!now.active) edits.push({ type: 'set_active', sku, active: true });
  return edits;
}

/** Units of a counted variant with the held ones among them, as a list counts them. */
export const unitsOf = (variant: Variant): number | 'ask' =>
  variant.stock === 'ask' ? 'ask' : variant.available + variant.holds.reduce((sum, hold) => sum + hold.quantity, 0);
