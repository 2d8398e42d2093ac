import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type FileId, keyOf } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { Catalog } from '../shop/catalog/catalog.ts';
import { HOUSE } from '../shop/history.ts';
import type { Settings } from '../shop/settings/settings.ts';
import type { SupplierEdit } from '../shop/suppliers/change-supplier.ts';
import type { Suppliers } from '../shop/suppliers/suppliers.ts';
import type { Files } from '../store/files.ts';
import { DEMO_PRODUCTS, type DemoProduct } from './demo-products.ts';
import { DEMO_CATEGORIES, DEMO_PROFILE, DEMO_SUPPLIERS, type DemoSupplier } from './demo-shop.ts';

/** The rooms that the demo shop is put into. */
export interface SeedDemoDeps {
  readonly catalog: Pick<Catalog, 'addProduct' | 'putCategory' | 'refresh' | 'snapshot'>;
  readonly settings: Pick<Settings, 'read' | 'change'>;
  readonly suppliers: Pick<Suppliers, 'add' | 'change'>;
  readonly files: Pick<Files, 'put'>;
}

/** Fills an empty shop with goods, suppliers, accounts and pictures; run again it changes nothing that the owner changed. */
export async function seedDemo({ catalog, settings, suppliers, files }: SeedDemoDeps): Promise<void> {
  if ((await settings.read()).rev === 0) {
    await settings.change(DEMO_PROFILE, { key: keyOf('demo', 'profile'), by: HOUSE });
  }
  const ids = new Map<DemoSupplier['id'], string>();
  for (const supplier of DEMO_SUPPLIERS) ids.set(supplier.id, await seedSupplier(supplier, suppliers));
  await catalog.refresh();
  const { all, everyCategory } = catalog.snapshot();
  const shelves = new Set(everyCategory.map(({ _id }) => _id));
  for (const category of DEMO_CATEGORIES) if (!shelves.has(category._id)) await catalog.putCategory(category);
  const there = new Set(all.map((product) => product.key));
  for (const product of DEMO_PRODUCTS) {
    const { picture, name, category, description, price, cost, weightGrams } = product;
    // key: demo/product/<picture>
    const key = keyOf('demo', 'product', picture);
    if (there.has(key)) continue;
    const supplier = ids.get(product.supplier) ?? product.supplier;
    const variants = product.variants.map(([sku, variant, stock, other]) => ({
      sku,
      name: variant,
      stock,
      price: other?.price ?? price,
      cost: other?.cost ?? cost,
      weightGrams,
      supplier,
    }));
    const drawn = await seedPicture(picture, files);
    done(await catalog.addProduct({ name, category, description, picture: drawn, variants }, { key, by: HOUSE }));
  }
}

async function seedSupplier(supplier: DemoSupplier, suppliers: SeedDemoDeps['suppliers']): Promise<string> {
  const key = keyOf('demo', 'supplier', supplier.id);
  const { _id } = done(await suppliers.add(supplier.name, { key, by: HOUSE }));
  const edits: readonly SupplierEdit[] = [
    { type: 'set_contact', email: supplier.email },
    { type: 'set_origin', origin: supplier.origin },
    { type: 'set_couriers', couriers: supplier.couriers },
    { type: 'set_cut_off', at: supplier.cutOff },
  ];
  for (const edit of edits) done(await suppliers.change(_id, edit, { key: keyOf(key, edit.type), by: HOUSE }));
  return _id;
}

/** Draws a picture of `pictures/` as PNG, the kind that every channel shows, and stores it. */
async function seedPicture(picture: DemoProduct['picture'], files: Pick<Files, 'put'>): Promise<FileId> {
  const drawing = await readFile(new URL(`pictures/${picture}.svg`, import.meta.url));
  const png = await sharp(drawing).resize(640, 640).png({ palette: true }).toBuffer();
  return files.put(png, { mime: 'image/png', name: `${picture}.png`, about: ['demo'] });
}

function done<T, E extends { readonly code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`the demo shop cannot be filled: ${JSON.stringify(result.error)}`);
  return result.value;
}
