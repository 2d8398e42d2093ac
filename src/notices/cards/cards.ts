import type { StoredFile } from '../../channels/channel.ts';
import type { FileId } from '../../core/ids.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Payments } from '../../shop/payments/payments.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import type { Suppliers } from '../../shop/suppliers/suppliers.ts';
import type { HouseWords } from '../house-words.ts';
import type { Tell } from '../status.ts';
import { nameSupplier } from '../tellers/tellers.ts';
import type { Card } from '../told.ts';
import { createCaseCard } from './case-card.ts';
import { createOrderCard } from './order-card.ts';
import { createPaymentCard } from './payment-card.ts';
import { createPurchaseCard } from './purchase-card.ts';

/** What the cards are drawn from. */
export interface CardsDeps {
  readonly house: HouseWords;
  readonly orders: Pick<Orders, 'find' | 'mayNot'>;
  readonly payments: Pick<Payments, 'find'>;
  readonly purchases: Pick<Purchases, 'find' | 'link'>;
  readonly cases: Pick<Cases, 'find' | 'mayNot'>;
  readonly suppliers: Pick<Suppliers, 'known'>;
  /** A stored file as it can be sent on; undefined when it is gone. */
  readonly file: (id: FileId) => Promise<StoredFile | undefined>;
}

export type Cards = Readonly<Record<NonNullable<Tell['card']>, Card>>;

/** Creates the cards by their names in `status.yaml`. */
export function createCards(deps: CardsDeps): Cards {
  const { house, orders, payments, purchases, suppliers, cases, file } = deps;
  const supplierName = nameSupplier(suppliers);
  return {
    order: createOrderCard({ ...house, orders, supplierName }),
    payment: createPaymentCard({ ...house, orders, payments, file }),
    purchase: createPurchaseCard({ ...house, purchases, supplierName }),
    case: createCaseCard({ ...house, cases, orders, supplierName }),
  };
}
