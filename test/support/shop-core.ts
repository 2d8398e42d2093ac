import { asPersonId, type Code, type Key, keyOf } from '../../src/core/ids.ts';
import type { NewVariant } from '../../src/shop/catalog/edit.ts';
import type { Product } from '../../src/shop/catalog/product.ts';
import { type CoreRooms, type CoreRoomsDeps, createCoreRooms } from '../../src/shop/core-rooms.ts';
import { type By, HOUSE } from '../../src/shop/history.ts';
import type { Order } from '../../src/shop/orders/order.ts';
import type { OrderRequest } from '../../src/shop/orders/request.ts';
import { DEFAULT_ORDER_SOP, type OrderSop } from '../../src/shop/orders/sop.ts';
import { DEFAULT_PAYMENT_SOP } from '../../src/shop/payments/payment-store.ts';
import type { Account } from '../../src/shop/settings/profile.ts';
import { createFiles, type Files } from '../../src/store/files.ts';
import { ADDRESS } from './an-order.ts';
import { openShopDeps, type ShopDeps } from './shop-deps.ts';

/** The core rooms on a store of their own, with short ways to fill them. */
export interface ShopCore extends CoreRooms {
  readonly deps: ShopDeps;
  readonly files: Files;
  /** Who else than orders holds goods in the rest of the test. */
  setHolder(cases: CoreRoomsDeps['otherHolder']): void;
  /** Sets time limits for the rest of the test. */
  setSop(sop: Partial<OrderSop>): void;
  addProduct(...variants: (Partial<NewVariant> & { sku: string })[]): Promise<Product>;
  /** Places an order that is expected to be placed. */
  place(request: Partial<OrderRequest> & Pick<OrderRequest, 'lines'>, key?: Key): Promise<Order>;
  order(code: Code): Promise<Order>;
  /** What notices were paid so far, each key once, as `<code> <event>`. */
  told(): string[];
  /** Runs what is due now in orders, payments and products. */
  tick(): Promise<void>;
}

export const OWNER: By = { desk: 'owner', id: 'owner-1', name: 'Rina' };
export const CUSTOMER: By = { desk: 'customer', id: 'p-1' };

const OWN = ['hold', 'release', 'allot', 'ledger', 'number', 'order', 'claim'] as const;

/** Opens the core rooms on an empty store with one receiving account, `bca-1`, unless the test wants none. */
export async function openShopCore({ account = true } = {}): Promise<ShopCore> {
  const deps = await openShopDeps(OWN);
  const files = createFiles(deps.connection, deps.clock);
  let sop: OrderSop = DEFAULT_ORDER_SOP;
  let holder: CoreRoomsDeps['otherHolder'] | undefined;
  const rooms = createCoreRooms({
    ...deps,
    files,
    zone: 'Asia/Jakarta',
    sop: () => ({ order: sop, payment: DEFAULT_PAYMENT_SOP }),
    otherHolder: {
      answerHold: (code) => holder?.answerHold(code) ?? Promise.resolve('given-up'),
      fellShort: async (code, key) => holder?.fellShort(code, key),
    },
  });
  await deps.ready();
  if (account) await rooms.settings.putAccount(BCA, { key: keyOf('test', 'bca'), by: HOUSE });
  const { catalog, orders, payments } = rooms;
  let made = 0;

  return {
    ...rooms,
    deps,
    files,
    setHolder: (cases) => {
      holder = cases;
    },
    setSop: (part) => {
      sop = { ...sop, ...part };
    },
    async addProduct(...variants) {
      const whole = variants.map((variant) => ({ ...VARIANT, ...variant }));
      const product = { name: `Barang ${whole[0]?.sku}`, category: 'tas', description: '', variants: whole };
      const added = await catalog.addProduct(product, { key: keyOf('test', 'product', ++made), by: OWNER });
      if (!added.ok) throw new Error(added.error.why);
      return added.value;
    },
    async place(request, key = keyOf('test', 'order', ++made)) {
      const placed = await orders.place(aRequest(request), key, CUSTOMER);
      if (!placed.ok) throw new Error(JSON.stringify(placed.error));
      return placed.value;
    },
    async order(code) {
      const order = await orders.find(code);
      if (!order) throw new Error(`no order ${code}`);
      return order;
    },
    told: () =>
      deps.paid
        .filter(({ kind, key }, i, all) => kind === 'notice' && all.findIndex((one) => one.key === key) === i)
        .map(({ body }) => {
          const { code, event } = body as { code: string; event: string };
          return `${code} ${event}`;
        }),
    async tick() {
      for (const { clockwork } of [orders, payments, catalog]) {
        for (const id of await clockwork.claimDue(deps.clock.now(), 1_000))
          await clockwork.runDue(id, deps.clock.now());
      }
    },
  };
}

const BCA: Account = {
  id: 'bca-1',
  bank: 'BCA',
  number: '1234567890',
  holder: 'Toko Contoh',
  kind: 'bank',
  active: true,
};

const VARIANT: Omit<NewVariant, 'sku'> = {
  name: '',
  price: 50_000,
  cost: 35_000,
  weightGrams: 250,
  supplier: 'sup-1',
  stock: 10,
};

/** A request with good defaults. */
export const aRequest = (request: Partial<OrderRequest> & Pick<OrderRequest, 'lines'>): OrderRequest => ({
  customer: asPersonId('p-1'),
  recipient: ADDRESS,
  shipping: [
    { supplier: 'sup-1', courier: 'jne', service: 'REG', cost: 18_000 },
    { supplier: 'sup-2', courier: 'jnt', service: 'EZ', cost: 20_000 },
  ],
  pay: { way: 'transfer', account: 'bca-1' },
  ...request,
});
