import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asPersonId, keyOf } from '../../../../src/core/ids.ts';
import { aRequest, CUSTOMER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
beforeEach(async () => {
  shop = await openShopCore();
});
afterEach(() => shop.deps.close());

const variant = async (sku: string) => {
  const found = (await shop.catalog.look([sku])).get(sku)?.variants.find((one) => one.sku === sku);
  if (!found) throw new Error(`no ${sku}`);
  return found;
};

/** From now on the power goes whenever this is called; the answer restores it. */
function cutOff(room: object, name: string): () => void {
  const before: unknown = Reflect.get(room, name);
  Reflect.set(room, name, () => Promise.reject(new Error('power cut')));
  return () => Reflect.set(room, name, before);
}

describe('placing an order', () => {
  it('holds the goods, claims an amount of its own, bills it and owes one notice', async () => {
    await shop.addProduct({ sku: 'TAS-1', stock: 3 });
    const order = await shop.place({ lines: [{ sku: 'tas-1', quantity: 2 }] });
    expect(order.state).toBe('placed');
    expect(order.totals.goods).toBe(100_000);
    expect(order.totals.unique).toBeGreaterThan(0);
    expect(order.totals.total).toBe(118_000 + order.totals.unique);
    expect(order.pay.deadline).toEqual(new Date(shop.deps.clock.now().getTime() + 24 * 3_600_000));
    expect(await shop.deps.claims.holder(`amount/bca-1/${order.totals.total}`)).toBe(order._id);
    expect(await variant('TAS-1')).toMatchObject({ available: 1, holds: [{ order: order._id, quantity: 2 }] });
    expect(shop.told()).toEqual([`${order._id} place`]);
  });

  it('bills at once what was confirmed lately, asks the supplier first where it was not', async () => {
    const { catalog, deps } = shop;
    await shop.addProduct({ sku: 'LAMA', stock: 'ask' });
    const fresh = await shop.addProduct({ sku: 'BARU', stock: 'ask' });
    const at = { key: keyOf('test', 'said'), by: CUSTOMER };
    await catalog.edit(fresh._id, { type: 'said_stock', sku: 'BARU', there: true }, at);
    const sure = await shop.place({ lines: [{ sku: 'BARU', quantity: 1 }] });
    const asked = await shop.place({ lines: [{ sku: 'LAMA', quantity: 1 }] });
    expect(sure.pay.billedAt).toEqual(deps.clock.now());
    expect(asked.pay.billedAt).toBeUndefined();
    expect(shop.told()).toEqual([`${sure._id} place`, `${asked._id} place_ask`]);
    deps.clock.move(3_600_000);
    const key = keyOf('test', 'confirm');
    const confirmed = await shop.orders.apply(asked._id, { type: 'confirm_stock' }, { key, by: { desk: 'supplier' } });
    expect(confirmed.ok && confirmed.value.pay.deadline).toEqual(new Date(deps.clock.now().getTime() + 24 * 3_600_000));
    expect((await variant('LAMA')).said).toBe('there');
  });

  it('refuses what cannot be sold, and says the same again when it is asked again', async () => {
    await shop.addProduct({ sku: 'TAS-1', stock: 1 });
    const request = aRequest({
      lines: [
        { sku: 'TAS-1', quantity: 2 },
        { sku: 'HILANG', quantity: 1 },
      ],
    });
    const key = keyOf('mail-1', 'pesan', 'place-order');
    const first = await shop.orders.place(request, key, CUSTOMER);
    const problems = [
      { code: 'out-of-stock', sku: 'TAS-1', left: 1 },
      { code: 'unknown-product', sku: 'HILANG' },
    ];
    expect(first).toEqual({ ok: false, error: { code: 'order-refused', problems } });
    await shop.addProduct({ sku: 'HILANG' });
    expect(await shop.orders.place(request, key, CUSTOMER)).toEqual(first);
    expect(await shop.orders.list({})).toEqual([]);
  });

  it.each([
    ['a price that changed meanwhile', { sku: 'TAS-1', quantity: 1, price: 49_000 }, 'price-changed'],
    ['half a piece', { sku: 'TAS-1', quantity: 0.5 }, 'bad-quantity'],
    ['less than nothing', { sku: 'TAS-1', quantity: -1 }, 'bad-quantity'],
  ])('refuses %s', async (_, line, code) => {
    await shop.addProduct({ sku: 'TAS-1' });
    const placed = await shop.orders.place(aRequest({ lines: [line] }), keyOf('test', 'x'), CUSTOMER);
    expect(placed.ok ? [] : placed.error.problems.map((one) => one.code)).toEqual([code]);
  });

  it('refuses a fourth order while three are unpaid, but not the one the owner enters', async () => {
    await shop.addProduct({ sku: 'TAS-1' });
    for (let i = 0; i < 3; i++) await shop.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    const request = aRequest({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    const fourth = await shop.orders.place(request, keyOf('test', 'fourth'), CUSTOMER);
    expect(fourth).toMatchObject({ ok: false, error: { problems: [{ code: 'too-many-open', limit: 3 }] } });
    expect(await shop.orders.place(request, keyOf('test', 'by-owner'), { desk: 'owner' })).toMatchObject({ ok: true });
  });

  it('takes the owner’s word for a price, never a customer’s, and finds the order by its number elsewhere', async () => {
    await shop.addProduct({ sku: 'TAS-1', price: 50_000 });
    const request = aRequest({ lines: [{ sku: 'TAS-1', quantity: 1, agreed: 40_000 }], reference: 'INV/2026/77' });
    const mine = await shop.orders.place(request, keyOf('by-owner'), { desk: 'owner' });
    const theirs = await shop.orders.place({ ...request, reference: undefined }, keyOf('by-customer'), CUSTOMER);
    expect([mine, theirs].map((placed) => placed.ok && placed.value.totals.goods)).toEqual([40_000, 50_000]);
    expect((await shop.orders.search('INV/2026/77')).map(({ _id }) => _id)).toEqual([mine.ok && mine.value._id]);
  });

  it('keeps one order when it is called twice, twice at once, and after its last piece is gone to itself', async () => {
    await shop.addProduct({ sku: 'TAS-1', stock: 1 });
    const request = aRequest({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    const key = keyOf('mail-1', 'pesan', 'place-order');
    const at_once = await Promise.all([1, 2, 3].map(() => shop.orders.place(request, key, CUSTOMER)));
    const again = await shop.orders.place(request, key, CUSTOMER);
    const codes = [...at_once, again].map((placed) => placed.ok && placed.value._id);
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toBeTruthy();
    expect(await variant('TAS-1')).toMatchObject({ available: 0, holds: [{ quantity: 1 }] });
    expect(shop.told()).toHaveLength(1);
  });

  it('splits the order into a parcel for each supplier', async () => {
    await shop.addProduct({ sku: 'A', supplier: 'sup-1' }, { sku: 'B', supplier: 'sup-2', weightGrams: 400 });
    const order = await shop.place({
      lines: [
        { sku: 'A', quantity: 1 },
        { sku: 'B', quantity: 2 },
      ],
    });
    expect(order.parcels.map(({ n, supplier, skus, shipping }) => [n, supplier, skus, shipping.weightGrams])).toEqual([
      [1, 'sup-1', ['A'], 250],
      [2, 'sup-2', ['B'], 800],
    ]);
    expect(order.totals.shipping).toBe(38_000);
  });

  it('gives 200 orders of one price at once 200 different totals', async () => {
    await shop.addProduct({ sku: 'A', stock: 200 });
    const placed = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        shop.place({ lines: [{ sku: 'A', quantity: 1 }], customer: asPersonId(`p-${i}`) }, keyOf('many', i)),
      ),
    );
    expect(new Set(placed.map(({ totals }) => totals.total)).size).toBe(200);
  }, 60_000);

  it('takes the unique amount off for QRIS, where nothing may be added, and asks none of COD', async () => {
    await shop.addProduct({ sku: 'A' });
    const qris = await shop.place({ lines: [{ sku: 'A', quantity: 1 }], pay: { way: 'qris' } });
    expect(qris.totals.unique).toBeLessThan(0);
    const cod = await shop.place({ lines: [{ sku: 'A', quantity: 1 }], pay: { way: 'cod' } });
    expect(cod.totals.unique).toBe(0);
    expect(cod.pay.deadline).toBeUndefined();
  });
});

describe('an order whose placing was cut off', () => {
  it('is brought to its end by the clockwork', async () => {
    await shop.addProduct({ sku: 'A', stock: 1 });
    const restore = cutOff(shop.catalog.stock, 'hold');
    const key = keyOf('mail-1', 'pesan', 'place-order');
    const request = aRequest({ lines: [{ sku: 'A', quantity: 1 }] });
    await expect(shop.orders.place(request, key, CUSTOMER)).rejects.toThrow('power cut');
    restore();
    shop.deps.clock.move(61_000);
    await shop.tick();
    const [order] = await shop.orders.list({});
    expect(order?.state).toBe('placed');
    const again = await shop.orders.place(request, key, CUSTOMER);
    expect(again.ok && again.value._id).toBe(order?._id);
    expect(shop.told()).toEqual([`${order?._id} place`]);
  });

  it('is dropped before its goods go to somebody else, and says so when it is called again', async () => {
    await shop.addProduct({ sku: 'A', stock: 1 });
    const key = keyOf('mail-1', 'pesan', 'place-order');
    const request = aRequest({ lines: [{ sku: 'A', quantity: 1 }] });
    const restore = cutOff(shop.deps.claims, 'takeOnly');
    await expect(shop.orders.place(request, key, CUSTOMER)).rejects.toThrow('power cut');
    restore();
    expect((await variant('A')).available).toBe(0);
    shop.deps.clock.move(11 * 60_000);
    const second = await shop.place({ lines: [{ sku: 'A', quantity: 1 }], customer: asPersonId('p-2') });
    expect(await variant('A')).toMatchObject({ available: 0, holds: [{ order: second._id }] });
    const again = await shop.orders.place(request, key, CUSTOMER);
    expect(again).toMatchObject({ ok: false, error: { problems: [{ code: 'took-too-long' }] } });
  });
});
