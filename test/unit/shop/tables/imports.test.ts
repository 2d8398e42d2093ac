import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../src/core/clock.ts';
import { type Code, type FileId, keyOf } from '../../../../src/core/ids.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { createImports, type Imports, type ImportsDeps } from '../../../../src/shop/tables/imports.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const couriers = loadCouriers({ file: 'couriers.yaml', text });
if (!couriers.ok) throw new Error(JSON.stringify(couriers.error));

let core: ShopCore;
let imports: Imports;
let targets: ImportsDeps['targets'];
let n = 0;
const at = (name = `k${++n}`) => ({ key: keyOf(name), by: OWNER });

beforeEach(async () => {
  core = await openShopCore();
  const { catalog, orders, files, deps } = core;
  targets = {
    orders,
    purchases: { named: () => Promise.resolve([]), answer: () => Promise.reject(new Error('none')) },
  };
  const known = couriers.ok ? couriers.value : [];
  imports = createImports({
    ...deps,
    files,
    catalog,
    get targets() {
      return targets;
    },
    readAgainst: () => ({ couriers: known, supplierOf: (name) => (name === 'grosir' ? 'sup-1' : undefined) }),
  });
  await deps.ready();
});
afterEach(() => core.deps.close());

const put = (...lines: readonly string[]): Promise<FileId> =>
  core.files.put(Buffer.from(lines.join('\n')), { mime: 'text/csv', name: 'x.csv', about: ['test/1'] });
const HEAD = 'SKU;Nama;Varian;Kategori;Harga;Harga Modal;Berat;Supplier;Stok';
const products = async (file: FileId, key?: string, more: { supplier?: string; hideGone?: boolean } = {}) =>
  imports.check({ file, kind: 'products', ...more }, at(key));
const checked = async (file: FileId, key?: string, more = {}): Promise<Code> => {
  const found = await products(file, key, more);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value.import._id;
};
const stock = async () => {
  await core.catalog.refresh();
  return core.catalog
    .snapshot()
    .all.flatMap((product) => product.variants.map((v) => [v.sku, product.name, v.price, v.available, v.active]));
};

