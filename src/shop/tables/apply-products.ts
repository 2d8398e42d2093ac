import { keyOf, shortHash } from '../../core/ids.ts';
import { foldText } from '../../core/text.ts';
import type { At } from '../at.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Item } from '../catalog/shelf.ts';
import { knows } from '../history.ts';
import type { CurrentVariant } from './preview-import.ts';
import { productEdits, unitsOf } from './product-edits.ts';
import type { ProductRow } from './product-rows.ts';

/** What the import of products needs of the catalogue. */
export type ImportCatalog = Pick<Catalog, 'snapshot' | 'refresh' | 'addProduct' | 'edit' | 'putCategory'>;

/** The catalogue's variants as a list would tell them, by sku. */
export function currentVariants(catalog: Pick<Catalog, 'snapshot'>): ReadonlyMap<string, CurrentVariant> {
  const { all, everyCategory } = catalog.snapshot();
  const names = new Map(everyCategory.map(({ _id, name }) => [_id, name]));
  return new Map(
    all.flatMap((product) => product.variants.map((variant) => [variant.sku, currentOf({ product, variant }, names)])),
  );
}

function currentOf({ product, variant }: Item, categories: ReadonlyMap<string, string>): CurrentVariant {
  return {
    sku: variant.sku,
    name: product.name,
    variant: variant.name,
    category: categories.get(product.category) ?? product.category,
    description: product.description,
    price: variant.price,
    cost: variant.cost,
    weightGrams: variant.weightGrams,
    supplier: variant.supplier,
    stock: unitsOf(variant),
    active: variant.active && product.active,
  };
}

/** Applies rows to the catalogue; each by keys of its own, so a row applied again changes nothing. Returns what was refused. */
export async function applyProducts(
  catalog: ImportCatalog,
  rows: readonly ProductRow[],
  { key, by }: At,
): Promise<{ row: number; why: string }[]> {
  await catalog.refresh();
  await addCategories(catalog, rows);
  // Rows of one product go one after another, products side by side: they share the catalogue's reading.
  const products = new Map<string, ProductRow[]>();
  for (const row of rows) {
    const name = foldText(row.name ?? catalog.snapshot().item(row.sku)?.product.name ?? row.sku);
    products.set(name, [...(products.get(name) ?? []), row]);
  }
  const refused = await Promise.all(
    [...products.values()].map(async (group) => {
      const out: { row: number; why: string }[] = [];
      for (const row of group) {
        const why = await applyRow(catalog, row, { key: keyOf(key, row.row), by });
        if (why !== undefined) out.push({ row: row.row, why });
      }
      return out;
    }),
  );
  return refused.flat();
}

async function applyRow(catalog: ImportCatalog, row: ProductRow, { key, by }: At): Promise<string | undefined> {
  const shelf = catalog.snapshot();
  const item = shelf.item(row.sku);
  if (!item) return addRow(catalog, row, { key, by });
  // Added by this very row before a crash; what was sold since then must not come back.
  if (knows(item.product.history, keyOf(key, 'add'))) return undefined;
  const names = new Map(shelf.everyCategory.map(({ _id, name }) => [_id, name]));
  for (const edit of productEdits(row, currentOf(item, names), categoryId)) {
    // key: <import>/<row>/<edit>
    const done = await catalog.edit(item.product._id, edit, { key: keyOf(key, edit.type), by });
    if (!done.ok) return done.error.code === 'edit-refused' ? done.error.why : done.error.code;
  }
  return undefined;
}

async function addRow(catalog: ImportCatalog, row: ProductRow, { key, by }: At): Promise<string | undefined> {
  const { name, price, cost, weightGrams, supplier } = row;
  if (
    name === undefined ||
    price === undefined ||
    cost === undefined ||
    weightGrams === undefined ||
    supplier === undefined
  )
    return 'needed';
  const variant = {
    sku: row.sku,
    name: row.variant ?? '',
    price,
    cost,
    weightGrams,
    supplier,
    stock: row.stock ?? 'ask',
  };
  const there = catalog.snapshot().all.find((product) => foldText(product.name) === foldText(name));
  const at = { key: keyOf(key, 'add'), by };
  const done = there
    ? await catalog.edit(there._id, { type: 'add_variant', variant }, at)
    : await catalog.addProduct(
        { name, category: categoryId(row.category ?? ''), description: row.description ?? '', variants: [variant] },
        at,
      );
  if (done.ok) return undefined;
  return done.error.code === 'edit-refused' ? done.error.why : done.error.code;
}

async function addCategories(catalog: ImportCatalog, rows: readonly ProductRow[]): Promise<void> {
  const known = new Set(catalog.snapshot().everyCategory.map(({ _id }) => _id));
  const named = new Map(
    rows.flatMap(({ category }) => (category === undefined ? [] : [[categoryId(category), category]])),
  );
  let rank = known.size;
  for (const [_id, name] of named) if (!known.has(_id)) await catalog.putCategory({ _id, name, rank: ++rank });
}

/** The id of a category by its name: the same however it is written. */
function categoryId(name: string): string {
  const folded = foldText(name).replaceAll(' ', '-');
  return folded === '' ? 'lain' : folded.length <= 40 ? folded : shortHash(folded);
}
