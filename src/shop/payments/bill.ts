import type { Code } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';

/** What the payments room knows of an order: how it stands and what it still asks for. */
export interface Bill {
  readonly order: Code;
  /** `open` waits for money, `closed` does not any more (paid is open with nothing left). */
  readonly state: 'open' | 'closed';
  readonly left: Rupiah;
  readonly account?: string | undefined;
  readonly at: Date;
}

/** Reads an order's bill; undefined when there is no such order or it was never placed. */
export type ReadBill = (order: Code) => Promise<Bill | undefined>;

/** A part of a payment for an order. */
export interface Part {
  readonly order: Code;
  readonly amount: Rupiah;
}

/** Spreads an amount over bills in their order; what is over stays with the last. */
export function spread(amount: Rupiah, bills: readonly Bill[]): readonly Part[] {
  let rest = amount;
  const parts = bills.map((bill, i) => {
    const last = i === bills.length - 1;
    const part = last ? rest : Math.min(rest, bill.left);
    rest -= part;
    return { order: bill.order, amount: part };
  });
  return parts.filter((part) => part.amount > 0);
}

/** What all bills together still ask for. */
export const leftOf = (bills: readonly Bill[]): Rupiah =>
  bills.reduce((sum, bill) => sum + (bill.state === 'open' ? bill.left : 0), 0);
