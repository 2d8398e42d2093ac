import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asChatId, keyOf } from '../../../../src/core/ids.ts';
import { createCustomers } from '../../../../src/shop/customers/customers.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { createExports, type ExportName, type MakeExport } from '../../../../src/shop/tables/exports.ts';
import { createImports } from '../../../../src/shop/tables/imports.ts';
import { readTable } from '../../../../src/shop/tables/read-table.ts';
import { ADDRESS } from '../../../support/an-order.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const loaded = loadCouriers({ file: 'couriers.yaml', text });
const couriers = loaded.ok ? loaded.value : [];

let core: ShopCore;
let make: MakeExport;
beforeEach(async () => {
  core = await openShopCore();
  const customers = createCustomers(core.deps);
  await core.deps.ready();
  make = createExports({
    ...core,
    customers,
    cases: { list: () => Promise.resolve([]) },
    couriers: () => couriers,
    supplierName: (id) => (id === 'sup-1' ? 'Grosir' : id),
    zone: 'Asia/Jakarta',
    now: () => core.deps.clock.now(),
  });
  await core.addProduct({ sku: 'TAS-1', name: 'Merah' }, { sku: 'TAS-2', stock: 'ask' });
  const met = await customers.met(
    { chat: asChatId('telegram/b/1'), name: '=HYPERLINK("x")', phone: '+6281234567890' },
    keyOf('a'),
  );
  await core.place({
    customer: met._id,
    lines: [
      { sku: 'TAS-1', quantity: 2 },
      { sku: 'TAS-2', quantity: 1 },
    ],
    note: '@SUM(A1)',
    recipient: { ...ADDRESS, recipient: '+cmd' },
  });
});
afterEach(() => core.deps.close());

const read = async (what: ExportName, kind: 'csv' | 'xlsx') => {
  const file = await make(what, kind);
  const table = await readTable(file.bytes, kind);
  if (!table.ok) throw new Error(table.error.code);
  const [head, ...rows] = table.value.map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries((head ?? []).map((title, i) => [title, cells[i] ?? ''])));
};

describe.each(['csv', 'xlsx'] as const)('an export as %s', (kind) => {
  it('of orders has a row a line, with the money of the whole order once', async () => {
    const rows = await read('orders', kind);
    expect(rows).toMatchObject([
      {
        SKU: 'TAS-1',
        Varian: 'Merah',
        Jumlah: '2',
        Harga: '50000',
        Ongkir: '18000',
        'Nama Pelanggan': '+cmd',
        'No HP': '081234567890',
        Supplier: 'Grosir',
        'Harga Supplier': '35000',
        Kurir: 'JNE REG',
        'Status Bayar': 'unpaid',
        Catatan: '@SUM(A1)',
      },
      { SKU: 'TAS-2', Jumlah: '1', Ongkir: '', Total: '' },
    ]);
  });

  it('of customers shows who may be written to', async () => {
    expect(await read('customers', kind)).toMatchObject([
      { Nama: '=HYPERLINK("x")', 'No HP': '081234567890', 'Setuju Promo': 'tidak' },
    ]);
  });

  it('of products comes in again unchanged', async () => {
    const { files, catalog, orders, deps } = core;
    const imports = createImports({
      ...deps,
      files,
      catalog,
      targets: {
        orders,
        purchases: { named: () => Promise.resolve([]), answer: () => Promise.reject(new Error('none')) },
      },
      readAgainst: () => ({ couriers, supplierOf: (name) => (name === 'grosir' ? 'sup-1' : undefined) }),
    });
    await deps.ready();
    const { bytes, mime, name } = await make('products', kind);
    const file = await files.put(bytes, { mime, name, about: ['test/1'] });
    const found = await imports.check({ file, kind: 'products' }, { key: keyOf('i'), by: OWNER });
    expect(found.ok && found.value.preview).toMatchObject({ added: [], up: [], down: [], changed: [], unchanged: 2 });
  });
});

it('holds no live formula, whatever customers wrote', async () => {
  for (const what of ['orders', 'customers'] as const) {
    const csv = new TextDecoder().decode((await make(what, 'csv')).bytes);
    expect(csv).not.toMatch(/(^|;|\n)"?[=+@-]/);
    expect(csv).toMatch(/'[=+@]/);
  }
});

it('is named for what it is and the day', async () => {
  expect((await make('orders', 'xlsx')).name).toBe('pesanan-2026-11-23.xlsx');
});
