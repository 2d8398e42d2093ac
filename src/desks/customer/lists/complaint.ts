import type { List } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { OrderLine } from '../../../shop/orders/order.ts';
import type { ParcelState } from '../../../shop/orders/parcel.ts';
import {
  COMPLAINT_REASONS,
  COMPLAINT_WISHES,
  type ComplaintReason,
  type ComplaintWish,
} from '../../../understanding/complaint.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsName } from '../goods/goods-line.ts';
import { myOrder, myOrders, orderChoices } from '../orders/my-orders.ts';

type Deps = Pick<CustomerDeps, 'house' | 'customers' | 'orders'>;

/** Orders of which something has left for the customer. */
export const ordersToComplain =
  (deps: Deps): List =>
  async (at, filled) => {
    const orders = (await myOrders(deps, at)).filter(({ parcels }) => parcels.some(({ state }) => GONE_OUT.has(state)));
    return orderChoices(deps, orders, at, filled);
  };

const GONE_OUT: ReadonlySet<ParcelState> = new Set(['shipped', 'picked-up', 'delivered', 'received', 'lost']);

/** As many single steps as a line of several pieces is offered in. */
const STEPS = 4;

/** The goods of the order: all of a line, or some of its pieces. */
export const complaintItems =
  (deps: Deps): List =>
  async (at, filled) => {
    const order = typeof filled.pesanan === 'string' ? await myOrder(deps, filled.pesanan, at) : undefined;
    const out = order?.parcels.filter(({ state }) => GONE_OUT.has(state)).flatMap(({ skus }) => skus) ?? [];
    const say = sayIn(deps.house, at.language);
    return (order?.lines ?? [])
      .filter(({ sku }) => out.includes(sku))
      .flatMap((line) =>
        amounts(line).map((quantity) => ({
          value: { sku: line.sku, quantity },
          group: line.sku,
          label:
            quantity === line.quantity
              ? say('komplain.semua-barang', { barang: goodsName(line.name, line.variant), jumlah: quantity })
              : say('komplain.sebagian-barang', {
                  barang: goodsName(line.name, line.variant),
                  jumlah: quantity,
                  dari: line.quantity,
                }),
        })),
      );
  };

const amounts = ({ quantity }: OrderLine): readonly number[] => [
  quantity,
  ...Array.from({ length: Math.min(STEPS, quantity - 1) }, (_, i) => i + 1),
];

/** What can be wrong. */
export const complaintReasons =
  ({ house }: Deps): List =>
  ({ language }) => {
    const say = sayIn(house, language);
    return Promise.resolve(COMPLAINT_REASONS.map((value) => ({ value, label: say(`komplain.alasan-${value}`) })));
  };

// What puts each kind of wrong right; a wish that makes no sense is not offered.
const WISHES: Readonly<Record<ComplaintReason, readonly ComplaintWish[]>> = {
  rusak: ['tukar', 'refund_penuh', 'refund_sebagian'],
  cacat: ['tukar', 'refund_penuh', 'refund_sebagian'],
  kurang: ['kirim_kekurangan', 'refund_sebagian'],
  salah_kirim: ['tukar', 'refund_penuh'],
  tidak_sesuai: ['tukar', 'refund_penuh', 'refund_sebagian'],
  tidak_sampai: ['kirim_ulang', 'refund_penuh'],
  berubah_pikiran: ['tukar', 'refund_penuh'],
};

/** What can be wished for, given what is wrong. */
export const complaintWishes =
  ({ house }: Deps): List =>
  ({ language }, filled) => {
    const say = sayIn(house, language);
    const reason = COMPLAINT_REASONS.find((one) => one === filled.alasan);
    const wishes = reason === undefined ? COMPLAINT_WISHES : WISHES[reason];
    return Promise.resolve(wishes.map((value) => ({ value, label: say(`komplain.mau-${value}`) })));
  };

/** Every courier the house knows. */
export const allCouriers =
  ({ house }: Pick<Deps, 'house'>): List =>
  () =>
    Promise.resolve(house.couriers().map(({ code, name, aliases }) => ({ value: code, label: name, words: aliases })));
