import type { Filled } from '../../../dialogue/talk.ts';
import { availabilityOf } from '../../../shop/catalog/product.ts';
import type { Order, OrderLine } from '../../../shop/orders/order.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsName, lineOf } from '../goods/goods-line.ts';
import { placeParts, wholePlace } from '../place/place-parts.ts';

/** Lines of an earlier order as a new form has them, at today's prices, with its address; and the names of what is not there now. */
export function copiedForm(
  { catalog, sop }: Pick<CustomerDeps, 'catalog' | 'sop'>,
  { recipient: { recipient, phone, ...place } }: Order,
  wanted: readonly OrderLine[],
  now: Date,
): { readonly data?: Filled; readonly missing: readonly string[] } {
  const shelf = catalog.snapshot();
  const { freshHours } = sop().stock;
  const goods = wanted.map(({ sku, name, variant, quantity }) => {
    const item = shelf.buyable(sku);
    const there = item !== undefined && availabilityOf(item.variant, now, freshHours).type !== 'gone';
    return { name: goodsName(name, variant), line: there ? lineOf(item, quantity) : undefined };
  });
  const lines = goods.flatMap(({ line }) => line ?? []);
  const missing = goods.filter(({ line }) => line === undefined).map(({ name }) => name);
  if (lines.length === 0) return { missing };
  return {
    missing,
    data: {
      barang: lines.map((line) => ({ ...line })),
      // A person that asked to be forgotten has no address here any more.
      ...(recipient !== '' && { penerima: recipient, telepon: phone, alamat: { ...wholePlace(placeParts(place)) } }),
    },
  };
}

/** The courier and the way of paying of an earlier order, as a form has them; its lists say whether they are still there. */
export function sameWay({ parcels, pay }: Order): Filled {
  const sent = new Set(parcels.map(({ shipping }) => `${shipping.courier}/${shipping.service}`));
  const [kurir = MIXED] = sent.size > 1 ? [MIXED] : sent;
  return { kurir, bayar: pay.account === undefined ? pay.way : `${pay.way}/${pay.account}` };
}

// How a quote names the way of sending where no courier takes all parcels.
const MIXED = 'mixed';
