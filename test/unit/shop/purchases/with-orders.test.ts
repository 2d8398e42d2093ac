import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, keyOf } from '../../../../src/core/ids.ts';
import { type CoreRooms, createCoreRooms } from '../../../../src/shop/core-rooms.ts';
import type { OrderEvent } from '../../../../src/shop/orders/event.ts';
import { DEFAULT_ORDER_SOP } from '../../../../src/shop/orders/sop.ts';
import { DEFAULT_PAYMENT_SOP } from '../../../../src/shop/payments/payment-store.ts';
import { createPurchases, type Purchases } from '../../../../src/shop/purchases/purchases.ts';
import { DEFAULT_PURCHASE_SOP } from '../../../../src/shop/purchases/sop.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { createSuppliers } from '../../../../src/shop/suppliers/suppliers.ts';
import { createFiles } from '../../../../src/store/files.ts';
import { aRequest, OWNER } from '../../../support/shop-core.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const loaded = loadCouriers({ file: 'couriers.yaml', text });

let deps: ShopDeps;
let core: CoreRooms;
let purchases: Purchases;
let sup1: string;
let sup2: string;
let n = 0;
const at = () => ({ key: keyOf('t', ++n), by: OWNER });

beforeEach(async () => {
  deps = await openShopDeps(['hold', 'release', 'allot', 'ledger', 'number', 'order', 'claim', 'purchase']);
  const files = createFiles(deps.connection, deps.clock);
  const suppliers = createSuppliers(deps);
  core = createCoreRooms({
    ...deps,
    files,
    zone: 'Asia/Jakarta',
    sop: () => ({ order: DEFAULT_ORDER_SOP, payment: DEFAULT_PAYMENT_SOP }),
    otherHolder: { answerHold: async () => 'given-up', fellShort: async () => undefined },
  });
  purchases = createPurchases({
    ...deps,
    files,
    orders: core.orders,
    suppliers,
    hasChat: () => true,
    couriers: () => (loaded.ok ? loaded.value : []),
    sender: () => ({ name: 'Toko', phone: '' }),
    sop: () => DEFAULT_PURCHASE_SOP,
    zone: 'Asia/Jakarta',
  });
  await deps.ready();
  const [one, other] = [await suppliers.add('Satu', at()), await suppliers.add('Dua', at())];
  if (!one.ok || !other.ok) throw new Error('no suppliers');
  [sup1, sup2] = [one.value._id, other.value._id];
});
afterEach(() => deps.close());

const apply = async (code: Code, event: OrderEvent): Promise<void> => {
  const done = await core.orders.apply(code, event, at());
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};
async function handedOver(): Promise<Code> {
  const sku = `TAS-${++n}`;
  const variant = { sku, name: '', price: 50_000, cost: 35_000, weightGrams: 250, supplier: sup1, stock: 5 } as const;
  await core.catalog.addProduct({ name: sku, category: 'tas', description: '', variants: [variant] }, at());
  const shipping = [{ supplier: sup1, courier: 'jne', service: 'REG', cost: 18_000 }];
  const request = aRequest({ lines: [{ sku, quantity: 1 }], shipping, pay: { way: 'cod' } });
  const placed = await core.orders.place(request, keyOf('o', ++n), OWNER);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  await apply(placed.value._id, { type: 'hand_over', parcel: 1 });
  return placed.value._id;
}
const parcel = async (code: Code) => (await core.orders.find(code))?.parcels[0];
const purchaseOf = async (code: Code) => {
  const found = (await purchases.ofOrder(code)).findLast((one) => one.state !== 'cancelled');
  if (!found) throw new Error('no purchase');
  return found;
};

describe('an order and its purchase', () => {
  it('move together: handed over, accepted, packed, shipped', async () => {
    const code = await handedOver();
    const { _id } = await purchaseOf(code);
    const steps = [
      [{ type: 'accept' }, 'accepted'],
      [{ type: 'pack' }, 'packed'],
      [{ type: 'ship', courier: 'jnt', resi: 'jp1234567890' }, 'shipped'],
    ] as const;
    for (const [answer, state] of steps) {
      expect((await purchases.answer(_id, answer, at())).ok).toBe(true);
      expect((await parcel(code))?.state).toBe(state);
    }
    expect(await parcel(code)).toMatchObject({ courier: 'jnt', resi: 'JP1234567890' });
    expect(await deps.buried.open(10)).toEqual([]);
  });

  it('an answer "kosong" comes to the order with its reason, and another supplier gets a purchase of its own', async () => {
    const code = await handedOver();
    const first = await purchaseOf(code);
    await purchases.answer(first._id, { type: 'empty', reason: 'stok habis' }, at());
    expect(await parcel(code)).toMatchObject({ state: 'refused', refusal: 'stok habis' });
    const [sku = ''] = (await parcel(code))?.skus ?? [];
    await apply(code, { type: 'reassign', parcel: 1, supplier: sup2, costs: { [sku]: 36_000 } });
    expect((await purchases.answer(first._id, { type: 'accept' }, at())).ok).toBe(false);
    await apply(code, { type: 'hand_over', parcel: 1 });
    const second = await purchaseOf(code);
    expect(second).toMatchObject({ supplier: sup2, state: 'sent', cost: 36_000 });
    expect(second._id).not.toBe(first._id);
    expect(second.text).not.toContain('36.000');
    // The first supplier finds it after all: too late, the parcel is not its any more.
    expect((await purchases.find(first._id))?.state).toBe('cancelled');
    expect((await purchases.answer(first._id, { type: 'accept' }, at())).ok).toBe(false);
    expect((await parcel(code))?.state).toBe('handed-over');
  });

  it('is taken back from the supplier when the order is cancelled', async () => {
    const code = await handedOver();
    await apply(code, { type: 'cancel', reason: 'pembeli batal' });
    expect((await purchases.ofOrder(code))[0]).toMatchObject({ state: 'cancelled', reason: 'pembeli batal' });
  });

  it('a resi that another order has is asked about before anything moves, and may be meant so', async () => {
    const [one, other] = [await handedOver(), await handedOver()];
    const ship = { type: 'ship', courier: 'jnt', resi: 'JP1234567890' } as const;
    await purchases.answer((await purchaseOf(one))._id, ship, at());
    const second = (await purchaseOf(other))._id;
    expect(await purchases.answer(second, ship, at())).toMatchObject({ error: { why: 'resi-used', details: [one] } });
    expect((await parcel(other))?.state).toBe('handed-over');
    expect((await purchases.answer(second, { ...ship, shared: true }, at())).ok).toBe(true);
    expect((await parcel(other))?.state).toBe('shipped');
    expect(await deps.buried.open(10)).toEqual([]);
  });
});
