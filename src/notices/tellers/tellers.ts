import type { StoredFile } from '../../channels/channel.ts';
import type { FileId } from '../../core/ids.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { Customers } from '../../shop/customers/customers.ts';
import type { Forgetting } from '../../shop/customers/forget.ts';
import type { NoticeAbout } from '../../shop/history.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Payments } from '../../shop/payments/payments.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import type { Settings } from '../../shop/settings/settings.ts';
import type { Suppliers } from '../../shop/suppliers/suppliers.ts';
import type { Imports } from '../../shop/tables/imports.ts';
import type { HouseWords } from '../house-words.ts';
import type { Teller } from '../told.ts';
import { createCaseTeller } from './case-teller.ts';
import { createImportTeller, IMPORT_ENTRIES } from './import-teller.ts';
import { createOrderTeller } from './order-teller.ts';
import { createPaymentTeller } from './payment-teller.ts';
import { createPrivacyTeller } from './privacy-teller.ts';
import { createPurchaseTeller } from './purchase-teller.ts';

/** What the tellers look things up in. */
export interface TellersDeps {
  readonly house: HouseWords;
  readonly orders: Pick<Orders, 'find'>;
  readonly payments: Pick<Payments, 'find'>;
  readonly purchases: Pick<Purchases, 'find'>;
  readonly suppliers: Pick<Suppliers, 'known'>;
  readonly cases: Pick<Cases, 'find' | 'mayNot' | 'byOrder'>;
  readonly settings: Pick<Settings, 'profile'>;
  readonly forgetting: Pick<Forgetting, 'find'>;
  readonly customers: Pick<Customers, 'find'>;
  readonly imports: Pick<Imports, 'find'>;
  /** Hours within which the shop promises to decide on a complaint. */
  readonly decideHours: () => number;
  /** A stored file as it can be sent on; undefined when it is gone. */
  readonly file: (id: FileId) => Promise<StoredFile | undefined>;
  /** The QRIS picture for what is left of an order; undefined where there is none. */
  readonly billPicture: (order: Order) => Promise<StoredFile | undefined>;
}

/** Creates the tellers of the shop's documents, by what a notice is about. */
export function createTellers(deps: TellersDeps): Readonly<Partial<Record<NoticeAbout, Teller>>> {
  const { house, orders, payments, purchases, suppliers, billPicture, cases, settings, decideHours, file, forgetting } =
    deps;
  const supplierName = nameSupplier(suppliers);
  const imported = createImportTeller(deps);
  const forgotten = createPrivacyTeller({ ...house, forgetting });
  return {
    order: createOrderTeller({ ...house, orders, cases, customers: deps.customers, supplierName, billPicture }),
    payment: createPaymentTeller({ ...house, orders, payments }),
    purchase: createPurchaseTeller({ ...house, purchases, supplierName }),
    shop: (body) => (IMPORTED.has(body.event) ? imported : forgotten)(body),
    case: createCaseTeller({ ...house, orders, cases, settings, decideHours, file, supplierName }),
  };
}

const IMPORTED: ReadonlySet<string> = new Set(IMPORT_ENTRIES);

/** The name of a supplier for people of the shop; its id where it is not known. */
export const nameSupplier =
  (suppliers: Pick<Suppliers, 'known'>) =>
  (id: string): Promise<string> =>
    Promise.resolve(suppliers.known(id)?.name ?? id);
