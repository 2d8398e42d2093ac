import type { Rupiah } from '../../core/money.ts';
import type { LedgerKind } from '../orders/money.ts';

/** What a day came to, read off the documents each time it is asked for. */
export interface DayFigures {
  /** `2026-11-23`, on the shop's wall. */
  readonly day: string;
  /** Orders placed, and what they come to. */
  readonly placed: number;
  readonly placedValue: Rupiah;
  /** Of those placed, the ones that came to nothing since. */
  readonly lost: number;
  /** Orders whose money was booked as a sale. */
  readonly paid: number;
  /** Parcels that got a resi. */
  readonly sent: number;
  readonly moneyIn: Rupiah;
  readonly refunds: Rupiah;
  readonly sales: Rupiah;
  readonly shippingCharged: Rupiah;
  readonly shippingReal: Rupiah;
  readonly cost: Rupiah;
  /** Paid beyond the bill; in `margin` until it is given back. */
  readonly overpaid: Rupiah;
  /** What stays: sales and ongkir less goods, real ongkir and refunds. */
  readonly margin: Rupiah;
}

export type Sums = Readonly<Partial<Record<LedgerKind, Rupiah>>>;

/** What was counted among the orders of a day. */
export interface Counts {
  readonly placed: number;
  readonly placedValue: Rupiah;
  readonly lost: number;
  readonly paid: number;
  readonly sent: number;
}

/** The figures of a day from its counts and the cash book's sums. Pure. */
export function dayFigures(day: string, counts: Counts, sums: Sums): DayFigures {
  const of = (kind: LedgerKind): Rupiah => sums[kind] ?? 0;
  const earned =
    of('sale') + of('shipping') + of('fee') + of('discount') + of('unique') + of('waived') + of('overpaid');
  const out = of('refund') + of('cost') + of('real_shipping');
  return {
    day,
    ...counts,
    moneyIn: earned + of('deposit'),
    refunds: positive(of('refund')),
    sales: of('sale'),
    shippingCharged: of('shipping'),
    shippingReal: positive(of('real_shipping')),
    cost: positive(of('cost')),
    overpaid: of('overpaid'),
    margin: earned + out,
  };
}

// The cash book writes what goes out as minus; a report says how much it was.
const positive = (amount: Rupiah): Rupiah => (amount === 0 ? 0 : -amount);

/** The sums of several days: what a week or a month came to. */
export function totalOf(days: readonly DayFigures[]): Omit<DayFigures, 'day'> {
  const sum = (figure: keyof Omit<DayFigures, 'day'>): number => days.reduce((all, one) => all + one[figure], 0);
  return {
    placed: sum('placed'),
    placedValue: sum('placedValue'),
    lost: sum('lost'),
    paid: sum('paid'),
    sent: sum('sent'),
    moneyIn: sum('moneyIn'),
    refunds: sum('refunds'),
    sales: sum('sales'),
    shippingCharged: sum('shippingCharged'),
    shippingReal: sum('shippingReal'),
    cost: sum('cost'),
    overpaid: sum('overpaid'),
    margin: sum('margin'),
  };
}
