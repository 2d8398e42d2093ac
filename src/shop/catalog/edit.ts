import type { FileId } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Change } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, withEntry } from '../history.ts';
import type { Product, Variant } from './product.ts';
import { asSku } from './shelf.ts';

/** What of a product can be changed; prices never touch orders that are placed already. */
export type ProductEdit =
  | {
      readonly type: 'set_price';
      readonly sku: string;
      readonly price?: number | undefined;
      readonly cost?: number | undefined;
    }
  /** So many units are there, the held ones among them. */
  | { readonly type: 'set_stock'; readonly sku: string; readonly units: number }
  /** Units more (or fewer) than before: a delivery, a return to the shelf. */
  | { readonly type: 'add_stock'; readonly sku: string; readonly units: number }
  /** Nobody counts this: the supplier is asked. */
  | { readonly type: 'ask_stock'; readonly sku: string }
  /** The supplier said whether it is there. */
  | { readonly type: 'said_stock'; readonly sku: string; readonly there: boolean }
  | { readonly type: 'set_active'; readonly sku?: string | undefined; readonly active: boolean }
  | { readonly type: 'set_supplier'; readonly sku: string; readonly supplier: string; readonly cost: number }
  | { readonly type: 'set_weight'; readonly sku: string; readonly weightGrams: number }
  | {
      readonly type: 'set_words';
      readonly name?: string | undefined;
      readonly description?: string | undefined;
      readonly category?: string | undefined;
    }
  | { readonly type: 'set_picture'; readonly picture: FileId }
  | { readonly type: 'add_variant'; readonly variant: NewVariant };

/** A variant as it is added: uncounted, or with so many units. */
export interface NewVariant {
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly cost: number;
  readonly weightGrams: number;
  readonly supplier: string;
  readonly stock: number | 'ask';
}

export interface EditRefused {
  readonly code: 'edit-refused';
  readonly why: 'no-such-sku' | 'bad-amount' | 'fewer-than-held' | 'sku-taken' | 'not-counted';
}

/** Decides an edit on the newest product: its fields and one entry of history; the same key changes nothing again. */
export function editProduct(
  product: Product,
  edit: ProductEdit,
  at: At & { readonly now: Date; readonly reason?: string | undefined },
): Result<Change<Product>, EditRefused> {
  if (knows(product.history, at.key)) return ok({ type: 'unchanged' });
  const edited = applied(product, edit, at.now);
  if (!edited.ok) return edited;
  const { key, by, now, reason } = at;
  const entry = nextEntry(product.history, {
    key,
    at: now,
    by,
    event: edit.type,
    reason,
    data: traceOf(product, edit),
  });
  const doc = { ...edited.value, changedAt: now, history: withEntry(product.history, entry) };
  return ok({ type: 'changed', doc, owes: [] });
}

/** A new variant as it is stored. */
export function variantOf(added: NewVariant, now: Date): Variant {
  const { stock, ...rest } = added;
  const counted = stock !== 'ask';
  return {
    ...rest,
    sku: asSku(added.sku),
    stock: counted ? 'counted' : 'ask',
    available: counted ? stock : 0,
    sold: 0,
    ...(counted && { stockCheckedAt: now }),
    holds: [],
    active: true,
  };
}

function applied(product: Product, edit: ProductEdit, now: Date): Result<Product, EditRefused> {
  switch (edit.type) {
    case 'set_price': {
      const { price, cost } = edit;
      if ([price, cost].some((amount) => amount !== undefined && !isRupiah(amount))) return refused('bad-amount');
      return onVariant(product, edit.sku, (variant) => ({
        ...variant,
        price: price ?? variant.price,
        cost: cost ?? variant.cost,
      }));
    }
    case 'set_stock':
      return counted(product, edit.sku, (held) => edit.units - held, now);
    case 'add_stock':
      return counted(product, edit.sku, (_, available) => available + edit.units, now);
    case 'ask_stock':
      return onVariant(product, edit.sku, (variant) => ({ ...variant, stock: 'ask', available: 0 }));
    case 'said_stock':
      return onVariant(product, edit.sku, (variant) => ({
        ...variant,
        said: edit.there ? 'there' : 'gone',
        stockCheckedAt: now,
      }));
    case 'set_active': {
      const { sku, active } = edit;
      return sku === undefined ? ok({ ...product, active }) : onVariant(product, sku, (v) => ({ ...v, active }));
    }
    case 'set_supplier':
      if (!isRupiah(edit.cost)) return refused('bad-amount');
      return onVariant(product, edit.sku, (v) => ({ ...v, supplier: edit.supplier, cost: edit.cost }));
    case 'set_weight':
      if (!Number.isInteger(edit.weightGrams) || edit.weightGrams < 1) return refused('bad-amount');
      return onVariant(product, edit.sku, (v) => ({ ...v, weightGrams: edit.weightGrams }));
    case 'set_words': {
      const { name, description, category } = edit;
      return ok({
        ...product,
        name: name ?? product.name,
        description: description ?? product.description,
        category: category ?? product.category,
      });
    }
    case 'set_picture':
      return ok({ ...product, picture: edit.picture });
    case 'add_variant': {
      const variant = variantOf(edit.variant, now);
      if (product.skus.includes(variant.sku)) return refused('sku-taken');
      return ok({ ...product, variants: [...product.variants, variant], skus: [...product.skus, variant.sku] });
    }
  }
}

function counted(
  product: Product,
  sku: string,
  availableOf: (held: number, available: number) => number,
  now: Date,
): Result<Product, EditRefused> {
  const old = product.variants.find((variant) => variant.sku === asSku(sku));
  if (!old) return refused('no-such-sku');
  const held = old.holds.reduce((sum, hold) => sum + hold.quantity, 0);
  const available = availableOf(held, old.available);
  if (!Number.isInteger(available)) return refused('bad-amount');
  if (available < 0) return refused('fewer-than-held');
  return onVariant(product, sku, (variant) => ({
    ...variant,
    stock: 'counted',
    available,
    sold: 0,
    stockCheckedAt: now,
  }));
}

function onVariant(product: Product, sku: string, edit: (variant: Variant) => Variant): Result<Product, EditRefused> {
  const wanted = asSku(sku);
  if (!product.variants.some((variant) => variant.sku === wanted)) return refused('no-such-sku');
  return ok({ ...product, variants: product.variants.map((v) => (v.sku === wanted ? edit(v) : v)) });
}

// What an auditor wants to see: the fields as they were and as they were set.
function traceOf(product: Product, edit: ProductEdit): { [name: string]: string | number | boolean } {
  const { type: _, ...fields } = edit;
  const sku = 'sku' in edit && edit.sku !== undefined ? asSku(edit.sku) : undefined;
  const before = product.variants.find((variant) => variant.sku === sku);
  const flat = Object.entries(fields).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const was = before && {
    priceBefore: before.price,
    costBefore: before.cost,
    availableBefore: before.available,
  };
  return { ...Object.fromEntries(flat), ...was };
}

const isRupiah = (amount: number): boolean => Number.isInteger(amount) && amount >= 0;

const refused = (why: EditRefused['why']): Result<never, EditRefused> => err({ code: 'edit-refused', why });
