import { type Code, readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Filled } from '../../dialogue/talk.ts';
import type { NoticeBody } from '../../shop/history.ts';
import type { Purchase } from '../../shop/purchases/purchase.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import type { HouseWords } from '../house-words.ts';
import { namedGoods } from '../order-words.ts';
import { reasonIn } from '../reason-words.ts';
import type { Tell } from '../status.ts';
import type { Teller } from '../told.ts';
import { dataOf } from './notice-data.ts';

export interface PurchaseTellerDeps extends HouseWords {
  readonly purchases: Pick<Purchases, 'find'>;
  supplierName(id: string): Promise<string>;
}

/** Names that a text about a purchase may use; it is never told to customers. */
export const PURCHASE_VALUES = ['toko', 'kode', 'teks', 'barang', 'resi', 'alasan', 'ke'] as const;
/** Names that only the owner's texts may use. */
export const PURCHASE_OWNER_VALUES = ['pemasok'] as const;

/** The entries of a purchase that may be told. */
export const PURCHASE_ENTRIES = [
  'send',
  'offer',
  'forward',
  'remind',
  'accept',
  'empty',
  'pack',
  'ship',
  'note',
  'withdraw',
] as const;

/** Creates the teller of purchases. */
export function createPurchaseTeller(deps: PurchaseTellerDeps): Teller {
  return async (body) => {
    const code: Code | undefined = readCode(body.code);
    const purchase = code && (await deps.purchases.find(code));
    if (!purchase) return undefined;
    const supplier = await deps.supplierName(purchase.supplier);
    return {
      code: purchase._id,
      rev: purchase.rev,
      thread: `purchase/${purchase._id}`,
      suppliers: [purchase.supplier],
      values: (language, to) => values(deps, purchase, body, { supplier, language }, to),
    };
  };
}

/** What is bought, a line each. */
export const purchaseGoods = ({ lines }: Purchase): string =>
  lines.map(({ quantity, name, variant }) => `${quantity} x ${namedGoods(name, variant)}`).join('\n');

function values(
  house: HouseWords,
  purchase: Purchase,
  body: NoticeBody,
  { supplier, language }: { readonly supplier: string; readonly language: Language },
  to: Tell['to'],
): Filled {
  const { courier, resi } = purchase;
  const shared = {
    toko: house.shop().name,
    kode: purchase.label,
    teks: purchase.text,
    barang: purchaseGoods(purchase),
    resi: resi === undefined ? '' : `${courierName(house.couriers(), courier ?? '')} ${resi}`.trim(),
    alasan: reasonIn(house, language, body.reason ?? '-'),
    ke: (dataOf(body).k ?? 0) + 1,
  };
  return to === 'owner' ? { ...shared, pemasok: supplier } : shared;
}
