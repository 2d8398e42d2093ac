import type { Language } from '../core/language.ts';
import { cutText } from '../core/text.ts';
import { leftToPay } from '../shop/orders/money.ts';
import type { Order, OrderLine } from '../shop/orders/order.ts';
import type { Parcel } from '../shop/orders/parcel.ts';
import { courierName, courierOf, trackingPage } from '../shop/shipping/couriers.ts';
import { type HouseWords, type Say, sayIn } from './house-words.ts';
import { showTime } from './show-time.ts';

/** The words in which an order is told to people, in one language; nothing here names a supplier or a cost. */
export interface OrderWords {
  /** `2 x Kaos Polos (Hitam, L)`, a line each. */
  readonly goods: string;
  /** `2 x Kaos Polos (Hitam, L) +1 lagi`, for a button or a list. */
  readonly short: string;
  /** The bill: goods, shipping, fee, discount, unique amount, total. */
  readonly bill: string;
  /** Where and how to pay what is left. */
  readonly pay: string;
  /** Until when, or nothing where there is no deadline. */
  readonly deadline: string;
  /** `paket 2`, or nothing where there is one only. */
  parcel(parcel: Parcel | undefined): string;
  /** Courier, resi and where to look it up. */
  resi(parcel: Parcel | undefined): string;
}

/** Writes an order's words. */
export function orderWords(house: HouseWords, order: Order, language: Language): OrderWords {
  const say = sayIn(house, language);
  const { deadline } = order.pay;
  return {
    goods: order.lines.map(goodsLine).join('\n'),
    short: shortGoods(order.lines, say),
    bill: billOf(house, order, say),
    pay: payOf(house, order, say),
    deadline: deadline ? say('status.sampai', { batas: showTime(deadline, house.shop().zone, language) }) : '',
    parcel: (parcel) =>
      parcel && order.parcels.length > 1 ? say('status.paket', { n: parcel.n, dari: order.parcels.length }) : '',
    resi: (parcel) => resiOf(house, parcel, say),
  };
}

/** `2 x Kaos Polos (Hitam, L)`. */
export const goodsLine = ({ quantity, name, variant }: OrderLine): string =>
  `${quantity} x ${namedGoods(name, variant)}`;

/** `Kaos Polos (Hitam, L)`. */
export const namedGoods = (name: string, variant: string): string => (variant === '' ? name : `${name} (${variant})`);

function shortGoods(lines: readonly OrderLine[], say: Say): string {
  const [first, ...others] = lines;
  if (!first) return '';
  const line = cutText(goodsLine(first), 40);
  return others.length === 0 ? line : say('status.dan-lagi', { barang: line, jumlah: others.length });
}

function billOf(house: HouseWords, order: Order, say: Say): string {
  const { shipping, fee, discount, unique, total } = order.totals;
  const row = (key: string, amount: number): string[] =>
    amount === 0 ? [] : [say(`status.${key}`, { jumlah: amount })];
  const couriers = [...new Set(order.parcels.map(({ shipping: one }) => courierOfShipping(house, one)))].join(', ');
  return [
    ...order.lines.map((line) => say('status.baris', { barang: goodsLine(line), jumlah: line.price * line.quantity })),
    say('status.ongkir', { kurir: couriers, jumlah: shipping }),
    ...row('biaya-cod', fee),
    ...row('potongan', -discount),
    ...row('kode-unik', unique),
    ...row('dibebaskan', -order.waived),
    say('status.total', { jumlah: total - order.waived }),
  ].join('\n');
}

const courierOfShipping = (house: HouseWords, { courier, service }: Parcel['shipping']): string =>
  courierName(house.couriers(), courier, service);

function payOf(house: HouseWords, order: Order, say: Say): string {
  const { way, account } = order.pay;
  const sisa = leftToPay(order);
  const to = house.shop().accounts.find(({ id }) => id === account);
  switch (way) {
    case 'transfer':
    case 'ewallet':
      return to
        ? say(`status.bayar-${way}`, { sisa, bank: to.bank, nomor: to.number, pemilik: to.holder })
        : say('status.bayar-menyusul', { sisa });
    case 'qris':
    case 'link':
    case 'cash':
    case 'cod':
      return say(`status.bayar-${way}`, { sisa });
  }
}

function resiOf(house: HouseWords, parcel: Parcel | undefined, say: Say): string {
  if (parcel?.resi === undefined) return '';
  const couriers = house.couriers();
  const code = parcel.courier ?? parcel.shipping.courier;
  const courier = courierOf(couriers, code);
  const page = courier && trackingPage(courier, parcel.resi);
  const values = { kurir: courierName(couriers, code), resi: parcel.resi };
  return page === undefined ? say('status.resi', values) : say('status.resi-halaman', { ...values, halaman: page });
}
