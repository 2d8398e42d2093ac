import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { findColumns } from '../../../../src/shop/tables/find-columns.ts';
import { PRODUCT_COLUMNS } from '../../../../src/shop/tables/product-rows.ts';
import { readTable, tableKindOf } from '../../../../src/shop/tables/read-table.ts';

const csv = async (bytes: string | Uint8Array): Promise<unknown> => {
  const read = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'csv');
  return read.ok ? read.value.map(({ cells }) => cells) : read.error.code;
};

describe('a CSV', () => {
  it.each([
    ['semicolons', 'SKU;Harga\nA1;10.000\n'],
    ['commas', 'SKU,Harga\nA1,"10.000"\n'],
    ['tabs', 'SKU\tHarga\nA1\t10.000\n'],
    ['a BOM', '\uFEFFSKU;Harga\nA1;10.000\n'],
    ['Windows line ends', 'SKU;Harga\r\nA1;10.000\r\n'],
    ['no line end at the end', 'SKU;Harga\nA1;10.000'],
    ['empty lines', '\n\nSKU;Harga\n\nA1;10.000\n\n'],
    ['spaces and quotes', ' SKU ; "Harga"\n"A1" ; 10.000'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('SKU;Harga\nA1;10.000', 'utf16le')])],
  ])('with %s is read', async (_how, bytes) => {
    expect(await csv(bytes)).toEqual([
      ['SKU', 'Harga'],
      ['A1', '10.000'],
    ]);
  });

  it('says its own separator as Excel writes it', async () => {
    expect(await csv('sep=,\nA,B')).toEqual([
      ['sep=', ''],
      ['A', 'B'],
    ]);
  });

  it('in Windows-1252 keeps its accents', async () => {
    expect(await csv(Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x3b, 0x80]))).toEqual([['Café', '€']]);
  });

  it('keeps separators inside quotes, and the number that a row has in the file', async () => {
    const read = await readTable(Buffer.from('SKU;Nama\n\nA1;"Kaos; merah"\n'), 'csv');
    expect(read.ok && read.value.at(-1)).toEqual({ n: 3, cells: ['A1', 'Kaos; merah'] });
  });

  it.each([
    ['nothing in it', '', 'table-empty'],
    ['only separators', ';;;\n;;;\n', 'table-empty'],
    ['more than 100.000 rows', 'A\n'.repeat(100_001), 'table-too-many-rows'],
    ['more than 5 MB', 'A'.repeat(5 * 1024 * 1024 + 1), 'table-too-large'],
    ['a record without an end', `"${'A'.repeat(2 * 1024 * 1024)}`, 'table-not-readable'],
  ])('with %s is refused', async (_what, text, code) => {
    expect(await csv(text)).toBe(code);
  });
});

describe('an XLSX', () => {
  it('gives numbers as their digits, so that ids keep all of theirs and a fraction is no thousand', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'SKU' }, { value: 10_000 }, { value: 1.234 }, { value: true }, null],
      [{ value: '0123456789012345678' }, { value: 0.1 + 0.2 }, { value: 1e15 }],
    ]).toBuffer();
    const read = await readTable(bytes, 'xlsx');
    expect(read.ok && read.value.map(({ cells }) => cells.filter(Boolean))).toEqual([
      ['SKU', '10000', '1.2340', 'ya'],
      ['0123456789012345678', expect.stringMatching(/^0\.3000/), '1000000000000000'],
    ]);
  });

  it('is refused before anything is unpacked when it would unpack to too much', async () => {
    const packed = deflateRawSync(Buffer.alloc(90 * 1024 * 1024));
    const name = Buffer.from('xl/workbook.xml');
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(10, 8);
    sizes.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(4), sizes, name]);
    const central = Buffer.concat([
      Buffer.from('504b01021400140000000800', 'hex'),
      Buffer.alloc(4),
      sizes,
      Buffer.alloc(14),
      name,
    ]);
    const end = Buffer.alloc(22);
    end.write('504b0506', 'hex');
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(local.length + packed.length, 16);
    const bomb = Buffer.concat([local, packed, central, end]);
    expect(await readTable(bomb, 'xlsx')).toEqual({ ok: false, error: { code: 'table-too-large' } });
  });

  it('that is none is refused, not thrown', async () => {
    expect(await readTable(Buffer.from('PK\u0003\u0004 nothing'), 'xlsx')).toMatchObject({ ok: false });
  });
});

it('a file is told apart by its bytes, not by its name', async () => {
  expect(tableKindOf(Buffer.from('SKU;Harga'))).toBe('csv');
  expect(tableKindOf(await writeXlsxFile([[{ value: 'SKU' }]]).toBuffer())).toBe('xlsx');
});

describe('the header', () => {
  const rows = [
    { n: 1, cells: ['Daftar harga Toko Grosir, November'] },
    { n: 2, cells: ['Kode Barang', 'NAMA  barang', 'Harga (Rp)', 'Foto'] },
    { n: 3, cells: ['A1', 'Kaos', '10.000', 'x'] },
  ];

  it('is found below a title, by any of the names a column goes by', () => {
    const found = findColumns(rows, PRODUCT_COLUMNS, ['sku']);
    expect([...(found?.columns ?? [])]).toEqual([
      ['sku', 0],
      ['name', 1],
      ['price', 2],
    ]);
    expect(found?.rows.map((row) => row.n)).toEqual([3]);
    expect(found?.unknown).toEqual(['Foto']);
  });

  it('is not made up when a needed column is nowhere', () => {
    expect(findColumns(rows, PRODUCT_COLUMNS, ['sku', 'weightGrams'])).toBeUndefined();
  });
});
