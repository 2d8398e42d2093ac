import { addressLines } from '../orders/address.ts';
import { paymentState } from '../orders/money.ts';
import type { Order, OrderLine } from '../orders/order.ts';
import type { Parcel } from '../orders/parcel.ts';
import { stageOf } from '../orders/stage.ts';
import { type Couriers, courierName } from '../shipping/couriers.ts';
import type { Column } from './export-table.ts';

/** One line of an order with its parcel: a row of the export; what belongs to the whole order stands in its first row only. */
export interface OrderRow {
  readonly order: Order;
  readonly line: OrderLine;
  readonly parcel: Parcel | undefined;
  readonly first: boolean;
}

/** The rows of orders, a line each. */
export const orderRows = (orders: readonly Order[]): readonly OrderRow[] =>
  orders.flatMap((order) =>
    order.lines.map((line, i) => ({
      order,
      line,
      parcel: order.parcels.find(({ skus }) => skus.includes(line.sku)),
      first: i === 0,
    })),
  );

/** The columns that Indonesian shops keep their orders in. */
export function orderColumns(couriers: Couriers, supplierName: (id: string) => string): readonly Column<OrderRow>[] {
  const once =
    <T>(value: (row: OrderRow) => T) =>
    (row: OrderRow): T | undefined =>
      row.first ? value(row) : undefined;
  return [
    { title: 'No Pesanan', value: ({ order }) => order._id },
    { title: 'Tanggal', value: ({ order }) => order.at, width: 18 },
    { title: 'Nama Pelanggan', value: ({ order }) => order.recipient.recipient, width: 24 },
    { title: 'No HP', value: ({ order }) => localPhone(order.recipient.phone), width: 18 },
    { title: 'Alamat', value: ({ order }) => addressLines(order.recipient).join(', '), width: 60 },
    { title: 'Kode Pos', value: ({ order }) => order.recipient.postalCode },
    { title: 'SKU', value: ({ line }) => line.sku },
    { title: 'Produk', value: ({ line }) => line.name, width: 30 },
    { title: 'Varian', value: ({ line }) => line.variant },
    { title: 'Jumlah', value: ({ line }) => line.quantity },
    { title: 'Harga', value: ({ line }) => line.price },
    { title: 'Ongkir', value: once(({ order }) => order.totals.shipping) },
    { title: 'Total', value: once(({ order }) => order.totals.total) },
    { title: 'Metode Pembayaran', value: ({ order }) => order.pay.way },
    { title: 'Status Bayar', value: ({ order }) => paymentState(order) },
    { title: 'Supplier', value: ({ line }) => supplierName(line.supplier), width: 20 },
    { title: 'Harga Supplier', value: ({ line }) => line.cost },
    {
      title: 'Kurir',
      value: ({ parcel }) =>
        parcel && courierName(couriers, parcel.courier ?? parcel.shipping.courier, parcel.shipping.service),
    },
    { title: 'No Resi', value: ({ parcel }) => parcel?.resi, width: 20 },
    { title: 'Status', value: ({ order }) => stageOf(order) },
    { title: 'Catatan', value: ({ order }) => order.note, width: 30 },
  ];
}

/** A number as people dial it; with its leading zero, so no `+` that a spreadsheet would take for a formula. */
export const localPhone = (e164: string): string => e164.replace(/^\+62/, '0').replace(/^\+/, '00');
