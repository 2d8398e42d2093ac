import type { Column } from './export-table.ts';
import type { CurrentVariant } from './preview-import.ts';

/** The columns of a product list: the same that an import reads, so that a list can go out, be changed and come in again. */
export const productColumns = (supplierName: (id: string) => string): readonly Column<CurrentVariant>[] => [
  { title: 'SKU', value: ({ sku }) => sku, width: 18 },
  { title: 'Nama', value: ({ name }) => name, width: 30 },
  { title: 'Varian', value: ({ variant }) => variant, width: 18 },
  { title: 'Kategori', value: ({ category }) => category },
  { title: 'Harga Jual', value: ({ price }) => price },
  { title: 'Harga Modal', value: ({ cost }) => cost },
  { title: 'Berat (gram)', value: ({ weightGrams }) => weightGrams },
  { title: 'Supplier', value: ({ supplier }) => supplierName(supplier), width: 20 },
  { title: 'Stok', value: ({ stock }) => (stock === 'ask' ? 'tanya' : stock) },
  { title: 'Deskripsi', value: ({ description }) => description, width: 40 },
];
