import type { Item } from '../../../../shop/catalog/shelf.ts';
import type { Column } from '../../../../shop/tables/export-table.ts';
import { unitsOf } from '../../../../shop/tables/product-edits.ts';
import type { OwnerShopDeps } from '../deps.ts';

/** A variant a row, under the titles that an import reads: the file may be changed in Excel and sent back. */
export function productColumns({
  catalog,
  suppliers,
}: Pick<OwnerShopDeps, 'catalog' | 'suppliers'>): readonly Column<Item>[] {
  const shelves = new Map(catalog.snapshot().everyCategory.map(({ _id, name }) => [_id, name]));
  return [
    { title: 'SKU', value: ({ variant }) => variant.sku, width: 20 },
    { title: 'Nama', value: ({ product }) => product.name, width: 30 },
    { title: 'Varian', value: ({ variant }) => variant.name, width: 18 },
    { title: 'Kategori', value: ({ product }) => shelves.get(product.category) ?? product.category, width: 18 },
    { title: 'Harga Jual', value: ({ variant }) => variant.price },
    { title: 'Harga Supplier', value: ({ variant }) => variant.cost },
    { title: 'Berat (gram)', value: ({ variant }) => variant.weightGrams },
    {
      title: 'Supplier',
      value: ({ variant }) => suppliers.known(variant.supplier)?.name ?? variant.supplier,
      width: 22,
    },
    { title: 'Stok', value: ({ variant }) => stockOf(variant) },
    { title: 'Deskripsi', value: ({ product }) => product.description, width: 50 },
    { title: 'Dijual', value: ({ product, variant }) => (product.active && variant.active ? 'ya' : 'tidak') },
    { title: 'Stok Dicek', value: ({ variant }) => variant.stockCheckedAt, width: 18 },
  ];
}

function stockOf(variant: Item['variant']): number | string {
  const units = unitsOf(variant);
  return units === 'ask' ? 'tanya' : units;
}
