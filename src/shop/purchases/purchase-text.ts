import { type Rupiah, rupiah } from '../../core/money.ts';
import { showPhone } from '../../core/phone.ts';
import { addressLines } from '../orders/address.ts';
import { leftToPay } from '../orders/money.ts';
import type { Order } from '../orders/order.ts';
import type { Parcel } from '../orders/parcel.ts';
import { type Couriers, courierName } from '../shipping/couriers.ts';
import { fillTemplate, type OwnWords } from '../suppliers/template.ts';
import { wallTime } from '../tables/wall-time.ts';
import type { PurchaseLine } from './purchase.ts';

/** Who the label names as sender: the shop, never the supplier. */
export interface Sender {
  readonly name: string;
  readonly phone: string;
}

/** What of the order a supplier needs for its parcel. */
export interface ForSupplier {
  readonly label: string;
  readonly lines: readonly PurchaseLine[];
  readonly cost: Rupiah;
  readonly text: string;
}

/**
 * The order as one supplier gets it: items, receiver, courier, the shop as sender. Nothing of prices, margins, other suppliers'
 * goods, what the customer paid or where they write from.
 */
export function forSupplier(
  order: Order,
  parcel: Parcel,
  given: {
    readonly words: OwnWords;
    readonly sender: Sender;
    readonly couriers: Couriers;
    readonly now: Date;
    readonly zone: string;
  },
): ForSupplier {
  const label = order.parcels.length > 1 ? `${order._id}-${parcel.n}` : order._id;
  const lines = order.lines
    .filter(({ sku, out }) => parcel.skus.includes(sku) && out !== true)
    .map(({ sku, name, variant, quantity, cost }) => ({ sku, name, variant, quantity, cost }));
  const cost = lines.reduce((sum, line) => sum + line.cost * line.quantity, 0);
  const { recipient, gift } = order;
  const { courier, service } = parcel.shipping;
  const cod = order.pay.way === 'cod' ? codOf(order, parcel) : 0;
  const text = fillTemplate(given.words.template, {
    kode: label,
    barang: lines.map(lineText).join('\n'),
    penerima: recipient.recipient,
    hp: showPhone(recipient.phone),
    alamat: addressLines(recipient).join(', '),
    kurir: courierName(given.couriers, courier, service),
    pengirim: gift?.sender ?? given.sender.name,
    hp_pengirim: given.sender.phone && showPhone(given.sender.phone),
    catatan: [order.note, gift && `${given.words.gift} ${gift.words}`].filter(Boolean).join('. '),
    cod: cod > 0 ? rupiah(cod) : '',
    modal: rupiah(cost),
    tanggal: wallTime(given.now, given.zone).text.slice(0, 10),
  });
  return { label, lines, cost, text };
}

const lineText = ({ sku, name, variant, quantity }: PurchaseLine): string =>
  `- ${quantity} x ${name}${variant === '' ? '' : ` (${variant})`} [${sku}]`;

/** What the courier collects for this parcel; all parcels together come to what is left to pay. */
export function codOf(order: Order, parcel: Parcel): Rupiah {
  const live = order.parcels.filter(({ state }) => state !== 'cancelled');
  const shareOf = ({ skus, shipping }: Parcel): Rupiah =>
    shipping.cost +
    order.lines.filter(({ sku }) => skus.includes(sku)).reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const [first, ...others] = live;
  const rest = others.reduce((sum, one) => sum + shareOf(one), 0);
  return first?.n === parcel.n ? Math.max(0, leftToPay(order) - rest) : shareOf(parcel);
}
