import type { Connection } from 'mongoose';
import type { Clock } from '../core/clock.ts';
import type { Key } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { Acts } from '../store/acts.ts';
import type { Buried } from '../store/buried.ts';
import type { Claims } from '../store/claims.ts';
import type { Payers } from '../store/duties.ts';
import { type Catalog, createCatalog } from './catalog/catalog.ts';
import type { AskOrder } from './catalog/stock.ts';
import { createInvoiceNumbers } from './ledger/invoice-number.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { leftToPay } from './orders/money.ts';
import { createOrders, type Orders } from './orders/orders.ts';
import type { OrderSop } from './orders/sop.ts';
import type { EvidenceFiles } from './payments/evidence.ts';
import type { PaymentSop } from './payments/payment-store.ts';
import { createPayments, type Payments } from './payments/payments.ts';
import { createSettings, type Settings } from './settings/settings.ts';
import { registerShopPayers } from './shop-payers.ts';

/** What the core of the shop is built on. */
export interface CoreRoomsDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly log: Logger;
  readonly files: EvidenceFiles;
  readonly sop: () => { readonly order: OrderSop; readonly payment: PaymentSop };
  /** The zone of the shop's wall clock: an invoice's year. */
  readonly zone: string;
  readonly hiddenSuppliers?: () => ReadonlySet<string>;
  /** Who else than orders holds goods: cases that send them anew. */
  readonly otherHolder: {
    readonly answerHold: AskOrder;
    readonly fellShort: (holder: string, key: Key) => Promise<void>;
  };
}

/** Goods, orders, money and what the shop says of itself. */
export interface CoreRooms {
  readonly catalog: Catalog;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly ledger: Ledger;
  readonly settings: Settings;
}

/** Puts the core rooms together: each knows of the others only the question it has to ask; their payers are registered. */
export function createCoreRooms(deps: CoreRoomsDeps): CoreRooms {
  const { payers, claims, sop, zone } = deps;
  const settings = createSettings(deps);
  const ledger = createLedger(deps);
  const askOrder: AskOrder = async (code) =>
    (await orders.answerHold(code)) === 'wanted' ? 'wanted' : deps.otherHolder.answerHold(code);
  const catalog = createCatalog({ ...deps, askOrder });
  const orders: Orders = createOrders({
    ...deps,
    sop: () => sop().order,
    look: (skus) => catalog.look(skus),
    stock: catalog.stock,
    knowsAccount: async (id) =>
      (settings.account(id) ?? (await settings.read()).accounts.find((one) => one.id === id)) !== undefined,
    openClaims: (order) => payments.openClaims(order),
  });
  const payments: Payments = createPayments({
    ...deps,
    sop: () => sop().payment,
    async readBill(code) {
      const order = await orders.find(code);
      if (!order || order.state === 'dropped' || order.state === 'placing') return undefined;
      const open = order.state === 'placed' || order.state === 'completed' || order.state === 'reopening';
      const { account } = order.pay;
      return { order: code, state: open ? 'open' : 'closed', left: leftToPay(order), account, at: order.at };
    },
  });
  registerShopPayers(payers, {
    catalog,
    orders,
    payments,
    ledger,
    invoiceNumber: createInvoiceNumbers(claims, zone),
    claims,
    fellShort: deps.otherHolder.fellShort,
  });
  return { catalog, orders, payments, ledger, settings };
}
