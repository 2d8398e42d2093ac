import { describe, expect, it } from 'vitest';
import { findColumns } from '../../../../src/shop/tables/find-columns.ts';
import { type CurrentVariant, previewImport } from '../../../../src/shop/tables/preview-import.ts';
import { PRODUCT_COLUMNS, type ProductRows, readProductRows } from '../../../../src/shop/tables/product-rows.ts';

const supplierOf = (name: string): string | undefined => (name === 'grosir jaya' ? 'S1' : undefined);

function read(header: readonly string[], ...rows: readonly (readonly string[])[]): ProductRows {
  const table = [header, ...rows].map((cells, i) => ({ n: i + 1, cells }));
  const found = findColumns(table, PRODUCT_COLUMNS, ['sku']);
  if (!found) throw new Error('no header');
  return readProductRows(found, supplierOf);
}

const aVariant = (more: Partial<CurrentVariant> = {}): CurrentVariant => ({
  sku: 'A1',
  name: 'Kaos',
  variant: 'Merah',
  category: 'Baju',
  description: '',
  price: 50_000,
  cost: 30_000,
  weightGrams: 200,
  supplier: 'S1',
  stock: 'ask',
  active: true,
  ...more,
});
const current = (...variants: readonly CurrentVariant[]): ReadonlyMap<string, CurrentVariant> =>
  new Map(variants.map((variant) => [variant.sku, variant]));

describe('a product row', () => {
  it.each([
    ['Harga', 'Rp 10.000', { price: 10_000 }],
    ['Harga', '10,000', { price: 10_000 }],
    ['Harga', '10rb', { price: 10_000 }],
    ['Harga Modal', '7500', { cost: 7_500 }],
    ['Berat', '350 gr', { weightGrams: 350 }],
    ['Berat', '1,5 kg', { weightGrams: 1_500 }],
    ['Berat (gram)', '1.200', { weightGrams: 1_200 }],
    ['Stok', '12', { stock: 12 }],
    ['Stok', 'ready', { stock: 'ask' }],
    ['Stok', 'habis', { stock: 0 }],
    ['Supplier', 'Grosir  JAYA', { supplier: 'S1' }],
  ])('%s %j is read', (title, text, fields) => {
    expect(read(['SKU', title], ['a1', text])).toMatchObject({
      rows: [{ row: 2, sku: 'A1', ...fields }],
      problems: [],
    });
  });

  it.each([
    ['Harga', 'murah', 'rupiah'],
    ['Harga', '10.5', 'rupiah'],
    ['Harga', '-5000', 'rupiah'],
    ['Berat', 'ringan', 'grams'],
    ['Berat', '0', 'grams'],
    ['Stok', 'banyak', 'stock'],
    ['Supplier', 'Entah', 'known-supplier'],
    ['Nama', '=1+1', 'no-formula'],
    ['Nama', 'x'.repeat(201), 'shorter'],
  ])('%s %j is told as wrong with its row', (title, text, right) => {
    expect(read(['SKU', title], ['A1', text]).problems).toMatchObject([{ row: 2, right }]);
  });

  it('needs a sku, and each sku once', () => {
    expect(read(['SKU', 'Harga'], ['', '5'], ['A1', '5'], ['a1 ', '6']).problems).toMatchObject([
      { row: 2, column: 'sku', right: 'needed' },
      { row: 4, column: 'sku', found: 'A1', right: 'one-row-each' },
    ]);
  });
});

describe('the preview of an import', () => {
  it('tells what is new, dearer, cheaper, otherwise changed, unchanged and gone', () => {
    const { rows } = read(
      ['SKU', 'Nama', 'Harga', 'Harga Modal', 'Berat', 'Supplier'],
      ['NEW', 'Topi', '40000', '20000', '100', 'Grosir Jaya'],
      ['A1', 'Kaos', '50000', '35000', '', ''],
      ['A2', 'Kaos', '45000', '30000', '', ''],
      ['A3', 'Kaos Baru', '50000', '30000', '', ''],
      ['A4', 'Kaos', '50000', '30000', '200', 'grosir jaya'],
    );
    const now = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((sku) => aVariant({ sku, active: sku !== 'A6' }));
    expect(previewImport(rows, current(...now), now)).toMatchObject({
      added: ['NEW'],
      up: [{ sku: 'A1', what: 'cost', from: 30_000, to: 35_000, marginFrom: 20_000, marginTo: 15_000 }],
      down: [{ sku: 'A2', what: 'price', from: 50_000, to: 45_000, marginFrom: 20_000, marginTo: 15_000 }],
      changed: ['A3'],
      unchanged: 1,
      gone: ['A5'],
      losses: [],
      problems: [],
    });
  });

  it('warns of what would be sold at a loss, and asks for what a new product needs', () => {
    const { rows } = read(['SKU', 'Harga Modal'], ['A1', '60000'], ['NEW', '1000']);
    const preview = previewImport(rows, current(aVariant()));
    expect(preview.losses).toEqual(['A1', 'NEW']);
    expect(preview.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'name'],
      [3, 'price'],
      [3, 'weightGrams'],
      [3, 'supplier'],
    ]);
  });

  it('counts a product that comes back to the list as changed', () => {
    const { rows } = read(['SKU', 'Harga'], ['A1', '50000']);
    expect(previewImport(rows, current(aVariant({ active: false })))).toMatchObject({ changed: ['A1'], unchanged: 0 });
  });
});
