import type { StoredFile } from '../../channels/channel.ts';
import type { HouseBody, Push } from '../../chats/mail-document.ts';
import type { ChatId, FileId, Key } from '../../core/ids.ts';
import type { Cards } from '../../notices/cards/cards.ts';
import type { HouseWords } from '../../notices/house-words.ts';
import type { Listeners } from '../../notices/told.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { Catalog } from '../../shop/catalog/catalog.ts';
import type { Customers } from '../../shop/customers/customers.ts';
import type { Ledger } from '../../shop/ledger/ledger.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { OrderSop } from '../../shop/orders/sop.ts';
import type { PaymentSop } from '../../shop/payments/payment-store.ts';
import type { Payments } from '../../shop/payments/payments.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import type { Settings } from '../../shop/settings/settings.ts';
import type { Staff } from '../../shop/staff/staff.ts';
import type { Suppliers } from '../../shop/suppliers/suppliers.ts';
import type { Acts } from '../../store/acts.ts';
import type { Buried } from '../../store/buried.ts';
import type { CallSop } from '../calls/call.ts';
import type { Calls } from '../calls/calls.ts';

/** The services of the shop, and the doors to what lies outside it, that the owner's desk works with. */
export interface OwnerDeps {
  readonly house: HouseWords;
  readonly cards: Cards;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly purchases: Purchases;
  readonly catalog: Catalog;
  readonly customers: Customers;
  readonly suppliers: Suppliers;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly staff: Staff;
  readonly calls: Calls;
  readonly acts: Acts;
  readonly buried: Buried;
  readonly listeners: Listeners;
  readonly sop: () => { readonly order: OrderSop; readonly payment: PaymentSop; readonly call: CallSop };
  /** Puts a push into the mail; the same key is the same push. */
  readonly push: (push: Push) => Promise<void>;
  /** A word of the house to a chat's lane: be silent, speak again. */
  readonly tell: (chat: ChatId, body: HouseBody, key: Key) => Promise<void>;
  readonly file: (id: FileId) => Promise<StoredFile | undefined>;
  readonly readFile: (id: FileId) => Promise<Uint8Array | undefined>;
  /** Stores bytes of the house's own making, to be sent. */
  readonly putFile: (bytes: Uint8Array, facts: { readonly name: string; readonly mime: string }) => Promise<StoredFile>;
  /** Complaints and returns, to be moved. */
  readonly caseRoom: Cases;
  /** Returns of goods, where the shop has that room. */
  readonly cases?: CasesPort;
}

/** A case that waits for the owner, for the list of what is to be done. */
interface OpenCase {
  readonly code: string;
  readonly title: string;
  readonly since: Date;
  /** From when on it is late. */
  readonly lateAt: Date;
}

/** What the desk asks of the room of cases. */
export interface CasesPort {
  open(limit: number): Promise<readonly OpenCase[]>;
  /** True when the code is a case's. */
  knows(code: string): Promise<boolean>;
}
