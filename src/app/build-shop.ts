import type { Due } from '../clockwork/clockwork.ts';
import type { Config } from '../config.ts';
import type { ChatId } from '../core/ids.ts';
import { type Cases, createCases } from '../shop/cases/cases.ts';
import { type CoreRooms, createCoreRooms } from '../shop/core-rooms.ts';
import { type Customers, createCustomers } from '../shop/customers/customers.ts';
import { createForgetting, type Forgetting } from '../shop/customers/forget.ts';
import { createPrivateRooms, type PrivateRooms } from '../shop/customers/privacy.ts';
import { DEFAULT_PAYMENT_SOP } from '../shop/payments/payment-store.ts';
import { createPurchases, type Purchases } from '../shop/purchases/purchases.ts';
import { createReports, type Reports } from '../shop/reports/reports.ts';
import { registerShopPrivacy } from '../shop/shop-privacy.ts';
import { createStaff, type Staff } from '../shop/staff/staff.ts';
import { createSuppliers, type Suppliers } from '../shop/suppliers/suppliers.ts';
import { createImports, type Imports } from '../shop/tables/imports.ts';
import type { Rules } from './load-rules.ts';
import type { House } from './open-house.ts';

/** The rooms of the shop, put together. */
export interface Shop extends CoreRooms {
  readonly customers: Customers;
  readonly suppliers: Suppliers;
  readonly staff: Staff;
  readonly purchases: Purchases;
  readonly cases: Cases;
  readonly reports: Reports;
  readonly imports: Imports;
  readonly privateRooms: PrivateRooms;
  readonly forgetting: Forgetting;
  /** What the clockwork runs. */
  readonly dues: readonly Due[];
  /** Reads what rooms keep in memory, and keeps it fresh until `stop`. */
  start(stop: AbortSignal): Promise<void>;
}

/** Puts the rooms of the shop together on a house; each knows of the others only the question it has to ask. */
export function buildShop(
  house: House,
  rules: Rules,
  { timezone: zone, language }: Pick<Config, 'timezone' | 'language'>,
  owners: readonly ChatId[],
): Shop {
  const suppliers = createSuppliers({ ...house, language });
  const staff = createStaff({ ...house, owners });
  const customers = createCustomers(house);
  const core = createCoreRooms({
    ...house,
    sop: () => ({ order: rules.sop.order, payment: DEFAULT_PAYMENT_SOP }),
    zone,
    hiddenSuppliers: () => suppliers.paused(),
    otherHolder: {
      answerHold: (code) => cases.answerHold(code),
      fellShort: (code, key) => cases.fellShort(code, key),
    },
  });
  const purchases = createPurchases({
    ...house,
    orders: core.orders,
    suppliers,
    hasChat: (supplier) => staff.chatsOf('supplier', supplier).length > 0,
    couriers: () => rules.couriers,
    sender: () => ({ name: core.settings.profile().name, phone: core.settings.profile().contact.phone }),
    sop: () => rules.sop.purchase,
    zone,
  });
  const cases: Cases = createCases({
    ...house,
    rules: () => ({ policy: rules.policy, zone, quiet: rules.sop.order.quiet }),
    orders: core.orders,
  });
  const reports = createReports({ ...house, ledger: core.ledger, zone });
  const imports = createImports({
    ...house,
    catalog: core.catalog,
    targets: { orders: core.orders, purchases },
    readAgainst: () => ({
      couriers: rules.couriers,
      supplierOf: (name) => (suppliers.known(name) ?? suppliers.named(name))?._id,
    }),
  });
  const privateRooms = createPrivateRooms();
  registerShopPrivacy(privateRooms, { ...core, customers, purchases, cases });
  const forgetting = createForgetting({ ...house, rooms: privateRooms });
  return {
    ...core,
    customers,
    suppliers,
    staff,
    purchases,
    cases,
    reports,
    imports,
    privateRooms,
    forgetting,
    dues: [
      { collection: 'orders', documents: core.orders.clockwork },
      { collection: 'payments', documents: core.payments.clockwork },
      { collection: 'products', documents: core.catalog.clockwork },
      { collection: 'purchases', documents: purchases.clockwork },
      { collection: 'cases', documents: cases.clockwork },
      { collection: 'imports', documents: imports.clockwork },
      { collection: 'customers', documents: customers.clockwork },
      { collection: 'suppliers', documents: suppliers.clockwork },
      { collection: 'privacy_requests', documents: forgetting.clockwork },
    ],
    async start(stop) {
      await Promise.all([
        core.catalog.start(stop),
        core.settings.start(stop),
        suppliers.start(stop),
        staff.start(stop),
      ]);
    },
  };
}
