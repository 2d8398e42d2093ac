import { readRupiah } from '../../core/money.ts';
import { cleanText, foldText } from '../../core/text.ts';
import type { Aliases, FoundColumns } from './find-columns.ts';
import type { RightCell, RowProblem } from './row-problem.ts';

/** One variant as a file tells it; what the file does not say stays as it is. */
export interface ProductRow {
  readonly row: number;
  readonly sku: string;
  readonly name?: string | undefined;
  readonly variant?: string | undefined;
  readonly category?: string | undefined;
  readonly description?: string | undefined;
  readonly price?: number | undefined;
  readonly cost?: number | undefined;
  readonly weightGrams?: number | undefined;
  readonly supplier?: string | undefined;
  readonly stock?: number | 'ask' | undefined;
}

export type ProductField = Exclude<keyof ProductRow, 'row'>;

/** The titles that shops and suppliers give these columns. */
export const PRODUCT_COLUMNS: Aliases<ProductField> = {
  sku: ['SKU', 'Kode', 'Kode Barang', 'Kode Produk', 'Kode SKU', 'Seller SKU', 'Nomor Referensi SKU', 'Item Code'],
  name: ['Nama', 'Nama Produk', 'Nama Barang', 'Produk', 'Barang', 'Product', 'Product Name', 'Name'],
  variant: ['Varian', 'Variasi', 'Nama Variasi', 'Variation', 'Variant', 'Warna Ukuran', 'Ukuran', 'Warna'],
  category: ['Kategori', 'Category', 'Jenis'],
  description: ['Deskripsi', 'Keterangan', 'Description'],
  price: ['Harga Jual', 'Harga', 'Price', 'Harga Jual (Rp)', 'Harga (Rp)', 'Price (Rp)'],
  cost: ['Harga Supplier', 'Harga Modal', 'Modal', 'HPP', 'Harga Beli', 'Harga Reseller', 'Harga Dropship', 'Cost'],
  weightGrams: ['Berat', 'Berat (gram)', 'Berat (gr)', 'Berat (g)', 'Berat Gram', 'Berat Produk', 'Weight', 'Gram'],
  supplier: ['Supplier', 'Pemasok', 'Vendor'],
  stock: ['Stok', 'Stock', 'Jumlah Stok', 'Sisa', 'Qty'],
};

export interface ProductRows {
  readonly rows: readonly ProductRow[];
  readonly problems: readonly RowProblem[];
}

/** Reads the rows of a product list; every wrong cell is told, and a list with one of them is applied to nothing. */
export function readProductRows(
  found: FoundColumns<ProductField>,
  supplierOf: (name: string) => string | undefined,
): ProductRows {
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  const rows = found.rows.map(({ n, cells }) => {
    const tell = (column: string, text: string, right: RightCell): undefined => {
      problems.push({ row: n, column, found: text.slice(0, 60), right });
    };
    const cell = <T>(field: ProductField, read: (text: string) => T | undefined, right: RightCell): T | undefined => {
      const at = found.columns.get(field);
      const text = at === undefined ? '' : cleanText(cells[at] ?? '');
      if (text === '') return undefined;
      return isFormula(text) ? tell(field, text, 'no-formula') : (read(text) ?? tell(field, text, right));
    };
    const sku = cell('sku', (text) => upTo(60)(text.toUpperCase()), 'shorter');
    if (sku === undefined && !problems.some((one) => one.row === n)) tell('sku', '', 'needed');
    if (sku !== undefined && seen.has(sku)) tell('sku', sku, 'one-row-each');
    if (sku !== undefined) seen.add(sku);
    return {
      row: n,
      sku: sku ?? '',
      name: cell('name', upTo(200), 'shorter'),
      variant: cell('variant', upTo(120), 'shorter'),
      category: cell('category', upTo(80), 'shorter'),
      description: cell('description', upTo(2_000), 'shorter'),
      price: cell('price', readRupiah, 'rupiah'),
      cost: cell('cost', readRupiah, 'rupiah'),
      weightGrams: cell('weightGrams', readGrams, 'grams'),
      supplier: cell('supplier', (text) => supplierOf(foldText(text)), 'known-supplier'),
      stock: cell('stock', readStock, 'stock'),
    };
  });
  return { rows, problems };
}

const upTo =
  (most: number) =>
  (text: string): string | undefined =>
    text.length > most ? undefined : text;

/** `350`, `350 gr`, `1,5 kg`, `1.200 gram`. */
function readGrams(text: string): number | undefined {
  const match = /^([\d.,]+)\s*(kg|kilo|gram|gr|g)?$/i.exec(text);
  if (!match) return undefined;
  const [, figure = '', unit = ''] = match;
  const kilos = /^k/i.test(unit);
  const value = kilos ? Number(figure.replace(',', '.')) * 1000 : readRupiah(figure.replace(/[.,]0+$/, ''));
  return value !== undefined && Number.isFinite(value) && value >= 1 && value <= 1_000_000
    ? Math.round(value)
    : undefined;
}

function readStock(text: string): number | 'ask' | undefined {
  if (/^(tanya|ask|ready|ada|cek|po|-)$/i.test(text)) return 'ask';
  if (/^(habis|kosong|sold out)$/i.test(text)) return 0;
  const units = readRupiah(text);
  return units !== undefined && units <= 10_000_000 ? units : undefined;
}

// A live formula in a text file was never computed; its text must not become a name or a price.
const isFormula = (text: string): boolean => text.startsWith('=');
