import type { Orders } from '../../shop/orders/orders.ts';
import type { SupplierAnswer as PurchaseAnswer } from '../../shop/purchases/event.ts';
import type { Purchase } from '../../shop/purchases/purchase.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import type { SupplierAnswer } from '../../understanding/supplier-reply.ts';

/** What words come to for one purchase, or what is still missing. */
export type Meant =
  | { readonly type: 'answer'; readonly answer: PurchaseAnswer }
  | { readonly type: 'which-courier'; readonly resi: string }
  | { readonly type: 'which-number' };

interface Deps {
  readonly orders: Pick<Orders, 'find'>;
  readonly purchases: Pick<Purchases, 'look'>;
}

/**
 * Turns what a supplier said into what may happen to a purchase. A number without a courier is taken for the one the customer
 * chose only where its form does not speak against that; else it is asked.
 */
export async function purchaseAnswer(
  deps: Deps,
  purchase: Purchase,
  said: SupplierAnswer,
  words: string,
): Promise<Meant> {
  switch (said.answer) {
    case 'ok':
      return { type: 'answer', answer: { type: 'accept' } };
    case 'packed':
      return { type: 'answer', answer: { type: 'pack' } };
    case 'empty': {
      const reason = said.items === undefined ? words.slice(0, 200) : `${said.items.join(', ')} kosong`;
      return { type: 'answer', answer: { type: 'empty', reason: reason.trim() === '' ? 'kosong' : reason } };
    }
    case 'resi': {
      if (said.number === undefined) return { type: 'which-number' };
      const courier = said.courier ?? (await chosenCourier(deps, purchase, said));
      return courier === undefined
        ? { type: 'which-courier', resi: said.number }
        : { type: 'answer', answer: { type: 'ship', courier, resi: said.number } };
    }
  }
}

async function chosenCourier(deps: Deps, purchase: Purchase, said: SupplierAnswer): Promise<string | undefined> {
  const { number, guesses = [] } = said;
  const order = await deps.orders.find(purchase.order);
  const chosen = order?.parcels.find(({ n }) => n === purchase.parcel)?.shipping.courier;
  if (guesses.length === 1) return guesses[0];
  if (chosen === undefined || number === undefined) return undefined;
  const look = await deps.purchases.look(purchase, chosen, number);
  return look?.form.type === 'fits' || guesses.some((guess) => guess === chosen) ? chosen : undefined;
}
