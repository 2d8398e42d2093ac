import { showPhone } from '../../../../core/phone.ts';
import type { Say } from '../../../../notices/house-words.ts';
import { addressLines } from '../../../../shop/orders/address.ts';
import { paidOf, paymentState } from '../../../../shop/orders/money.ts';
import type { Order, OrderLine } from '../../../../shop/orders/order.ts';
import { stageOf } from '../../../../shop/orders/stage.ts';
import type { Column } from '../../../../shop/tables/export-table.ts';
import type { OwnerShopDeps } from '../deps.ts';

type Deps = Pick<OwnerShopDeps, 'suppliers' | 'house'>;

/** An order a row. */
export const orderColumns = (deps: Deps, say: Say): readonly Column<Order>[] => [
  { title: 'No Pesanan', value: ({ _id }) => _id, width: 12 },
  { title: 'Tanggal', value: ({ at }) => at, width: 18 },
  { title: 'Status', value: (order) => say(`card.tahap-${stageOf(order)}`), width: 22 },
  { title: 'Bayar', value: (order) => say(`house.bayar-${paymentState(order)}`) },
  { title: 'Penerima', value: ({ recipient }) => recipient.recipient, width: 22 },
  { title: 'No HP', value: ({ recipient }) => phoneOf(recipient.phone), width: 16 },
  { title: 'Alamat', value: ({ recipient }) => addressLines(recipient).join(', '), width: 50 },
  { title: 'Kota', value: ({ recipient }) => recipient.city, width: 18 },
  { title: 'Kode Pos', value: ({ recipient }) => recipient.postalCode },
  { title: 'Barang', value: ({ lines }) => lines.map(goodsOf).join('; '), width: 50 },
  { title: 'Jumlah', value: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0) },
  { title: 'Harga Barang', value: ({ totals }) => totals.goods },
  { title: 'Ongkir', value: ({ totals }) => totals.shipping },
  { title: 'Biaya', value: ({ totals }) => totals.fee },
  { title: 'Potongan', value: ({ totals }) => totals.discount },
  { title: 'Kode Unik', value: ({ totals }) => totals.unique },
  { title: 'Total', value: ({ totals }) => totals.total },
  { title: 'Uang Masuk', value: paidOf },
  { title: 'Modal', value: ({ lines }) => lines.reduce((sum, { cost, quantity }) => sum + cost * quantity, 0) },
  { title: 'Ongkir Asli', value: ({ parcels }) => realShipping(parcels) },
  { title: 'Cara Bayar', value: ({ pay }) => pay.way },
  { title: 'Tanggal Bayar', value: ({ pay }) => pay.paidAt, width: 18 },
  { title: 'Kurir', value: ({ parcels }) => list(parcels.map(({ courier, shipping }) => courier ?? shipping.courier)) },
  { title: 'No Resi', value: ({ resis }) => resis.join(', '), width: 22 },
  { title: 'Pemasok', value: ({ parcels }) => list(parcels.map(({ supplier }) => nameOf(deps, supplier))), width: 22 },
  { title: 'Nota', value: ({ invoice }) => invoice, width: 16 },
  { title: 'Sumber', value: ({ source }) => source },
  { title: 'Catatan', value: ({ note }) => note, width: 30 },
];

/** One line of an order a row. */
export const lineColumns = (
  deps: Deps,
  say: Say,
): readonly Column<{ readonly order: Order; readonly line: OrderLine }>[] => [
  { title: 'No Pesanan', value: ({ order }) => order._id, width: 12 },
  { title: 'Tanggal', value: ({ order }) => order.at, width: 18 },
  { title: 'Status', value: ({ order }) => say(`card.tahap-${stageOf(order)}`), width: 22 },
  { title: 'SKU', value: ({ line }) => line.sku, width: 18 },
  { title: 'Nama', value: ({ line }) => line.name, width: 30 },
  { title: 'Varian', value: ({ line }) => line.variant, width: 18 },
  { title: 'Jumlah', value: ({ line }) => line.quantity },
  { title: 'Harga', value: ({ line }) => line.price },
  { title: 'Modal', value: ({ line }) => line.cost },
  { title: 'Subtotal', value: ({ line }) => line.price * line.quantity },
  { title: 'Untung', value: ({ line }) => (line.price - line.cost) * line.quantity },
  { title: 'Pemasok', value: ({ line }) => nameOf(deps, line.supplier), width: 22 },
];

const nameOf = ({ suppliers }: Deps, id: string): string => suppliers.known(id)?.name ?? id;
const phoneOf = (phone: string): string => (phone === '' ? '' : showPhone(phone));
const list = (names: readonly string[]): string => [...new Set(names)].join(', ');
const goodsOf = ({ quantity, name, variant }: OrderLine): string =>
  `${quantity} x ${name}${variant === '' ? '' : ` ${variant}`}`;

// Unknown stays empty: a nought would be taken for a gift of the courier's.
function realShipping(parcels: Order['parcels']): number | undefined {
  const known = parcels.flatMap(({ realShipping: real }) => real ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, real) => sum + real, 0);
}
