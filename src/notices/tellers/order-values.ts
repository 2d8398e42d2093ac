import type { Language } from '../../core/language.ts';
import type { Filled } from '../../dialogue/talk.ts';
import type { NoticeBody } from '../../shop/history.ts';
import { addressLines } from '../../shop/orders/address.ts';
import { leftToPay, overPaid, paidOf } from '../../shop/orders/money.ts';
import type { Order } from '../../shop/orders/order.ts';
import { firstName } from '../first-name.ts';
import { type HouseWords, sayIn } from '../house-words.ts';
import { goodsLine, orderWords } from '../order-words.ts';
import { reasonIn } from '../reason-words.ts';
import { showTime } from '../show-time.ts';
import type { Tell } from '../status.ts';
import { dataOf } from './notice-data.ts';

/** Names that a text about an order may use, whoever it is for. */
export const ORDER_VALUES = [
  'toko',
  'kode',
  'nama',
  'barang',
  'ringkas',
  'rincian',
  'cara-bayar',
  'batas',
  'lanjutan',
  'total',
  'dibayar',
  'sisa',
  'lebih',
  'kelebihan',
  'jumlah',
  'sampai',
  'paket',
  'resi',
  'penerima',
  'alamat',
  'barang-ini',
  'alasan',
  'keterangan',
  'ke',
] as const;
/** Names that only a text for the owner may use: the customer never sees a supplier. */
export const ORDER_OWNER_VALUES = ['pemasok', 'sejak'] as const;

/** Names that a text for a supplier may use: goods of its own, never a price, a customer or an address. */
export const ORDER_SUPPLIER_VALUES = ['toko', 'kode', 'barang'] as const;

/** The values for the texts about an order's entry. Pure but for the clock on the wall of the shop. */
export function orderValues(
  house: HouseWords,
  order: Order,
  body: NoticeBody,
  facts: { readonly supplier: string; readonly asked?: string | undefined },
  language: Language,
  to: Tell['to'],
): Filled {
  if (to === 'supplier') return supplierValues(house, order, facts.asked);
  const say = sayIn(house, language);
  const words = orderWords(house, order, language);
  const data = dataOf(body);
  const { zone } = house.shop();
  const parcel = order.parcels.find(({ n }) => n === data.parcel) ?? order.parcels[0];
  const line = order.lines.find(({ sku }) => sku === data.sku);
  const until = data.until ?? order.pay.deadline;
  const payable = leftToPay(order) > 0 && order.pay.billedAt !== undefined;
  const values = {
    toko: house.shop().name,
    kode: order._id,
    nama: firstName(order.recipient.recipient),
    barang: words.goods,
    ringkas: words.short,
    rincian: words.bill,
    'cara-bayar': words.pay,
    batas: words.deadline,
    lanjutan: payable
      ? [words.bill, words.pay, words.deadline].filter(Boolean).join('\n\n')
      : say('status.segera-disiapkan'),
    total: order.totals.total,
    dibayar: paidOf(order),
    sisa: leftToPay(order),
    lebih: overPaid(order),
    // What came beyond the bill is said with the receipt of the very payment that brought it, on a line of its own.
    kelebihan: overPaid(order) > 0 ? `\n${say('status.kelebihan', { lebih: overPaid(order) })}` : '',
    jumlah: data.amount ?? 0,
    sampai: until ? showTime(until, zone, language) : '-',
    paket: words.parcel(parcel),
    resi: words.resi(parcel),
    penerima: order.recipient.recipient,
    alamat: addressLines(order.recipient).join('\n'),
    'barang-ini': line ? goodsLine(line) : words.short,
    alasan: reasonIn(house, language, body.reason ?? '-'),
    keterangan: data.note ?? '',
    ke: (data.k ?? 0) + 1,
  };
  if (to !== 'owner') return values;
  const since = parcel?.shippedAt ?? parcel?.handedOverAt ?? order.pay.paidAt ?? order.at;
  return { ...values, pemasok: facts.supplier, sejak: showTime(since, zone, language) };
}

function supplierValues(house: HouseWords, order: Order, supplier: string | undefined): Filled {
  const own = order.lines.filter((line) => line.supplier === supplier && !line.confirmed && line.out !== true);
  return { toko: house.shop().name, kode: order._id, barang: own.map(goodsLine).join('\n') };
}