describe('an import of products', () => {
  it('changes nothing when it is checked, and all when it is applied', async () => {
    const file = await put(
      HEAD,
      'K1;Kaos;Merah;Baju;Rp 50.000;30rb;200;Grosir;5',
      'K2;Kaos;Biru;Baju;50.000;30.000;200;Grosir;',
      'T1;Topi;;Topi;40.000;20.000;100;Grosir;tanya',
    );
    const found = await products(file, 'm1');
    expect(found.ok && found.value.preview).toMatchObject({ added: ['K1', 'K2', 'T1'], problems: [] });
    expect(await stock()).toEqual([]);
    const code = found.ok ? found.value.import._id : undefined;
    if (!code) throw new Error('not checked');
    const done = await imports.apply(code, at('m2'));
    expect(done.ok && done.value).toMatchObject({ state: 'applied', done: 3, refused: [] });
    expect(await stock()).toEqual([
      ['K1', 'Kaos', 50_000, 5, true],
      ['K2', 'Kaos', 50_000, 0, true],
      ['T1', 'Topi', 40_000, 0, true],
    ]);
    expect(core.catalog.snapshot().all.map((product) => product.variants.length)).toEqual([2, 1]);
    expect(core.told()).toEqual([]);
    const histories = core.catalog.snapshot().all.map(({ history }) => history.map(({ by }) => by));
    expect(histories.flat()).toEqual([OWNER, OWNER, OWNER]);
  });

  it('is refused as a whole for one wrong row, with every wrong cell named', async () => {
    const file = await put(
      HEAD,
      'K1;Kaos;;Baju;50.000;30.000;200;Grosir;5',
      'K2;Topi;;Baju;murah;30.000;200;Entah;5',
      'K3;;;Baju;5.000;3.000;200;Grosir;5',
    );
    expect(await products(file)).toMatchObject({
      ok: false,
      error: {
        code: 'import-rows-wrong',
        count: 2,
        problems: [
          { row: 3, column: 'price' },
          { row: 3, column: 'supplier' },
        ],
      },
    });
    const later = await put(HEAD, 'K3;;;Baju;5.000;3.000;200;Grosir;5');
    expect(await products(later)).toMatchObject({ error: { problems: [{ row: 2, column: 'name', right: 'needed' }] } });
    expect(await stock()).toEqual([]);
  });

  it.each([
    ['no table', 'halo', 'import-columns-missing'],
    ['no sku column', 'Nama;Harga\nKaos;5000', 'import-columns-missing'],
    ['nothing', ' ', 'table-empty'],
  ])('is refused when it holds %s', async (_what, content, code) => {
    expect(await products(await put(content))).toMatchObject({ ok: false, error: { code } });
  });

  it('of one supplier hides what its list names no more, when the owner wants it', async () => {
    await core.addProduct({ sku: 'OLD' }, { sku: 'K1' });
    await core.addProduct({ sku: 'OTHER', supplier: 'sup-2' });
    const file = await put('Kode Barang;Harga Reseller', 'K1;31.000');
    const found = await products(file, undefined, { supplier: 'sup-1', hideGone: true });
    expect(found.ok && found.value.preview).toMatchObject({
      gone: ['OLD'],
      down: [{ sku: 'K1', what: 'cost', from: 35_000, to: 31_000, marginFrom: 15_000, marginTo: 19_000 }],
    });
    if (!found.ok) throw new Error('refused');
    await imports.apply(found.value.import._id, at());
    expect((await stock()).map(([sku, , , , active]) => [sku, active])).toEqual([
      ['OLD', false],
      ['K1', true],
      ['OTHER', true],
    ]);
  });

  it('is finished by the clockwork where a crash cut it off, and no row is applied twice', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `S${i};Barang ${i};;Baju;10.000;5.000;100;Grosir;7`);
    const code = await checked(await put(HEAD, ...rows), 'm1');
    // The crash: all rows are in the catalogue, and it is remembered that 50 are.
    const raw = core.deps.connection.collection<{ _id: string }>('imports');
    await imports.apply(code, at('m2'));
    const S55 = { product: core.catalog.snapshot().item('S55')?.product._id ?? '', sku: 'S55', quantity: 2 };
    await core.catalog.stock.hold(S55, 'ORDER');
    await core.catalog.stock.take('ORDER', [S55]);
    await raw.updateOne(
      { _id: code },
      { $set: { state: 'applying', done: 50, dueAt: core.deps.clock.now() }, $pop: { history: 1 } },
    );
    const now = core.deps.clock.move(2 * MINUTE);
    for (const id of await imports.clockwork.claimDue(now, 10)) await imports.clockwork.runDue(id, now);
    expect(await imports.find(code)).toMatchObject({ state: 'applied', done: 60, refused: [] });
    expect(await stock()).toHaveLength(60);
    expect((await stock()).find(([sku]) => sku === 'S55')?.[3]).toBe(5);
    expect(core.told()).toEqual([`${code} import_done`]);
  });

  it('is one import for one message, and cannot be applied once it was cancelled', async () => {
    const file = await put(HEAD, 'K1;Kaos;;Baju;50.000;30.000;200;Grosir;5');
    const [one, same] = [await checked(file, 'm1'), await checked(file, 'm1')];
    expect(same).toBe(one);
    await imports.cancel(one, at());
    expect(await imports.apply(one, at())).toMatchObject({ ok: false, error: { code: 'import-over' } });
    expect(await stock()).toEqual([]);
  });

  it('tells what the shop refused, and applies the others', async () => {
    await core.addProduct({ sku: 'K1', stock: 5 });
    await core.catalog.stock.hold(
      { product: core.catalog.snapshot().item('K1')?.product._id ?? '', sku: 'K1', quantity: 3 },
      'ORDER',
    );
    const code = await checked(await put(HEAD, 'K1;;;;;;;;2', 'K2;Topi;;Baju;50.000;30.000;200;Grosir;5'));
    const done = await imports.apply(code, at());
    expect(done.ok && done.value).toMatchObject({ state: 'applied', refused: [{ row: 2, why: 'fewer-than-held' }] });
    expect((await stock()).map(([sku]) => sku)).toContain('K2');
  });
});

describe('an import of resi', () => {
  it('ships what can be shipped and tells the rest, row by row', async () => {
    await core.addProduct({ sku: 'TAS-1' });
    const order = await core.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    for (const check of ['stock', 'payment', 'address'] as const)
      await core.orders.apply(order._id, { type: 'override_gate', check, reason: 'tes' }, at());
    await core.orders.apply(order._id, { type: 'hand_over', parcel: 1 }, at());
    const other = await core.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    const file = await put(
      'No Pesanan;Kurir;No Resi',
      `${order._id};J&T;JP 1234567890`,
      `${other._id};jne;012345678901234`,
      `${other._id}X;jne;-`,
    );
    const found = await imports.check({ file, kind: 'resi' }, at());
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const done = await imports.apply(found.value.import._id, at());
    expect(done.ok && done.value).toMatchObject({ state: 'applied', rows: 2, refused: [{ row: 3, why: 'not-now' }] });
    expect((await core.order(order._id)).parcels[0]).toMatchObject({
      state: 'shipped',
      courier: 'jnt',
      resi: 'JP1234567890',
    });
  });

  it('is refused for a courier nobody knows, a number that cannot be one, and two rows for one parcel', async () => {
    const file = await put(
      'No Pesanan;Kurir;No Resi',
      'K7M2QX;entah;JP1234567890',
      'K7M2QY;jnt;abc',
      'K7M2QX;jnt;JP1234567891',
    );
    expect(await imports.check({ file, kind: 'resi' }, at())).toMatchObject({
      error: {
        problems: [
          { row: 2, right: 'known-courier' },
          { row: 3, right: 'resi' },
          { row: 4, right: 'one-row-each' },
        ],
      },
    });
  });
});
