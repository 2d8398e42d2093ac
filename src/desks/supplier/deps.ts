import type { Push } from '../../chats/mail-document.ts';
import type { HouseWords } from '../../notices/house-words.ts';
import type { Listeners } from '../../notices/told.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import type { Suppliers } from '../../shop/suppliers/suppliers.ts';
import type { Acts } from '../../store/acts.ts';

/** The services of the shop that a supplier's desk works with; each is only ever asked for the supplier's own. */
export interface SupplierDeps {
  readonly house: HouseWords;
  readonly orders: Pick<Orders, 'find' | 'list' | 'apply'>;
  readonly purchases: Pick<Purchases, 'named' | 'list' | 'answer' | 'look'>;
  readonly cases: Pick<Cases, 'find' | 'apply'>;
  readonly suppliers: Pick<Suppliers, 'known'>;
  readonly acts: Acts;
  readonly listeners: Pick<Listeners, 'owners'>;
  readonly push: (push: Push) => Promise<void>;
}
