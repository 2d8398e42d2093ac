import type { StoredFile } from '../../channels/channel.ts';
import type { At } from '../../dialogue/action.ts';
import type { HouseWords } from '../../notices/house-words.ts';
import type { CaseReason } from '../../shop/cases/case.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { Catalog } from '../../shop/catalog/catalog.ts';
import type { Customers } from '../../shop/customers/customers.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { OrderSop } from '../../shop/orders/sop.ts';
import type { Payments } from '../../shop/payments/payments.ts';
import type { Settings } from '../../shop/settings/settings.ts';
import type { QuoteOption, QuoteParcel } from '../../shop/shipping/quote.ts';
import type { Place } from '../../shop/shipping/rates.ts';
import type { Suppliers } from '../../shop/suppliers/suppliers.ts';

/** The services of the shop, and the doors to what lies outside it, that the customer's desk works with. */
export interface CustomerDeps {
  /** Texts, the shop's name and accounts, couriers: all that is needed to write to a person. */
  readonly house: HouseWords;
  readonly catalog: Pick<Catalog, 'snapshot' | 'search'>;
  readonly orders: Pick<Orders, 'place' | 'apply' | 'find' | 'list' | 'mayNot'>;
  readonly payments: Pick<Payments, 'claim'>;
  readonly customers: Pick<Customers, 'find' | 'change' | 'mine'>;
  readonly settings: Pick<Settings, 'profile' | 'accounts'>;
  readonly suppliers: Pick<Suppliers, 'known'>;
  readonly cases: Pick<Cases, 'open' | 'apply' | 'find' | 'list' | 'byOrder' | 'mayNot'>;
  /** What the shop's rules say of a complaint before it is made. */
  readonly caseRules: (order: Order, reason: CaseReason, skus: readonly string[], now: Date) => CaseRules;
  readonly sop: () => OrderSop;
  /** Ways to send parcels there with their prices; `unavailable` when they cannot be looked up now. */
  readonly shipping: (parcels: readonly QuoteParcel[], to: Place) => Promise<readonly QuoteOption[] | 'unavailable'>;
  /** A picture as it is stored, ready to be sent; undefined when it is gone. */
  readonly picture: (id: string) => Promise<StoredFile | undefined>;
  /** The QRIS picture for what is left of an order; undefined where there is none. */
  readonly billPicture: (order: Order) => Promise<StoredFile | undefined>;
  /** True when this person may pay the courier; without it nobody is offered to. */
  readonly mayPayCourier?: (at: At) => Promise<boolean>;
  /** True when payment links can be made. */
  readonly hasPaymentLinks?: () => boolean;
  readonly owner: OwnerPort;
  readonly privacy: PrivacyPort;
  readonly tries: TriesPort;
}

/** What a customer wants of the owner that the desk may not do itself. */
export interface OwnerRequest {
  readonly what: 'person' | 'cancel' | 'change' | 'message';
  readonly order?: string;
  /** The customer's own words, or what they chose, for the owner's eyes. */
  readonly words: string;
  /** What they sent that has no words: a sticker, a contact. */
  readonly thing?: string;
  /** What they sent along: a voice note, a photo. */
  readonly files?: readonly StoredFile[];
  readonly flow?: string;
}

/** The way to the people of the shop; called twice with the same key it tells them once. */
interface OwnerPort {
  ask(request: OwnerRequest, at: At): Promise<void>;
}

/** A person's rights over their data. */
export interface PrivacyPort {
  /** A file with all that is kept of the person; `nothing` when there is nothing but this chat. */
  collect(
    at: At,
  ): Promise<{ readonly type: 'file'; readonly file: StoredFile } | { readonly type: 'nothing' | 'later' }>;
  /** Starts forgetting the person; `open` while an order or a case still needs the data. */
  erase(at: At): Promise<'erased' | 'open' | 'nothing'>;
}

/** Guesses are counted in the store, so that a restart does not forgive them. */
interface TriesPort {
  /** Counts one more try of this chat; false once there were too many within the hour. */
  allow(what: 'order-by-phone', at: At): Promise<boolean>;
}

/** What the rules of the shop say of a complaint: until when it can be made, who pays for sending back, what has to be shown. */
export interface CaseRules {
  readonly inWindow: boolean;
  /** The end of the window; absent where nobody knows when the goods came. */
  readonly until?: Date | undefined;
  readonly pays: 'shop' | 'customer';
  readonly needsPhoto: boolean;
}
