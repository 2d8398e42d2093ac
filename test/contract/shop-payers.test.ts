import { keyOf } from '../../src/core/ids.ts';
import type { Json } from '../../src/core/json.ts';
import type { Order } from '../../src/shop/orders/order.ts';
import type { Payment } from '../../src/shop/payments/payment.ts';
import type { DutyKind } from '../../src/store/duties.ts';
import { OWNER, openShopCore, type ShopCore } from '../support/shop-core.ts';
import { payerContract } from './payer.contract.ts';

interface Scene {
  readonly shop: ShopCore;
  readonly order: Order;
}

const by = (name: string) => ({ key: keyOf('scene', name), by: OWNER });

/** A shop with one order of two bags; `scene` brings it to where the duty is owed and says what is owed. */
function duty(
  name: string,
  kind: DutyKind,
  scene: (at: Scene) => Promise<Json> | Json,
  look: Look = orderAndStock,
): void {
  payerContract(name, async () => {
    const shop = await openShopCore();
    await shop.addProduct({ sku: 'A', stock: 9 });
    const order = await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
    const body = await scene({ shop, order });
    return {
      payers: shop.deps.payers,
      kind,
      body,
      effect: () => look({ shop, order }),
      now: () => shop.deps.clock.now(),
      close: () => shop.deps.close(),
    };
  });
}

type Look = (at: Scene) => Promise<unknown>;

const orderAndStock: Look = async ({ shop, order }) => {
  const { _id } = order;
  const { history, allotments, claims, invoice, state } = await shop.order(_id);
  const [variant] = (await shop.catalog.look(['A'])).get('A')?.variants ?? [];
  const payments = await shop.payments.list({ order: _id });
  return {
    history,
    allotments,
    claims,
    invoice,
    state,
    told: shop.told().length,
    stock: [variant?.available, variant?.holds, variant?.sold, variant?.said, variant?.stockCheckedAt],
    payments: payments.map(({ state: is, answers, history: past }) => ({ is, answers, past })),
  };
};
const ledger: Look = async ({ shop, order }) => shop.ledger.entries({ order: order._id });
const numbers: Look = async ({ shop, order }) => [
  await shop.deps.claims.held(`invoice/${order._id}`),
  await shop.deps.claims.last('invoice/'),
];
const amount: Look = async ({ shop, order }) => {
  // Long after: whoever asks now gets a released amount.
  shop.deps.clock.set(new Date('2027-01-01T00:00:00Z'));
  const free = await shop.deps.claims.take(order.pay.claim ?? '', 'other', shop.deps.clock.now());
  return { free, holder: await shop.deps.claims.holder(order.pay.claim ?? '') };
};

const lines = async ({ shop }: Scene) => {
  const product = (await shop.catalog.look(['A'])).get('A')?._id ?? '';
  return [{ product, sku: 'A' }];
};
const claimed = async ({ shop, order }: Scene): Promise<Payment> => {
  const outcome = await shop.payments.claim({ orders: [order._id], evidence: [] }, by('claim'));
  if (outcome.type === 'nothing-to-pay') throw new Error('nothing to pay');
  return outcome.payment;
};

duty('hold: take', 'hold', async (at) => ({ do: 'take', order: at.order._id, lines: await lines(at) }));
duty('hold: said', 'hold', async (at) => {
  at.shop.deps.clock.move(60_000);
  return { do: 'said', order: at.order._id, lines: await lines(at), there: true };
});
duty('release', 'release', async (at) => ({ order: at.order._id, lines: await lines(at) }));
duty('allot: claim', 'allot', ({ order }) => ({ do: 'claim', payment: 'PAY2AA', order: order._id }));
duty('allot: unclaim', 'allot', async (at) => {
  const { _id } = await claimed(at);
  return { do: 'unclaim', payment: _id, order: at.order._id };
});
duty('allot: allot', 'allot', async (at) => {
  const { _id } = await claimed(at);
  return { do: 'allot', payment: _id, order: at.order._id, amount: 50_000 };
});
duty('allot: unallot', 'allot', async (at) => {
  const { _id } = await claimed(at);
  await at.shop.payments.approve(_id, {}, by('approve'));
  return { do: 'unallot', payment: _id, order: at.order._id, reason: 'salah' };
});
duty('allot: again', 'allot', async (at) => {
  const { shop, order } = at;
  shop.deps.clock.move(25 * 3_600_000);
  await shop.tick();
  const { _id } = await claimed(at);
  await shop.payments.approve(_id, { amount: 1_000 }, by('approve'));
  return { do: 'again', order: order._id };
});
duty(
  'ledger',
  'ledger',
  ({ order }) => {
    const entries = [
      { kind: 'sale', amount: 100 },
      { kind: 'shipping', amount: 20 },
    ];
    return { order: order._id, at: '2026-11-23T00:00:00.000Z', entries };
  },
  ledger,
);
duty('number', 'number', ({ order }) => ({ order: order._id }), numbers);
duty('order', 'order', async ({ shop, order }) => {
  await shop.payments.take(order._id, undefined, by('take'));
  return { order: order._id, event: { type: 'hand_over', parcel: 1 } };
});
duty(
  'claim',
  'claim',
  ({ order }) => ({ id: order.pay.claim ?? '', by: order._id, until: '2026-12-01T00:00:00.000Z' }),
  amount,
);
