import type { Choice, OutMessage } from '../../channels/channel.ts';
import { readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Purchase } from '../../shop/purchases/purchase.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import { reasonIn } from '../reason-words.ts';
import { showTime } from '../show-time.ts';
import { type PurchaseTellerDeps, purchaseGoods } from '../tellers/purchase-teller.ts';
import type { Card } from '../told.ts';
import { choiceMaker } from './card-choice.ts';

export interface PurchaseCardDeps extends PurchaseTellerDeps {
  readonly purchases: Pick<Purchases, 'find' | 'link'>;
}

/**
 * Creates the card of a purchase. Its supplier gets the text with what it can answer; the owner gets one only where the supplier
 * is served by hand, because all else stands on the order's card.
 */
export function createPurchaseCard(deps: PurchaseCardDeps): Card {
  return async (text, language, to) => {
    const code = readCode(text);
    const purchase = code && (await deps.purchases.find(code));
    if (!purchase) return undefined;
    switch (to) {
      case 'supplier':
        return supplierCard(deps, purchase, language);
      case 'owner':
        return purchase.route === 'chat'
          ? undefined
          : ownerCard(deps, purchase, await deps.supplierName(purchase.supplier), language);
      case 'customer':
        return undefined;
    }
  };
}

/** The purchase as its supplier sees it. */
export function supplierCard(house: HouseWords, purchase: Purchase, language: Language): OutMessage {
  const say = sayIn(house, language);
  const { choice, done } = choiceMaker(purchase._id, purchase.rev);
  const open = purchase.state === 'sent' || purchase.state === 'accepted' || purchase.state === 'packed';
  if (purchase.state === 'sent') {
    choice('p-ok', say('card.beli.tombol-ok'), 1, 'ok');
    choice('p-kosong', say('card.beli.tombol-kosong'), 1, 'kosong');
  }
  if (purchase.state === 'accepted') choice('p-kemas', say('card.beli.tombol-kemas'), 1, 'dikemas');
  if (open) choice('p-resi', say('card.beli.tombol-resi'), 1, 'resi');
  return whole(
    purchase,
    [
      purchase.text,
      open
        ? `${stateLine(house, purchase, language, say)}\n${say('card.beli.cara-jawab', { kode: purchase.label })}`
        : stateLine(house, purchase, language, say),
    ],
    done(),
  );
}

// The text to forward goes out as a message of its own before this, so that it can be forwarded as it is.
function ownerCard(deps: PurchaseCardDeps, purchase: Purchase, supplier: string, language: Language): OutMessage {
  const say = sayIn(deps, language);
  const { choice, done } = choiceMaker(purchase._id, purchase.rev);
  const link = deps.purchases.link(purchase);
  const open = ['ready', 'sent', 'accepted', 'packed'].includes(purchase.state);
  if (purchase.state === 'ready') choice('diteruskan', say('card.beli.tombol-diteruskan'), 1);
  if (purchase.state === 'ready' || purchase.state === 'sent') {
    choice('sanggup', say('card.beli.tombol-ok'), 2);
    choice('habis', say('card.beli.tombol-kosong'), 2);
  }
  if (open) choice('resi', say('card.beli.tombol-resi'), 2);
  return whole(
    purchase,
    [
      say('card.beli.judul', { kode: purchase.label, pemasok: supplier }),
      purchaseGoods(purchase),
      stateLine(deps, purchase, language, say),
      purchase.state === 'ready' && link !== undefined ? say('card.beli.link', { link }) : '',
    ],
    done(),
  );
}

function whole(purchase: Purchase, parts: readonly string[], choices: readonly Choice[]): OutMessage {
  return {
    text: parts.filter((part) => part !== '').join('\n\n'),
    about: purchase._id,
    ...(choices.length > 0 && { choices }),
  };
}

function stateLine(house: HouseWords, purchase: Purchase, language: Language, say: Say): string {
  const { courier, resi, reason, sentAt, acceptedAt, packedAt, shippedAt, closedAt, at } = purchase;
  const since = { ready: at, sent: sentAt, accepted: acceptedAt, empty: at, packed: packedAt, shipped: shippedAt };
  const when = purchase.state === 'cancelled' ? closedAt : since[purchase.state];
  return say(`card.beli.kini-${purchase.state}`, {
    waktu: when ? showTime(when, house.shop().zone, language) : '-',
    alasan: reasonIn(house, language, reason ?? '-'),
    resi: resi === undefined ? '-' : `${courierName(house.couriers(), courier ?? '')} ${resi}`.trim(),
  });
}
