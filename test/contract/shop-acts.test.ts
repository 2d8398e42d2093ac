import { type Code, type Key, keyOf } from '../../src/core/ids.ts';
import type { Order } from '../../src/shop/orders/order.ts';
import { aRequest, CUSTOMER, OWNER, openShopCore, type ShopCore } from '../support/shop-core.ts';
import { actContract } from './act.contract.ts';

interface Scene {
  readonly shop: ShopCore;
  readonly order: Order;
}

/** A shop with one order of two of nine bags; what is prepared there, what the act answers, how the world then turns. */
function act<P = undefined>(
  name: string,
  {
    prepare,
    call,
    turn,
  }: {
    readonly prepare?: (at: Scene) => Promise<P>;
    readonly call: (at: Scene, key: Key, prepared: P | undefined) => Promise<unknown>;
    readonly turn?: (at: Scene) => Promise<unknown>;
  },
): void {
  actContract(name, async () => {
    const shop = await openShopCore();
    await shop.addProduct({ sku: 'A', stock: 9 });
    const order = await shop.place({ lines: [{ sku: 'A', quantity: 2 }] });
    const scene = { shop, order };
    const prepared = await prepare?.(scene);
    return {
      call: async (key) => outcome(await call(scene, key, prepared)),
      effect: () => everything(scene),
      ...(turn && { turn: () => turn(scene) }),
      close: () => shop.deps.close(),
    };
  });
}

// An outcome is which document it is about, or the refusal; what else lies on a document may go on.
function outcome(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('value' in answer) return outcome(answer.value);
  if ('payment' in answer && 'type' in answer) return [answer.type, outcome(answer.payment)];
  return '_id' in answer ? answer._id : answer;
}

async function everything({ shop }: Scene): Promise<unknown> {
  const [variant] = (await shop.catalog.look(['A'])).get('A')?.variants ?? [];
  const orders = await shop.orders.list({});
  const payments = await shop.payments.list({});
  return {
    stock: [variant?.available, variant?.holds, variant?.sold, variant?.price],
    orders: orders.map(({ _id, state, history, allotments, totals }) => [_id, state, history, allotments, totals]),
    payments: payments.map(({ _id, state, history, amount }) => [_id, state, history, amount]),
    told: shop.told().toSorted(),
  };
}

const NONE = '' as Code;
const by = (name: string) => ({ key: keyOf('scene', name), by: OWNER });
const order = (quantity: number) => aRequest({ lines: [{ sku: 'A', quantity }] });
const sellOut = async ({ shop }: Scene) => {
  const [variant] = (await shop.catalog.look(['A'])).get('A')?.variants ?? [];
  if (variant && variant.available > 0) await shop.place({ lines: [{ sku: 'A', quantity: variant.available }] });
};
const claim = async ({ shop, order: { _id } }: Scene) => {
  const claimed = await shop.payments.claim({ orders: [_id], evidence: [] }, by('proof'));
  if (claimed.type === 'nothing-to-pay') throw new Error('nothing to pay');
  return claimed.payment._id;
};

const productOf = async ({ shop }: Scene) => (await shop.catalog.look(['A'])).get('A')?._id ?? '';
const asCustomer = (key: Key) => ({ key, by: CUSTOMER });
const asOwner = (key: Key) => ({ key, by: OWNER });

act('of placing an order', { call: ({ shop }, key) => shop.orders.place(order(3), key, CUSTOMER), turn: sellOut });
act('of placing an order of the last pieces', { call: ({ shop }, key) => shop.orders.place(order(7), key, CUSTOMER) });
act('of placing an order, refused for stock', {
  call: ({ shop }, key) => shop.orders.place(order(8), key, CUSTOMER),
  turn: async (at) =>
    at.shop.catalog.edit(await productOf(at), { type: 'add_stock', sku: 'A', units: 50 }, by('delivery')),
});
act('of cancelling an order', {
  call: ({ shop, order: { _id } }, key) =>
    shop.orders.apply(_id, { type: 'cancel', reason: 'tidak jadi' }, asCustomer(key)),
});
act('of saying that it is paid', {
  call: ({ shop, order: { _id } }, key) => shop.payments.claim({ orders: [_id], evidence: [] }, asCustomer(key)),
  turn: ({ shop, order: { _id } }) => shop.payments.take(_id, undefined, by('take')),
});
act('of sending a photo for nothing', {
  call: ({ shop }, key) => shop.payments.claim({ orders: [], evidence: [] }, asCustomer(key)),
});
act('of approving a proof', {
  prepare: claim,
  call: ({ shop }, key, payment) => shop.payments.approve(payment ?? NONE, {}, asOwner(key)),
});
act('of refusing a proof', {
  prepare: claim,
  call: ({ shop }, key, payment) => shop.payments.reject(payment ?? NONE, 'buram', asOwner(key)),
});
act('of taking cash', {
  call: ({ shop, order: { _id } }, key) => shop.payments.take(_id, undefined, asOwner(key)),
});
act('of taking cash for what is paid already', {
  prepare: ({ shop, order: { _id } }) => shop.payments.take(_id, undefined, by('before')),
  call: ({ shop, order: { _id } }, key) => shop.payments.take(_id, undefined, asOwner(key)),
});
act('of changing a price', {
  prepare: productOf,
  call: ({ shop }, key, product) =>
    shop.catalog.edit(product ?? '', { type: 'set_price', sku: 'A', price: 60_000 }, asOwner(key)),
});
act('of letting an expired order live again', {
  prepare: async ({ shop }) => {
    shop.deps.clock.move(25 * 3_600_000);
    await shop.tick();
  },
  call: ({ shop, order: { _id } }, key) => shop.orders.reopen(_id, 'uang masuk', asOwner(key)),
});
act('of letting an expired order live again, refused for stock', {
  prepare: async (at) => {
    at.shop.deps.clock.move(25 * 3_600_000);
    await at.shop.tick();
    await sellOut(at);
  },
  call: ({ shop, order: { _id } }, key) => shop.orders.reopen(_id, 'uang masuk', asOwner(key)),
  turn: async (at) =>
    at.shop.catalog.edit(await productOf(at), { type: 'add_stock', sku: 'A', units: 50 }, by('delivery')),
});
