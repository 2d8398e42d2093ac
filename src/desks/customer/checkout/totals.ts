import type { Rupiah } from '../../../core/money.ts';
import { type Couriers, codFee, courierOf } from '../../../shop/shipping/couriers.ts';
import type { QuoteOption } from '../../../shop/shipping/quote.ts';
import type { GoodsLine } from '../goods/goods-line.ts';

/** What an order comes to before its unique amount. */
export interface OrderSum {
  readonly goods: Rupiah;
  /** What the couriers want. */
  readonly shipping: Rupiah;
  /** What the shop gives of it. */
  readonly discount: Rupiah;
  /** What the courier takes for collecting the money. */
  readonly fee: Rupiah;
  readonly total: Rupiah;
}

/** Adds up goods, shipping and fee. */
export function sumOf(
  goodsLines: readonly GoodsLine[],
  option: QuoteOption,
  way: string,
  couriers: Couriers,
): OrderSum {
  const goods = goodsLines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const shipping = option.ongkir + option.given;
  const before = goods + option.ongkir;
  const fee = way === 'cod' ? (courierFee(option, before, couriers) ?? 0) : 0;
  return { goods, shipping, discount: option.given, fee, total: before + fee };
}

/** What collecting the money costs; undefined where nobody collects this amount, or several parcels would each have to. */
export function courierFee(option: QuoteOption, amount: Rupiah, couriers: Couriers): Rupiah | undefined {
  const [parcel, another] = option.parcels;
  const courier = parcel === undefined || another !== undefined ? undefined : courierOf(couriers, parcel.courier);
  return courier === undefined ? undefined : codFee(courier, amount);
}
