import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../src/core/ids.ts';
import { err, ok } from '../../../../src/core/result.ts';
import { placeOrder } from '../../../../src/desks/customer/actions/place-order.ts';
import { priceOrder } from '../../../../src/desks/customer/actions/price-order.ts';
import type { CustomerDeps } from '../../../../src/desks/customer/deps.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import type { OrderRequest } from '../../../../src/shop/orders/request.ts';
import type { QuoteOption } from '../../../../src/shop/shipping/quote.ts';
import { ADDRESS, anOrder } from '../../../support/an-order.ts';
import { AT, aDesk } from './a-desk.ts';

const { recipient: penerima, phone: telepon, ...alamat } = ADDRESS;
const FORM = {
  barang: [{ sku: 'TOTE', name: 'Totebag Kanvas', quantity: 2, price: 45_000 }],
  penerima,
  telepon,
  alamat,
  kurir: 'jne/REG',
  bayar: 'transfer/bca-1',
};
const JNE: QuoteOption = {
  id: 'jne/REG',
  name: 'JNE REG',
  ongkir: 10_000,
  given: 8_000,
  parcels: [{ supplier: 'sup-1', courier: 'jne', service: 'REG', kilos: 1, ongkir: 18_000 }],
};

type Place = CustomerDeps['orders']['place'];

function aShop(place: Place, shipping: CustomerDeps['shipping'] = () => Promise.resolve([JNE]), order?: Order) {
  const desk = aDesk(order);
  return { ...desk.deps, orders: { ...desk.deps.orders, place }, shipping };
}

describe('placing an order', () => {
  it('asks for what was shown: prices as seen, the courier, what the shop gives of the ongkir', async () => {
    const requests: OrderRequest[] = [];
    const shop = aShop((request) => {
      requests.push(request);
      return Promise.resolve(ok(anOrder()));
    });
    expect((await placeOrder(shop).run(FORM, AT)).outcome).toBe('placed');
    expect(requests[0]).toMatchObject({
      customer: 'p-1',
      chat: AT.chat,
      lines: [{ sku: 'TOTE', quantity: 2, price: 45_000 }],
      recipient: ADDRESS,
      shipping: [{ supplier: 'sup-1', courier: 'jne', service: 'REG', cost: 18_000 }],
      pay: { way: 'transfer', account: 'bca-1' },
      discount: 8_000,
      fee: 0,
    });
  });

  it('says that stock is asked for first where nothing is billed yet', async () => {
    const { pay } = anOrder();
    const unbilled = anOrder({ pay: { way: pay.way } });
    expect((await placeOrder(aShop(() => Promise.resolve(ok(unbilled)))).run(FORM, AT)).outcome).toBe('asked-supplier');
  });

  it('finds its own order when the turn is repeated and no courier answers any more', async () => {
    const mine = anOrder({ _id: codeOf(AT.key), key: AT.key });
    const shop = aShop(
      () => Promise.resolve(ok(mine)),
      () => Promise.resolve('unavailable'),
      mine,
    );
    expect((await placeOrder(shop).run(FORM, AT)).outcome).toBe('placed');
  });

  it.each([
    ['goods that have gone', { code: 'out-of-stock', sku: 'TOTE', left: 0 }, 'problems'],
    ['too many unpaid orders', { code: 'too-many-open', limit: 3 }, 'too-many'],
    ['anything else', { code: 'no-amount-free' }, 'refused'],
  ] as const)('comes to an answer for %s', async (_why, problem, outcome) => {
    const place: Place = () => Promise.resolve(err({ code: 'order-refused', problems: [problem] }));
    expect((await placeOrder(aShop(place)).run(FORM, AT)).outcome).toBe(outcome);
  });

  it('asks for the courier again when it does not go there any more', async () => {
    const shop = aShop(
      () => Promise.reject(new Error('not placed')),
      () => Promise.resolve([]),
    );
    expect((await placeOrder(shop).run(FORM, AT)).outcome).toBe('problems');
  });
});

describe('looking an order over', () => {
  const never: Place = () => Promise.reject(new Error('looks only'));

  it('adds up what it comes to', async () => {
    const looked = await priceOrder(aShop(never)).run(FORM, AT);
    expect(looked).toMatchObject({ outcome: 'fine', data: { total: 100_000 } });
  });

  it('notices the same order for the same address a short time ago', async () => {
    const line = { ...anOrder().lines[0], sku: 'TOTE', quantity: 2 };
    const order = anOrder({ lines: anOrder().lines.map((one) => ({ ...one, ...line })) });
    const looked = await priceOrder(aShop(never, undefined, order)).run(FORM, AT);
    expect(looked).toMatchObject({ outcome: 'problems', data: { problems: [{ text: 'pesan.pernah-sama' }] } });
  });
});
